import type { AttributionResult } from '../../archive/index.js'
import { horizonWords } from '../reading/quantity.js'
import { counted, decimal, listed } from '../reading/words.js'
import { type AnyManifest, repeatSentences, runSentences, scenarioSentences } from './common.js'

export function attributionMethods(result: AttributionResult, manifest: AnyManifest): string[] {
  const { causes, subsets, permutations, replications, settings, seed } = result
  const outcomes = settings.flatMap((setting) => setting.outcomes)
  const asymmetric = outcomes.some(({ shares }) => shares.some((s) => s.asymmetric !== null))
  const likely = outcomes.some(({ shares }) => shares.some((s) => s.necessity !== null))
  const pairs = outcomes.some(({ interactions }) => interactions.length > 0)
  const horizons = [
    ...new Set(outcomes.flatMap(({ horizon }) => (horizon === null ? [] : [horizon]))),
  ]
  const all = 2 ** causes.length
  return [
    ...scenarioSentences(manifest),
    `We attributed ${listed([...new Set(outcomes.map(({ outcome }) => outcome.title))])} to ${counted(causes.length, 'cause')}, each of which can be switched off: ${causes.map(({ title, off }) => `${title} (off: ${off})`).join('; ')}.`,
    permutations === null
      ? subsets >= all
        ? `All ${decimal(subsets, 0)} subsets of the causes were run.`
        : `${decimal(subsets, 0)} of the ${decimal(all, 0)} subsets of the causes were run.`
      : `Orders of the causes were sampled (Castro et al. 2009): ${counted(permutations, 'permutation')}, which take ${counted(subsets, 'subset')} of the ${decimal(all, 0)} there are.`,
    ...(settings.length > 1
      ? [
          `This was done under ${counted(settings.length, 'setting')}: ${listed(settings.map(({ title }) => `“${title}”`))}.`,
        ]
      : []),
    `Each subset was run ${counted(replications, 'time')}; the same replicate of different subsets shares its random numbers (master seed “${seed}”).`,
    ...runSentences(result),
    "A cause's share is its Shapley value (Shapley 1953): the mean change of the outcome when the cause is added, over all orders in which the causes can be added; shares sum to the difference between all causes and none.",
    ...(asymmetric
      ? [
          `Beside it stand asymmetric shares (Frye et al. 2020), over those orders alone in which a cause comes after those that work through it: ${orderWords(result)}.`,
        ]
      : []),
    'We also report the contribution of each cause alone (first in) and with all others present (last out).',
    ...(likely
      ? [
          'Necessity is, of runs in which the outcome happens with all causes, the share in which it does not without this one; sufficiency, of runs in which it does not happen without any, the share in which it does with this one alone.',
        ]
      : []),
    ...(pairs
      ? ['Interactions of pairs are Shapley interaction indices (Grabisch and Roubens 1999).']
      : []),
    `Contributions were worked out replicate by replicate and averaged; their 95 % intervals are bias-corrected and accelerated (BCa) bootstraps over replicates${likely ? ', those of shares of runs are after Wilson (1927)' : ''}.`,
    ...leftOutSentences(result),
    ...withoutSentences(result),
    ...(horizons.length > 0
      ? [
          `Dates that had not come by ${listed(horizons.map((h) => horizonWords(h)))} count as that horizon.`,
        ]
      : []),
    ...repeatSentences(manifest),
  ]
}

function leftOutSentences({ settings, replications }: AttributionResult): string[] {
  return settings.flatMap(({ title, outcomes }) =>
    outcomes
      .filter(({ leftOut }) => leftOut > 0)
      .map(
        ({ outcome, leftOut }) =>
          `For ${outcome.title}${settings.length > 1 ? ` under “${title}”` : ''} ${leftOut} of ${counted(replications, 'replicate')} ${leftOut === 1 ? 'was' : 'were'} left out, as a run failed or had no value.`,
      ),
  )
}

function withoutSentences({ causes, settings }: AttributionResult): string[] {
  return settings.flatMap(({ title, without }) =>
    without.map(
      ({ cause, why }) =>
        `${causes.find(({ id }) => id === cause)?.title ?? cause} was not asked about under “${title}”: ${why.replace(/[.]$/, '')}.`,
    ),
  )
}

function orderWords({ causes }: AttributionResult): string {
  const title = (id: string) => causes.find((cause) => cause.id === id)?.title ?? id
  return causes
    .filter(({ after }) => after.length > 0)
    .map((cause) => `${cause.title} after ${listed(cause.after.map(title))}`)
    .join('; ')
}
