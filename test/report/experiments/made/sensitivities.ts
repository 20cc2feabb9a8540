import type { SensitivityOutcome, SensitivityResult } from '../../../../src/archive/index.js'
import { act, draws, emissions, estimate, law } from './ground.js'
import { twelve } from './sweeps.js'

const random = draws(7)
const weights = twelve.map((_, k) => Math.exp(-k / 3) * (0.7 + 0.6 * random()))

function steps(n: readonly number[], values: readonly (number | null)[]) {
  return n.map((count) => ({
    n: count,
    values: values.map((v) =>
      v === null ? null : v * (1 + (random() - 0.5) * (6 / Math.sqrt(count))),
    ),
  }))
}

function morrisOutcome(outcome: typeof law, scale: number): SensitivityOutcome {
  const muStar = weights.map((w) => w * scale)
  return {
    outcome,
    missing: 12,
    dropped: 1,
    mean: outcome.type === 'date' ? 1991.2 : 18000,
    variance: scale * scale * 2,
    noise: estimate(0.34, 0.05),
    morris: muStar.map((m, k) => ({
      muStar:
        k === 11
          ? estimate(null)
          : k === 10
            ? estimate(0, 0)
            : estimate(m, m * 0.15 + scale * 0.02),
      mu: k === 11 ? null : k === 10 ? 0 : m * (k % 2 ? -0.9 : 0.6),
      sigma: k === 11 ? null : k === 10 ? 0 : m * (0.3 + random()),
    })),
    sobol: null,
    second: null,
    convergence: steps(
      [5, 10, 20, 30, 40],
      muStar.map((m, k) => (k === 11 ? null : m)),
    ),
  }
}

export const morris: SensitivityResult = {
  kind: 'sensitivity',
  method: 'morris',
  seed: '1',
  n: 40,
  points: 520,
  replications: 10,
  runs: 5200,
  failed: 0,
  lost: 3,
  failures: [],
  factors: twelve,
  outcomes: [morrisOutcome(law, 2), morrisOutcome(emissions, 2400)],
}

const total = weights.map((w) => w / weights.reduce((a, b) => a + b, 0))

export const sobol: SensitivityResult = {
  ...morris,
  method: 'sobol',
  n: 512,
  points: 7168,
  replications: 4,
  runs: 28672,
  lost: 0,
  outcomes: [
    {
      outcome: act,
      missing: 0,
      dropped: 0,
      mean: 0.61,
      variance: 0.08,
      noise: estimate(0.52, 0.03),
      morris: null,
      sobol: total.map((t, k) => ({
        first: k === 9 ? estimate(null) : estimate(t * 0.8 - 0.01, 0.04),
        total: k === 9 ? estimate(null) : estimate(t * 1.3, 0.05),
      })),
      second: total.flatMap((_, a) =>
        total.flatMap((__, b) =>
          b > a
            ? [
                {
                  a,
                  b,
                  index:
                    b === 9
                      ? estimate(null)
                      : estimate(total[a] * total[b] * (random() - 0.2), 0.02),
                },
              ]
            : [],
        ),
      ),
      convergence: steps(
        [64, 128, 256, 512],
        total.map((t, k) => (k === 9 ? null : t * 1.3)),
      ),
    },
  ],
}

/** Three factors, without second-order indices. */
export const small: SensitivityResult = {
  ...sobol,
  factors: twelve.slice(0, 3),
  outcomes: sobol.outcomes.map((o) => ({
    ...o,
    sobol: o.sobol!.slice(0, 3),
    second: null,
    convergence: o.convergence.map(({ n, values }) => ({ n, values: values.slice(0, 3) })),
  })),
}
