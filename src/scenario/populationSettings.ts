import { z } from 'zod'

/**
 * Cities that are not written out but synthesised. The states among the actors that have an `urbanPopulation` get
 * cities: sizes by Zipf's law, places drawn evenly over the country's land.
 */
export interface PopulationSettings {
  /** How many cities the world has: the largest so many. */
  readonly cities: number
  /** Master seed of the places. It is no part of a run's seed: all runs see the same cities. */
  readonly seed: string
  /** Exponent s of Zipf's law: the town of rank r has P₁ r^−s people. */
  readonly exponent: number
  /** People in the smallest town that counts as urban. */
  readonly smallest: number
}

/** The largest numbers that a key of `population:` may take; the schema and `--set` share them. */
export const populationKeys = {
  cities: z.int().min(1).max(1_000_000).describe('How many cities: the largest so many'),
  seed: z
    .union([z.string().min(1), z.number()])
    .transform(String)
    .optional()
    .describe("Seed of the cities' places; a run's own seed does not enter. Default 1"),
  exponent: z
    .number()
    .min(0.5)
    .max(2)
    .optional()
    .describe("Exponent of Zipf's law: the town of rank r has P1 / r^exponent people. Default 1"),
  smallest: z
    .number()
    .min(100)
    .max(1e7)
    .optional()
    .describe('People in the smallest town that counts as urban. Default 2000'),
}

export const populationSchema = z
  .strictObject(populationKeys)
  .describe('Cities to synthesise in the states that have an urbanPopulation')

/** What is written, with what is not. */
export function withDefaults(written: Partial<PopulationSettings> & { cities: number }) {
  return { seed: '1', exponent: 1, smallest: 2000, ...written }
}
