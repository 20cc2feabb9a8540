import type { AttributionResult } from '../../../archive/index.js'
import { bySize, tellsApart, titleOf } from '../../experiments/attributionAnswer.js'
import type { AnyManifest } from '../../methods/common.js'
import { differenceOf, shownEstimate, titled, withUnit } from '../../reading/quantity.js'
import { counted, listed } from '../../reading/words.js'
import { frame } from '../frame.js'
import type { Picture } from '../Picture.js'
import { evenTicks, type PairIndex, pairsMap } from './pairsMap.js'
import type { Told } from './shapley.js'
import { experimentSource, fileName } from './source.js'

/** Which causes need each other, and which stand in for each other. */
export function interactionsPicture(
  result: AttributionResult,
  all: readonly Told[],
  manifest: AnyManifest,
): Picture | undefined {
  const told = all.filter(({ outcome }) => outcome.interactions.length > 0)
  if (told.length === 0) return undefined
  const { outcome: asked, unit } = told[0].outcome
  const quantity = differenceOf(asked, unit)
  const maps = told.map(({ setting, outcome }) => {
    const order = bySize(outcome).map(({ cause }) => cause)
    const place = new Map(order.map((cause, k) => [cause, k]))
    const names = order.map((cause) => titleOf(result, cause))
    const pairs = outcome.interactions.flatMap(({ a, b, index }): PairIndex[] => {
      const [p, q] = [place.get(a), place.get(b)]
      return p === undefined || q === undefined ? [] : [{ a: p, b: q, index }]
    })
    return { setting, names, pairs }
  })
  const ticks = evenTicks(
    maps.flatMap(({ pairs }) => pairs),
    quantity,
  )
  const title = `How causes of ${asked.title} work together`
  const description = told.map(describe).join(' ')
  const date = asked.type === 'date'
  const spec = frame({
    title,
    subtitle: `Interaction of pairs${quantity.unit === '' ? '' : ` in ${quantity.unit}`}. ${date ? 'Below zero (orange) two causes bring it further forward together than apart; above zero (blue) they stand in for each other.' : 'Above zero (blue) two causes need each other; below zero (orange) they stand in for each other.'} * marks those whose 95 % interval does not hold zero.`,
    source: experimentSource('attribution', manifest, result.runs),
    description,
    spacing: 30,
    panels: maps.map(({ setting, names, pairs }) =>
      pairsMap(
        names,
        pairs,
        quantity,
        ticks,
        told.length > 1 ? setting : '',
        titled('interaction', quantity),
      ),
    ),
  })
  return {
    id: fileName('interactions', asked.id),
    title,
    caption: 'Each cell is a pair: the cause of its row with the cause whose number stands above.',
    description,
    table: {
      head: ['Causes', 'Setting', titled('Interaction', quantity)],
      rows: told.flatMap(({ setting, outcome }) =>
        outcome.interactions.map(({ a, b, index }) => [
          `${titleOf(result, a)} with ${titleOf(result, b)}`,
          setting,
          shownEstimate(quantity, index),
        ]),
      ),
    },
    spec,
  }

  function describe({ setting, outcome }: Told): string {
    const apart = outcome.interactions
      .filter(({ index }) => tellsApart(index))
      .sort((x, y) => Math.abs(y.index.estimate!) - Math.abs(x.index.estimate!))
    const where = all.length > 1 ? `${setting}: ` : ''
    if (apart.length === 0)
      return `${where}None of ${counted(outcome.interactions.length, 'pair')} is told apart from zero.`
    const words = apart
      .slice(0, 3)
      .map(
        ({ a, b, index }) =>
          `${titleOf(result, a)} with ${titleOf(result, b)} ${withUnit(quantity, index)}`,
      )
    return `${where}${apart.length} of ${counted(outcome.interactions.length, 'pair')} are told apart from zero; strongest: ${listed(words)}.`
  }
}
