import type { SensitivityOutcome, SensitivityResult } from '../../../archive/index.js'
import { ranked } from '../../experiments/sensitivityAnswer.js'
import type { AnyManifest } from '../../methods/common.js'
import { plain, shownEstimate } from '../../reading/quantity.js'
import { counted, listed } from '../../reading/words.js'
import { frame } from '../frame.js'
import type { Picture } from '../Picture.js'
import { evenTicks, pairsMap } from './pairsMap.js'
import { experimentSource, fileName } from './source.js'

/** Factors that are drawn at most: those with the largest total index. */
const most = 12

/** What pairs of factors do together, beyond what each does alone. */
export function secondOrderPicture(
  result: SensitivityResult,
  outcome: SensitivityOutcome,
  second: NonNullable<SensitivityOutcome['second']>,
  manifest: AnyManifest,
): Picture | undefined {
  const order = ranked(result, outcome).slice(0, most)
  const place = new Map(order.map(({ factor }, k) => [factor, k]))
  const pairs = second.flatMap(({ a, b, index }) => {
    const [p, q] = [place.get(a), place.get(b)]
    return p === undefined || q === undefined ? [] : [{ a: p, b: q, index }]
  })
  if (pairs.length === 0) return undefined
  const title = `Pairs of factors in ${outcome.outcome.title}`
  const names = ({ a, b }: { readonly a: number; readonly b: number }) =>
    `${result.factors[a].title} with ${result.factors[b].title}`
  const sorted = [...second].sort(
    (x, y) => (y.index.estimate ?? -Infinity) - (x.index.estimate ?? -Infinity),
  )
  const apart = second.filter(({ index }) => index.lower !== null && index.lower > 0)
  const description = `Second-order indices of ${counted(second.length, 'pair')} of factors. Largest: ${listed(
    sorted.slice(0, 3).map((pair) => `${names(pair)} ${shownEstimate(plain, pair.index)}`),
  )}. ${apart.length} ${apart.length === 1 ? 'is' : 'are'} told apart from nothing.`
  const spec = frame({
    title,
    subtitle: `Second-order indices: shares of the variance that two factors make together and neither alone. * marks those whose 95 % interval does not hold zero.${result.factors.length > most ? ` The ${most} factors with the largest total index.` : ''}`,
    source: experimentSource('sensitivity', manifest, result.runs),
    description,
    panels: [
      pairsMap(
        order.map(({ title: name }) => name),
        pairs,
        plain,
        evenTicks(pairs, plain),
        '',
        'second-order index',
      ),
    ],
  })
  return {
    id: fileName('pairs', outcome.outcome.id),
    title,
    caption:
      'Each cell is a pair: the factor of its row with the factor whose number stands above.',
    description,
    table: {
      head: ['Pair', 'Second-order index'],
      rows: sorted.map((pair) => [names(pair), shownEstimate(plain, pair.index)]),
    },
    spec,
  }
}
