import { expect, it } from 'vitest'
import { parseDate } from '../../../src/calendar/index.js'
import { openLibrary, planSweep } from '../../../src/experiment/index.js'
import { summariseSweep } from '../../../src/experiment/sweep/summariseSweep.js'
import { library, scenario } from '../sensitivity/run.js'

const july = parseDate('1980-07-01') ?? NaN

/** A sweep over so many settings that change nothing: in the same replicates the date comes at each of them, or never. */
async function sweep(settings: number) {
  const plan = await planSweep(
    scenario(),
    await openLibrary(library),
    {
      format: 1,
      scenario: 'ishigami',
      replications: 20,
      factors: { 'ishigami.x1': { values: Array.from({ length: settings }, (_, k) => k / 10) } },
      outcomes: [{ id: 'd', formula: 'date("1980-07-01")' }],
    },
    { version: 'test', mechanismFiles: [] },
  )
  const rows = Array.from({ length: settings * 20 }, (_, run) => ({
    run,
    status: 'done' as const,
    message: '',
    numbers: [run % 20 < 8 ? july : NaN],
    ties: [],
    series: [],
  }))
  async function* blocks() {
    yield rows
  }
  const [dated] = (await summariseSweep(plan, blocks())).dated
  return dated?.[0]
}

it('settings that share their chance make no band over all of them narrower', async () => {
  const [one, ten] = [await sweep(1), await sweep(10)]
  expect(ten?.curve.share).toEqual(one?.curve.share)
  const width = (of: typeof one) => (of?.curve.upper[0] ?? NaN) - (of?.curve.lower[0] ?? NaN)
  expect(width(ten) / width(one)).toBeGreaterThan(0.95)
  const mean = (of: typeof one) =>
    (of?.restrictedMean.upper ?? NaN) - (of?.restrictedMean.lower ?? NaN)
  expect(mean(ten) / mean(one)).toBeGreaterThan(0.85)
})
