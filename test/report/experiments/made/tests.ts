import type {
  FactorHead,
  HypothesisFinding,
  HypothesisVerdict,
  TestResult,
} from '../../../../src/archive/index.js'
import {
  act,
  boomerang,
  datedOf,
  draws,
  emissions,
  estimate,
  halfLife,
  law,
  transfers,
} from './ground.js'

const half = (finding: Partial<HypothesisFinding>) => finding

/** One hypothesis, with everything about it made up. */
export function hypothesis(
  id: string,
  statement: string,
  value: number | null,
  width: number | null,
  verdict: HypothesisVerdict,
  more: Partial<HypothesisFinding> = {},
): HypothesisFinding {
  return {
    id,
    statement,
    source: 'VanNijnatten 2004',
    tag: 'emergent',
    note: null,
    treatment: { id: 'as-it-is', title: 'As it is' },
    control: { id: 'without', title: 'Without it' },
    outcome: law,
    sign: '-',
    smallest: 0.5,
    unit: 'years',
    drawn: [boomerang, halfLife],
    sets: 100,
    replicates: 4,
    pairs: 396,
    missing: 4,
    effect: estimate(value, width),
    equivalence: estimate(value, width === null ? null : width * 0.84),
    equivalent: verdict === 'no effect of interest',
    favourable: estimate(value === null ? null : 0.71, 0.05),
    unmoved: 0.12,
    standardised: value === null ? null : value / 2,
    correlation: value === null ? null : 0.83,
    spread: { parameters: 0.35, chance: 0.65 },
    p: null,
    holm: null,
    verdict,
    words: `${verdict.charAt(0).toUpperCase()}${verdict.slice(1)}: the effect is ${value ?? '–'} (made up).`,
    stopping: {
      rule: 'half-width of 0.25 years, at most 2,000 pairs',
      halfWidth: 0.25,
      reached: 'precise',
    },
    dated: null,
    curve: null,
    expected: null,
    runs: 800,
    failed: 0,
    lost: 0,
    failures: [],
    ...half(more),
  }
}

const random = draws(3)

/** Eight hypotheses, with long sentences, an effect that cannot be told, one without spread, and one very large. */
export const eight: TestResult = {
  kind: 'test',
  seed: '1',
  file: { name: 'hypotheses.yaml', sha256: '0f1e'.repeat(16) },
  hypotheses: [
    hypothesis(
      'memoranda',
      'Memoranda of understanding between provinces and states bring the federal act forward, because governors who have signed one press their delegations in Congress.',
      -0.9,
      0.35,
      'supported',
      {
        dated: { treatment: datedOf(1984, 0.9), control: datedOf(1986, 0.75) },
        curve: {
          factor: boomerang,
          points: Array.from({ length: 9 }, (_, k) => ({
            value: k / 4,
            effect:
              k === 6
                ? estimate(null)
                : estimate(-0.1 - 0.24 * k + 0.15 * random(), 0.2 + 0.05 * k),
            favourable: estimate(0.5 + k / 20, 0.05),
            pairs: 400,
          })),
        },
        expected: { verdict: 'supported', met: true },
      },
    ),
    hypothesis('credits', 'Credits for early cuts speed up the act.', 0.8, 0.2, 'contradicted', {
      expected: { verdict: 'supported', met: false },
      failed: 3,
      failures: [{ message: 'diffusion: share 1.02 leaves its range', runs: 3 }],
    }),
    hypothesis(
      'bundling',
      'Bundling the issue with transfers matters.',
      -0.03,
      0.12,
      'no effect of interest',
      {
        outcome: act,
        unit: '1',
        sign: '+',
        smallest: 0.1,
        effect: estimate(0.01, 0.04),
        equivalence: estimate(0.01, 0.03),
      },
    ),
    hypothesis(
      'salience',
      'The more the press of the receiving state reports on damage, the more of the emissions of the sending state are cut by the end.',
      -120,
      400,
      'undecided',
      {
        outcome: emissions,
        unit: 'kt/year',
        smallest: 250,
        stopping: {
          rule: 'half-width of 150 kt/year, at most 2,000 pairs',
          halfWidth: 150,
          reached: 'cap',
        },
      },
    ),
    hypothesis(
      'boomerang',
      'Pressure that takes the foreign route is stronger where the domestic route is closed.',
      0.34,
      0.05,
      'strength of the assumption',
      { tag: 'assumed', outcome: act, unit: '1', sign: '+', smallest: 0.05 },
    ),
    hypothesis('never', 'A court order brings the act.', null, null, 'undecided', {
      pairs: 0,
      missing: 400,
      favourable: estimate(null),
      dated: { treatment: datedOf(1984, 0), control: datedOf(1984, 0.1) },
    }),
    hypothesis(
      'nothing',
      'Diffusion among states alone moves the federal date.',
      0,
      0,
      'no effect of interest',
      {
        drawn: [],
        standardised: null,
        correlation: 1,
      },
    ),
    hypothesis('huge', 'Without the president there is no act.', -11.4, 0.9, 'supported', {
      tag: 'confronted',
    }),
  ],
}

/** One hypothesis over a factor that is not a number, with p-values. */
export const one: TestResult = {
  ...eight,
  hypotheses: [
    hypothesis('transfers', 'Transfers bring the act forward.', -1.2, 0.4, 'supported', {
      p: 0.0004,
      holm: 0.0004,
      smallest: 0,
      curve: {
        factor: transfers as FactorHead,
        points: [true, false].map((value, k) => ({
          value,
          effect: estimate(-1.6 + k, 0.3),
          favourable: estimate(0.8, 0.05),
          pairs: 400,
        })),
      },
    }),
  ],
}
