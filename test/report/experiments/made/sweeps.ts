import type {
  DesignHead,
  FactorHead,
  OutcomeHead,
  SweepResult,
} from '../../../../src/archive/index.js'
import {
  act,
  bargaining,
  boomerang,
  datedOf,
  draws,
  emissions,
  estimate,
  halfLife,
  law,
  number,
  transfers,
} from './ground.js'

type Setting = number | string | boolean

const treatments = [
  { id: 'as-it-is', title: 'As it is' },
  { id: 'no-memoranda', title: 'Without memoranda' },
  { id: 'no-president', title: 'With a president who never signs an act on the environment' },
]

interface Made {
  readonly factors: readonly FactorHead[]
  readonly points: readonly (readonly Setting[])[]
  readonly design: DesignHead['kind']
  readonly treatments?: number
  readonly outcomes?: readonly OutcomeHead[]
}

/** A sweep whose outcomes bend with the first factors and shift with the treatment. */
export function sweepOf(made: Made): SweepResult {
  const { factors, points, design, treatments: count = 3, outcomes = [law, act, emissions] } = made
  const random = draws(points.length)
  const size = (value: Setting, k: number) => {
    const range = factors[k].range
    if (typeof value !== 'number') return value === true || value === 'nash' ? 1 : 0
    return range ? (value - range[0]) / (range[1] - range[0]) : value
  }
  const cases = points.flatMap((settings, point) =>
    Array.from({ length: count }, (_, treatment) => {
      const place = settings.reduce<number>((sum, v, k) => sum + size(v, k) / (1 + 2 * k), 0)
      return {
        treatment,
        point,
        settings,
        outcomes: outcomes.map(({ type }) => {
          const noise = random() - 0.5
          const never = type !== 'boolean' && treatment === 2 && place < 0.3
          const date = type === 'date'
          const value =
            type === 'date'
              ? 1992 - 3 * place + treatment * 1.4 + noise
              : type === 'boolean'
                ? Math.max(0, Math.min(1, 0.3 + 0.4 * place - 0.15 * treatment + 0.06 * noise))
                : 21000 - 4000 * place + 900 * treatment + 500 * noise
          const half = type === 'date' ? 0.6 : type === 'boolean' ? 0.06 : 700
          const missing = never ? 50 : date ? treatment * 4 : 0
          // Dates that never came count as the horizon; other outcomes have no value then.
          const told = never ? (date ? estimate(2005, 0) : estimate(null)) : estimate(value, half)
          const within = (v: number | null) =>
            v === null || type !== 'boolean' ? v : Math.max(0, Math.min(1, v))
          return {
            estimate: told.estimate,
            lower: within(told.lower),
            upper: within(told.upper),
            n: date ? 50 : 50 - missing,
            missing,
          }
        }),
      }
    }),
  )
  return {
    kind: 'sweep',
    seed: '1',
    runs: points.length * count * 50,
    failed: 2,
    lost: 0,
    failures: [{ message: 'pressure: weight is not a number', runs: 2 }],
    replications: 50,
    treatments: treatments.slice(0, count),
    factors,
    design: { kind: design, points: points.length },
    outcomes,
    cases,
    dated: outcomes.map(({ type }) =>
      type === 'date'
        ? treatments.slice(0, count).map((_, t) => datedOf(1984 + t, [0.95, 0.7, 0][t]))
        : null,
    ),
    series: [],
  }
}

const steps = (n: number, [low, high]: readonly [number, number]) =>
  Array.from({ length: n }, (_, k) => Math.round((low + ((high - low) * k) / (n - 1)) * 1e6) / 1e6)

export const curve = sweepOf({
  factors: [boomerang],
  points: steps(9, [0, 2]).map((v) => [v]),
  design: 'grid',
})

export const plane = sweepOf({
  factors: [boomerang, halfLife],
  points: steps(9, [0, 2]).flatMap((a) => [0.5, 1, 2, 4, 8].map((b) => [a, b])),
  design: 'grid',
})

export const switches = sweepOf({
  factors: [bargaining, transfers],
  points: ['nash', 'median voter'].flatMap((a) => [true, false].map((b) => [a, b])),
  design: 'grid',
})

export const treatmentsOnly = sweepOf({ factors: [], points: [[]], design: 'single' })

export const single = sweepOf({ factors: [], points: [[]], design: 'single', treatments: 1 })

/** A number and two switches: the third is averaged over. */
export const mixed = sweepOf({
  factors: [boomerang, transfers, bargaining],
  points: steps(5, [0, 2]).flatMap((a) =>
    [true, false].flatMap((b) => ['nash', 'median voter'].map((c) => [a, b, c])),
  ),
  design: 'grid',
  treatments: 2,
})

export const twelve: readonly FactorHead[] = [
  boomerang,
  halfLife,
  transfers,
  bargaining,
  ...Array.from({ length: 8 }, (_, k) =>
    number(`other.parameter${k}`, `Other parameter of the model, number ${k + 1}`, [
      0,
      10 ** (k - 3),
    ]),
  ),
]

/** One factor moved at a time. */
export const alone = sweepOf({
  factors: [boomerang, transfers],
  points: [
    [1, true],
    [0, true],
    [2, true],
    [1, false],
  ],
  design: 'oneAtATime',
  outcomes: [act],
})

const random = draws(99)

export const hypercube = sweepOf({
  factors: twelve,
  points: Array.from({ length: 60 }, () =>
    twelve.map(({ kind, range, values }) =>
      values
        ? values[random() < 0.5 ? 0 : 1]
        : kind === 'integer'
          ? Math.round(random())
          : range![0] + random() * (range![1] - range![0]),
    ),
  ),
  design: 'latinHypercube',
  treatments: 2,
  outcomes: [law, act],
})
