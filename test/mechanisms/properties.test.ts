import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { library } from '../../src/library.js'
import { buildModel, type ScenarioDocument } from '../../src/scenario/index.js'
import { acidRain, removable, without } from './acidRain.js'
import { breachesOf } from './breaches.js'

const base = await acidRain()
const treatments = Object.keys(base.treatments ?? {})
const treated = new Map(
  await Promise.all(treatments.map(async (id) => [id, await acidRain(id)] as const)),
)

/** Numbers of the enabled mechanisms, each somewhere in its plausible range. */
const draws = fc
  .tuple(
    ...library.mechanisms
      .filter(({ name }) => base.mechanisms[name])
      .flatMap(({ name, parameters }) =>
        Object.entries(parameters).flatMap(([parameter, descriptor]) => {
          if (descriptor.type !== 'number') return []
          const [min, max] = descriptor.range
          const value = fc.double({ min, max, noNaN: true, noDefaultInfinity: true })
          return [fc.option(value).map((x) => ({ name, parameter, value: x }))]
        }),
      ),
  )
  .map((settings) => settings.filter(({ value }) => value !== null))

const world = fc.record({
  seed: fc.string({ minLength: 1, maxLength: 6 }),
  treatment: fc.option(fc.constantFrom(...treatments), { nil: undefined }),
  parameters: fc.oneof(fc.constant([]), draws),
  gone: fc.subarray(removable(base), { maxLength: 6 }),
  ticksPerYear: fc.constantFrom(1, 4, 4, 6),
})

function documentOf({
  treatment,
  parameters,
  gone,
  ticksPerYear,
}: typeof world extends fc.Arbitrary<infer W> ? W : never) {
  const start = (treatment && treated.get(treatment)) || base
  const mechanisms: Record<string, ScenarioDocument['mechanisms'][string]> = { ...start.mechanisms }
  for (const { name, parameter, value } of parameters)
    mechanisms[name] = { ...mechanisms[name], [parameter]: value ?? 0 }
  return without({ ...start, mechanisms, time: { ...start.time, ticksPerYear } }, gone)
}

describe('what cannot be', () => {
  it('does not happen in the scenario as it is, over many seeds', () => {
    const model = buildModel(base, library)
    for (let seed = 0; seed < 25; seed++)
      expect(breachesOf(model, { seed: String(seed) }), `seed ${seed}`).toEqual([])
  })

  it('does not happen under any treatment', () => {
    for (const [id, document] of treated) {
      const model = buildModel(document, library)
      for (let seed = 0; seed < 3; seed++)
        expect(breachesOf(model, { seed: String(seed) }), `${id}, seed ${seed}`).toEqual([])
    }
  })

  it('does not happen with other parameters and without some units', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        expect(breachesOf(buildModel(documentOf(drawn), library), { seed: drawn.seed })).toEqual([])
      }),
      { numRuns: 60, interruptAfterTimeLimit: 60_000 },
    )
  }, 600_000)
})
