import type { AttributionResult } from '../../archive/index.js'
import { deriveKey } from '../../random/index.js'
import type { Plan } from '../plan.js'
import type { RunRow } from '../runRow.js'
import { type AttributionDesign, firstTreatments, orderWithin } from './AttributionDesign.js'
import { attributeOutcome } from './attributeOutcome.js'
import { collectAnswers } from './collectAnswers.js'
import { contributionsOf } from './contributions.js'
import { sampledOrders } from './subsetsToRun.js'

/**
 * Sums an attribution up: under each setting, the contributions of each cause to each outcome.
 *
 * @param blocks all rows
 */
export async function summariseAttribution(
  plan: Plan,
  design: AttributionDesign,
  blocks: AsyncIterable<readonly RunRow[]>,
): Promise<AttributionResult> {
  const { seed, replicates } = plan
  const { causes, permutations, settings, outcomes } = design
  const { counter, settings: answers } = await collectAnswers(
    plan,
    design,
    firstTreatments(design),
    blocks,
  )
  return {
    kind: 'attribution',
    ...counter.counts,
    seed,
    replications: replicates,
    causes,
    subsets: Math.max(...settings.map(({ subsets }) => subsets.length)),
    permutations,
    settings: settings.map((setting, s) => {
      const { id, title, without, subsets } = setting
      const after = orderWithin(design, setting)
      const k = setting.causes.length
      const orders = permutations === null ? undefined : sampledOrders(k, permutations, seed, after)
      const contributions = contributionsOf(k, subsets, after, orders)
      const ids = setting.causes.map((row) => causes[row].id)
      return {
        id,
        title,
        without,
        outcomes: outcomes.map((outcome) => {
          const key = deriveKey(seed, 0, `statistics/${id}/${outcome.id}`)
          return attributeOutcome(outcome, answers[s], ids, subsets, contributions, key)
        }),
      }
    }),
  }
}
