import { describe, expect, it } from 'vitest'
import { parseDate } from '../../src/calendar/index.js'
import { type Run, seriesOf } from '../../src/engine/index.js'
import { ks2 } from '../../src/statistics/index.js'
import { acidRainModel } from './acidRain.js'

const replicates = 150
const day = (text: string) => parseDate(text) ?? Number.NaN

/** One subject's value in the tick that contains a day. */
function at(run: Run, measure: string, subject: readonly string[], date: string): number {
  const recording = run.recordings.get(measure)
  return (recording && seriesOf(recording, subject)?.[run.timeline.tickOf(day(date))]) ?? Number.NaN
}

/** Mean over all subjects in the tick that contains a day. */
function meanAt(run: Run, measure: string, date: string): number {
  const recording = run.recordings.get(measure)
  if (!recording) return Number.NaN
  const first = run.timeline.tickOf(day(date)) * recording.width
  const values = recording.values.subarray(first, first + recording.width)
  return values.reduce((sum, x) => sum + x, 0) / recording.width
}

/** Quarters until a series reaches a half, restricted to the run; quarters, since all ticks of the test divide them. */
function quartersTo(run: Run, measure: string, subject: readonly string[]): number {
  const recording = run.recordings.get(measure)
  const series = (recording && seriesOf(recording, subject)) ?? []
  const tick = series.findIndex((x) => x >= 0.5)
  return Math.floor(((tick < 0 ? run.ticks : tick) * 4) / run.timeline.ticksPerYear)
}

const issue = 'acid-rain'

/** Decided by chance: the two distributions must not differ, and means within the chance of means. */
const random: Readonly<Record<string, (run: Run) => number>> = {
  'federal act': (run) => quartersTo(run, 'policy', ['US', issue]),
  'Canadian programme': (run) => quartersTo(run, 'policy', ['CA', issue]),
  'agreement of the states': (run) => quartersTo(run, 'concluded', ['air-quality-agreement']),
  'memoranda by the end of 1986': (run) => at(run, 'concluded', ['memorandum'], '1986-12-31'),
  'memoranda by the end of 2000': (run) => at(run, 'concluded', ['memorandum'], '2000-12-31'),
  'proposals by the end of 1986': (run) =>
    run.world.events.rows.filter((e) => e.type === 'proposed' && e.day <= day('1986-12-31')).length,
  'own programmes by the end of 1986': (run) =>
    at(run, 'ownProgrammes', ['US', issue], '1986-12-31'),
  'pressure on Washington in 1988': (run) => at(run, 'pressure', ['US', issue], '1988-12-31'),
  'sessions that ended with a bill': (run) =>
    run.world.events.rows.filter((e) => e.type === 'billDied').length,
}

/**
 * Moved by the length of a tick itself, by the given share at most, beside the chance of means: distributions are
 * too narrow, or too much on a few values, to be compared. What follows the end of a tick is up to half a tick ahead or behind.
 */
const steady: Readonly<Record<string, readonly [(run: Run) => number, number]>> = {
  'attention in 1983': [(run) => meanAt(run, 'salience', '1983-12-31'), 0.005],
  'attention in 1988': [(run) => meanAt(run, 'salience', '1988-12-31'), 0.005],
  'pressure on Ottawa in 1983': [(run) => at(run, 'pressure', ['CA', issue], '1983-12-31'), 0.025],
  'pressure on Ottawa in 1988': [(run) => at(run, 'pressure', ['CA', issue], '1988-12-31'), 0.015],
  'American emissions in 1988': [
    (run) => at(run, 'nationalEmissions', ['US'], '1988-12-31'),
    0.005,
  ],
  'American emissions in 2000': [(run) => at(run, 'nationalEmissions', ['US'], '2000-12-31'), 0.04],
  'Canadian emissions in 1994': [(run) => at(run, 'nationalEmissions', ['CA'], '1994-12-31'), 0.05],
  'means left in 1986': [(run) => meanAt(run, 'budget', '1986-12-31'), 0.005],
}

type Sample = ReadonlyMap<string, readonly number[]>

async function sample(ticksPerYear: number): Promise<Sample> {
  const model = await acidRainModel(undefined, [`time.ticksPerYear=${ticksPerYear}`])
  const outcomes = Object.entries({
    ...random,
    ...Object.fromEntries(Object.entries(steady).map(([name, [outcome]]) => [name, outcome])),
  })
  const found = new Map(outcomes.map(([name]) => [name, [] as number[]]))
  for (let k = 0; k < replicates; k++) {
    // Independent samples: addressed chance would give ticks of one number the same draws.
    const run = model.run({ seed: `ticks ${ticksPerYear}`, replicate: k })
    for (const [name, outcome] of outcomes) found.get(name)?.push(outcome(run))
  }
  return found
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length
const variance = (values: readonly number[]) =>
  values.reduce((sum, x) => sum + (x - mean(values)) ** 2, 0) / (values.length - 1)

describe('halving the tick', () => {
  it('leaves outcomes within noise', async () => {
    const [quarters, halves] = [await sample(4), await sample(8)]
    const wrong: string[] = []
    for (const [name, a] of quarters) {
      const b = halves.get(name) ?? []
      const gap = Math.abs(mean(a) - mean(b))
      const chance = 4 * Math.sqrt(variance(a) / a.length + variance(b) / b.length)
      const [, share] = steady[name] ?? [undefined, 0]
      const allowed = chance + share * Math.abs(mean(a))
      const words = `${name}: ${mean(a).toFixed(4)} by quarters, ${mean(b).toFixed(4)} by half quarters`
      if (!(gap <= allowed)) wrong.push(`${words}, more than ${allowed.toFixed(4)} apart`)
      const { p } = ks2(a, b)
      if (share === 0 && !(p > 0.001)) wrong.push(`${words}, Kolmogorov–Smirnov p ${p}`)
    }
    expect(wrong).toEqual([])
    // Fifteen seconds of work; a busy machine takes its time.
  }, 600_000)
})
