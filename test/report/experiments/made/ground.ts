import type {
  DatedSummary,
  Estimate,
  ExperimentManifest,
  FactorHead,
  OutcomeHead,
} from '../../../../src/archive/index.js'

/** Numbers from 0 to 1 that look random and are always the same. */
export function draws(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

export function estimate(value: number | null, half: number | null = null): Estimate {
  if (value === null) return { estimate: null, lower: null, upper: null }
  if (half === null) return { estimate: value, lower: null, upper: null }
  return { estimate: value, lower: value - half, upper: value + half * 1.1 }
}

export function outcome(
  id: string,
  title: string,
  type: OutcomeHead['type'],
  unit = '1',
): OutcomeHead {
  return { id, title, formula: `value of ${id}`, unit, type }
}

export const law = outcome('law', 'Date of the federal act', 'date', 'year')
export const act = outcome('act', 'Federal act by 2000', 'boolean')
export const emissions = outcome('emissions', 'Emissions in 2005', 'number', 'kt/year')

export function number(
  id: string,
  title: string,
  range: readonly [number, number],
  more: Partial<FactorHead> = {},
): FactorHead {
  return { id, title, unit: '1', kind: 'number', range, ...more }
}

export const boomerang = number('pressure.boomerang', 'Weight of the foreign route', [0, 2])
export const halfLife = number('salience.halfLife', 'Half-life of salience', [0.5, 8], {
  unit: 'years',
  scale: 'log',
})
export const transfers: FactorHead = {
  id: 'federalPolitics.transfers',
  title: 'Transfers between regions',
  unit: '1',
  kind: 'switch',
  values: [true, false],
}
export const bargaining: FactorHead = {
  id: 'law.bargaining',
  title: 'Rule of bargaining',
  unit: '1',
  kind: 'category',
  values: ['nash', 'median voter'],
}

export function manifestOf(
  kind: ExperimentManifest['kind'],
  more: Partial<ExperimentManifest> = {},
): ExperimentManifest {
  return {
    software: 'paradiplomacy',
    format: 1,
    kind,
    version: '0.3.0',
    command: `paradiplomacy ${kind} acid-rain --seed 1`,
    scenario: { name: 'acid-rain', title: 'Acid rain in North America', sha256: 'a1b2'.repeat(16) },
    files: [{ name: 'scenario.yaml', sha256: 'c3d4'.repeat(16) }],
    mechanismFiles: [],
    treatment: null,
    settings: null,
    patches: [],
    seed: '1',
    runs: 4000,
    chunkSize: 50,
    mechanisms: ['salience', 'pressure', 'federalPolitics'].map((name) => ({
      name,
      parameters: {},
    })),
    plan: 'e5f6'.repeat(16),
    ...more,
  }
}

/** Dates that come from a year on, faster or slower; by the horizon in so many of the runs. */
export function datedOf(from: number, share: number, horizon = 2005): DatedSummary {
  const times: number[] = []
  const shares: number[] = []
  for (let k = 1; k <= 25 && from + k * 0.75 < horizon; k++) {
    times.push(from + k * 0.75)
    shares.push(share * (1 - Math.exp(-k / 7)))
  }
  const last = shares[shares.length - 1] ?? 0
  return {
    horizon,
    incidence: share === 0 ? estimate(0, 0) : { ...estimate(last, 0.04) },
    restrictedMean: estimate(share === 0 ? horizon : horizon - (horizon - from) * share * 0.7, 0.4),
    curve: {
      times,
      share: shares,
      lower: shares.map((s) => Math.max(0, s - 0.045)),
      upper: shares.map((s) => Math.min(1, s + 0.045)),
    },
  }
}

export const noFailures = { failed: 0, lost: 0, failures: [] } as const
