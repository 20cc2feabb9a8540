import { mean } from '../../statistics/index.js'
import { RunCounter } from '../countRuns.js'
import { horizonOf, restrictedYear } from '../outcomeHeads.js'
import type { Plan } from '../plan.js'
import type { RunRow } from '../runRow.js'

/** What the runs of a plan without treatments answered to one question, point by point. */
export class PointAnswers {
  /** @param values one a run: replicates of the first point, then of the second …; NaN for none */
  constructor(
    readonly values: Float64Array,
    readonly replicates: number,
  ) {}

  get points(): number {
    return this.values.length / this.replicates
  }

  /** The answers of a point's replicates, NaN for those without. */
  of(point: number): Float64Array {
    return this.values.subarray(point * this.replicates, (point + 1) * this.replicates)
  }

  /** The mean of each point over its replicates with a value; NaN for a point without any. */
  means(): Float64Array {
    return Float64Array.from({ length: this.points }, (_, point) =>
      mean(this.of(point).filter(Number.isFinite)),
    )
  }

  /** Runs without a value. */
  get missing(): number {
    return this.values.filter((value) => !Number.isFinite(value)).length
  }
}

/**
 * Sorts answers by question. A date counts as its decimal year, at the end of the scenario if it never came; yes and no
 * count as 1 and 0.
 *
 * @param blocks all rows, in ascending order
 */
export async function pointAnswers(
  plan: Plan,
  blocks: AsyncIterable<readonly RunRow[]>,
): Promise<{ readonly counter: RunCounter; readonly answers: readonly PointAnswers[] }> {
  const counter = new RunCounter()
  const { ask, points, replicates } = plan
  const horizon = horizonOf(plan)
  const values = ask.numbers.map(() => new Float64Array(points.length * replicates).fill(NaN))
  for await (const rows of blocks) {
    for (const row of rows) {
      counter.count(row)
      if (row.status !== 'done') continue
      ask.numbers.forEach(({ expression }, question) => {
        const answer = row.numbers[question]
        values[question][row.run] =
          expression.type === 'date' ? restrictedYear(answer, horizon) : answer
      })
    }
  }
  return { counter, answers: values.map((own) => new PointAnswers(own, replicates)) }
}
