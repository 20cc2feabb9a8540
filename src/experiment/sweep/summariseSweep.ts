import type { CaseSummary, SweepResult } from '../../archive/index.js'
import { deriveKey } from '../../random/index.js'
import { mean, meanInterval, wilson } from '../../statistics/index.js'
import { RunCounter } from '../countRuns.js'
import { datedSummary } from '../datedSummary.js'
import { estimateOf, known } from '../estimate.js'
import { horizonOf, outcomeHead, restrictedYear } from '../outcomeHeads.js'
import { casesOf, type Plan, type PlannedFactor, placeOf } from '../plan.js'
import type { RunRow } from '../runRow.js'

/**
 * Sums a sweep up: what each case gave over its replicates, and the course of dated outcomes under each treatment.
 *
 * @param blocks all rows, in ascending order
 */
export async function summariseSweep(
  plan: Plan,
  blocks: AsyncIterable<readonly RunRow[]>,
): Promise<SweepResult> {
  const { ask, treatments, points } = plan
  const horizon = horizonOf(plan)
  // Points share the chance of their replicates, so the same replicate of all points is one piece of evidence.
  const shared = points.length > 1 && plan.replicates > 1
  const clusters = (treatment: number, id: string) =>
    shared
      ? {
          of: replicates[treatment],
          key: deriveKey(plan.seed, 0, `statistics/${id}/${treatments[treatment].id}`),
        }
      : undefined
  const counter = new RunCounter()
  const cases: CaseSummary[] = []
  const days = ask.numbers.map(() => treatments.map((): number[] => []))
  const replicates = treatments.map((): number[] => [])
  let open: RunRow[] = []
  const close = () => {
    const { treatment, point } = placeOf(plan, open[0].run)
    const done = open.filter(({ status }) => status === 'done')
    cases.push({
      treatment,
      point,
      settings: points[point].values,
      outcomes: ask.numbers.map((_, k) => summaryOf(plan, k, done, horizon)),
    })
    for (const { run } of done) replicates[treatment].push(placeOf(plan, run).replicate)
    ask.numbers.forEach(({ expression }, k) => {
      if (expression.type !== 'date') return
      for (const { numbers } of done) days[k][treatment].push(numbers[k])
    })
    open = []
  }
  for await (const block of blocks) {
    for (const row of block) {
      counter.count(row)
      open.push(row)
      if (open.length === plan.replicates) close()
    }
  }
  if (cases.length !== casesOf(plan)) throw new Error('a sweep was summed up before it was whole')
  return {
    kind: 'sweep',
    ...counter.counts,
    seed: plan.seed,
    replications: plan.replicates,
    treatments: treatments.map(({ id, title }) => ({ id, title })),
    factors: plan.factors.map(factorHead),
    design: plan.design,
    outcomes: ask.numbers.map(outcomeHead),
    cases,
    dated: ask.numbers.map(({ id, expression }, k) =>
      expression.type === 'date'
        ? days[k].map((of, t) => datedSummary(of, horizon, clusters(t, id)))
        : null,
    ),
    series: ask.series.map(outcomeHead),
    stop: plan.stop?.formula ?? null,
  }
}

/** A plan's factor as results tell it. */
export function factorHead({ path: _, ...head }: PlannedFactor) {
  return head
}

/** Mean over replicates with its interval; for dates that of the restricted date, for yes or no a share. */
function summaryOf(
  { ask }: Plan,
  outcome: number,
  rows: readonly RunRow[],
  horizon: number,
): CaseSummary['outcomes'][number] {
  const { expression } = ask.numbers[outcome]
  const values = rows.map(({ numbers }) => numbers[outcome])
  const has = values.filter((value) => !Number.isNaN(value))
  const missing = values.length - has.length
  if (expression.type === 'boolean') {
    const yes = has.filter((value) => value === 1).length
    return { ...estimateOf(wilson(yes, has.length)), n: has.length, missing }
  }
  const counted =
    expression.type === 'date' ? values.map((day) => restrictedYear(day, horizon)) : has
  if (counted.length < 2)
    return { estimate: known(mean(counted)), lower: null, upper: null, n: counted.length, missing }
  return { ...estimateOf(meanInterval(counted)), n: counted.length, missing }
}
