import { describe, expect, it } from 'vitest'
import { status } from '../../src/world/index.js'
import { stage } from './stage.js'

/** Two states of one unit each that send each other their fumes. */
function make(ids: readonly [string, string] = ['land', 'reach'], rounds = 100) {
  const [first, second] = ids
  const made = stage(
    {
      programmes: {},
      interstateBargaining: { rounds, assurance: 0.5, freedom: 0.05 },
      transboundaryFlows: { enabled: false },
      legalReview: { enabled: false },
    },
    {
      actors: {
        [first]: { kind: 'state' },
        [second]: { kind: 'state' },
        a: { kind: 'region', state: first, population: 2e6, baseEmissions: 100, emissionLimit: 60 },
        b: {
          kind: 'region',
          state: second,
          population: 1e6,
          baseEmissions: 100,
          emissionLimit: 50,
        },
      },
      sites: {},
      instruments: { treaty: { binding: 'yes', level: 'state' } },
    },
  )
  return {
    ...made,
    /** One round of talks under the given laws and stakes. */
    talk(
      policies: readonly [number, number],
      more: { burdens?: [number, number]; line?: number; seed?: number } = {},
    ) {
      const { burdens = [1, 1], line = 0, seed = 1 } = more
      const run = made.model.start({ seed: String(seed) })
      const { actors, issues } = made.columns
      const { values } = made.world.ties.transport as { values: Float64Array }
      const { row, world } = made
      const [a, b] = [row('a'), row('b')]
      values[a * world.n + b] = 0.02
      values[b * world.n + a] = 0.05
      issues.harmValue[0] = 1
      for (const i of [a, b]) {
        actors.emissions[i] = 100
        actors.harmSlope[i] = 0.1
      }
      ids.forEach((id, k) => {
        actors.policy[row(id)] = policies[k]
        actors.costBurden[k === 0 ? a : b] = burdens[k]
      })
      actors.line[row(ids[1])] = line
      run.step()
      return world
    },
  }
}

describe('bargaining between states', () => {
  it('signs what both have enacted when both gain from each other’s assurance (Nash)', () => {
    const world = make().talk([1, 1], { burdens: [0.1, 0.1] })
    expect(world.agreements.n).toBe(1)
    const { columns: c, parties } = world.agreements
    expect(c.status[0]).toBe(status.consented)
    expect([...parties.consent.subarray(0, 2)]).toEqual([1, 1])
    expect(c.commitment[0]).toBe(1)
    // Harm that a full cut of the other spares the first: 0.1 · 0.05 · 100 · 0.5 = 0.25; the second: 0.08.
    const product = (0.5 * 0.25 - 0.05 * 0.1) * (0.5 * 0.08 - 0.05 * 0.1)
    expect(world.events.rows[0].value).toBeCloseTo(product, 12)
  })

  it('promises less than is law where a full promise would cost more than it brings', () => {
    const world = make().talk([1, 1])
    // Three quarters of the first's law against half of the second's: (0.0625 − 0.028125) · (0.03 − 0.0125).
    expect(world.agreements.columns.commitment[0]).toBe(0.5)
    expect(world.events.rows[0].value).toBeCloseTo(0.034375 * 0.0175, 12)
  })

  it('has a chance that follows the names of the two, not their rows', () => {
    const days = (ids: readonly [string, string]) => {
      const made = make(ids, 2)
      return Array.from({ length: 40 }, (_, seed) => made.talk([1, 1], { seed }).agreements.n)
    }
    expect(days(['land', 'reach'])).toEqual(days(['reach', 'land']))
    expect(new Set(days(['land', 'reach'])).size).toBe(2)
  })

  it('finds the largest product of gains on the grid', () => {
    const made = make()
    for (const burdens of [
      [1, 1],
      [3, 0.2],
      [0.4, 2],
    ] as [number, number][]) {
      const world = made.talk([1, 0.5], { burdens })
      const gain = (other: number, own: number, benefit: number, cost: number) =>
        0.5 * benefit * other - 0.05 * cost * own * own
      let best = 0
      let promise = 0
      for (let x = 0; x <= 4; x++) {
        for (let y = 0; y <= 4; y++) {
          const [own, other] = [x / 4, (0.5 * y) / 4]
          const first = gain(other, own, 0.25, burdens[0])
          const second = gain(own, other, 0.08, burdens[1])
          if (first <= 0 || second <= 0 || first * second <= best) continue
          best = first * second
          promise = Math.min(own, other)
        }
      }
      expect(best).toBeGreaterThan(0)
      expect(world.agreements.columns.commitment[0]).toBe(promise)
      expect(world.events.rows[0].value).toBeCloseTo(best, 12)
    }
  })

  it('signs nothing where one has no law, where none gains, or where an executive stands against', () => {
    const made = make()
    expect(made.talk([1, 0]).agreements.n).toBe(0)
    expect(made.talk([1, 1], { burdens: [1e4, 1e4] }).agreements.n).toBe(0)
    expect(made.talk([1, 1], { line: -0.1 }).agreements.n).toBe(0)
  })
})
