import type { SensitivityResult } from '../../archive/index.js'
import { deriveKey } from '../../random/index.js'
import { mean, variance } from '../../statistics/index.js'
import { known } from '../estimate.js'
import { outcomeHead } from '../outcomeHeads.js'
import type { Plan } from '../plan.js'
import type { RunRow } from '../runRow.js'
import { factorHead } from '../sweep/summariseSweep.js'
import { indicesOfMorris, indicesOfSobol } from './indices.js'
import { noiseShare } from './noiseShare.js'
import { pointAnswers } from './PointAnswers.js'
import { blockOf, type SensitivityDesign, trajectoriesOf } from './SensitivityDesign.js'

/**
 * Sums a sensitivity analysis up: the indices of each factor for each outcome, whose value at a point is the mean over
 * its replicates, and how much of the spread over runs is chance.
 *
 * @param blocks all rows, in ascending order
 */
export async function summariseSensitivity(
  plan: Plan,
  design: SensitivityDesign,
  blocks: AsyncIterable<readonly RunRow[]>,
): Promise<SensitivityResult> {
  const { seed, ask, factors, points, replicates } = plan
  const { counter, answers } = await pointAnswers(plan, blocks)
  const d = factors.length
  const find =
    design.method === 'morris'
      ? morrisFinder(design)
      : (outputs: Float64Array, domain: string) =>
          indicesOfSobol(outputs, { ...design, factors: d, key: deriveKey(seed, 0, domain) })
  return {
    kind: 'sensitivity',
    ...counter.counts,
    method: design.method,
    seed,
    n: design.n,
    points: points.length,
    replications: replicates,
    factors: factors.map(factorHead),
    outcomes: ask.numbers.map((asked, question) => {
      const own = answers[question]
      const outputs = own.means()
      const has = outputs.filter(Number.isFinite)
      const domain = `statistics/${asked.id}`
      return {
        outcome: outcomeHead(asked),
        missing: own.missing,
        dropped: outputs.length - has.length,
        mean: known(mean(has)),
        variance: known(variance(has)),
        noise: noiseShare(own, blockOf(design, d), deriveKey(seed, 0, `${domain}/noise`)),
        ...find(outputs, domain),
      }
    }),
  }

  function morrisFinder(of: Extract<SensitivityDesign, { method: 'morris' }>) {
    const trajectories = trajectoriesOf(of, d, seed)
    return (outputs: Float64Array, domain: string) =>
      indicesOfMorris(trajectories, outputs, deriveKey(seed, 0, domain))
  }
}
