import type {
  AttributionOutcome,
  AttributionResult,
  OutcomeHead,
} from '../../../../src/archive/index.js'
import { act, draws, estimate, law, outcome } from './ground.js'

const by = outcome('by1992', 'Federal act by the end of 1992', 'boolean')
const date = { ...law, title: 'Restricted mean date of the act' }

export const causes = [
  {
    id: 'memoranda',
    title: 'Memoranda of understanding',
    off: 'no memoranda are signed',
    after: [],
  },
  {
    id: 'credits',
    title: 'Credited cuts of single states',
    off: 'no cuts before the act',
    after: ['memoranda'],
  },
  {
    id: 'president',
    title: 'A president who is willing to sign',
    off: 'the president of before stays',
    after: [],
  },
  { id: 'leader', title: 'Senate leader', off: 'the leader of before stays', after: [] },
  { id: 'transfers', title: 'Transfers to the losing regions', off: 'no transfers', after: [] },
  {
    id: 'bundling',
    title: 'Bundling with other issues',
    off: 'issues are decided one by one',
    after: ['leader'],
  },
  {
    id: 'diffusion',
    title: 'Diffusion among states',
    off: 'states do not look at each other',
    after: [],
  },
]

function outcomeOf(
  asked: OutcomeHead,
  seed: number,
  scale: number,
  ordered: boolean,
): AttributionOutcome {
  const random = draws(seed)
  const sizes = [0.04, 0.09, 0.31, 0.2, 0.12, 0, -0.03]
  return {
    outcome: asked,
    unit: asked.type === 'date' ? 'years' : '1',
    leftOut: seed === 5 ? 3 : 0,
    horizon: asked.type === 'date' ? 2005 : null,
    all: estimate(asked.type === 'date' ? 1990.6 : 0.78, Math.abs(scale) * 0.03),
    none: estimate(asked.type === 'date' ? 2003.9 : 0.05, Math.abs(scale) * 0.02),
    shares: causes.map(({ id }, k) => {
      const size = sizes[k] * scale
      const half = Math.abs(scale) * 0.025
      return {
        cause: id,
        shapley: k === 5 ? estimate(0, 0) : estimate(size, half),
        asymmetric: ordered
          ? k === 6
            ? estimate(null)
            : estimate(size * (0.6 + 0.8 * random()), half)
          : null,
        firstIn: estimate(size * 0.4, half),
        lastOut: estimate(size * 1.7, half),
        necessity:
          asked.type === 'boolean'
            ? k === 5
              ? estimate(null)
              : estimate(Math.max(0, sizes[k] * 2), 0.04)
            : null,
        sufficiency: asked.type === 'boolean' ? estimate(Math.max(0, sizes[k] / 3), 0.02) : null,
      }
    }),
    interactions: causes.flatMap(({ id: a }, i) =>
      causes.flatMap(({ id: b }, j) =>
        j > i
          ? [
              {
                a,
                b,
                index:
                  j === 6 && i === 5
                    ? estimate(null)
                    : estimate((random() - 0.4) * 0.15 * scale, 0.02 * Math.abs(scale)),
              },
            ]
          : [],
      ),
    ),
  }
}

export const seven: AttributionResult = {
  kind: 'attribution',
  seed: '1',
  runs: 25600,
  failed: 0,
  lost: 0,
  failures: [],
  replications: 100,
  causes,
  subsets: 128,
  permutations: null,
  settings: [
    {
      id: 'calendar',
      title: 'Under the true calendar',
      without: [],
      outcomes: [outcomeOf(by, 5, 1, true), outcomeOf(date, 6, -13, true)],
    },
    {
      id: 'random',
      title: 'Under random gates',
      without: [{ cause: 'leader', why: 'the gates are drawn, so nobody holds them' }],
      outcomes: [outcomeOf(by, 8, 0.8, true), outcomeOf(date, 9, -10, true)].map((o) => ({
        ...o,
        shares: o.shares.filter(({ cause }) => cause !== 'leader'),
        interactions: o.interactions.filter(({ a, b }) => a !== 'leader' && b !== 'leader'),
      })),
    },
  ],
}

/** Two causes, one setting, sampled orders, nothing declared and no interactions. */
export const two: AttributionResult = {
  ...seven,
  causes: causes.slice(0, 2).map((cause) => ({ ...cause, after: [] })),
  subsets: 3,
  permutations: 200,
  settings: [
    {
      id: 'all',
      title: 'As it is',
      without: [],
      outcomes: [outcomeOf(act, 5, 1, false)].map((o) => ({
        ...o,
        shares: o.shares.slice(0, 2),
        interactions: [],
      })),
    },
  ],
}
