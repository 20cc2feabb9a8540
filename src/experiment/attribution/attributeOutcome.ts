import type { AttributionOutcome, Estimate, OutcomeHead } from '../../archive/index.js'
import type { Key } from '../../random/index.js'
import { bootstrapMeans, mean, weigh, wilson } from '../../statistics/index.js'
import { estimateOf, known } from '../estimate.js'
import { restrictedYear } from '../outcomeHeads.js'
import type { PlannedOutcome, Take } from './AttributionDesign.js'
import { boundsOverOrders, type OrderGroup } from './boundsOverOrders.js'
import type { SettingAnswers } from './collectAnswers.js'
import type { Contributions } from './contributions.js'

/**
 * What each cause contributes to one outcome. Contributions are worked out replicate by replicate, as all subsets share
 * its chance, and bootstrapped over replicates; over orders as well, where these were sampled.
 *
 * @param ids of the causes of the setting
 * @param subsets that were run
 * @param key whose chance the bootstrap has
 */
export function attributeOutcome(
  outcome: PlannedOutcome,
  { answers, whole }: SettingAnswers,
  ids: readonly string[],
  subsets: readonly number[],
  contributions: Contributions,
  key: Key,
): AttributionOutcome {
  const { take } = outcome
  const { shapley, asymmetric = [], firstIn, lastOut, pairs, interactions, sampled } = contributions
  const width = subsets.length
  const values = valuesOf(answers[outcome.question], whole, width, take)
  const rows = [...shapley, ...asymmetric, ...firstIn, ...lastOut, ...interactions]
  const all = values.map((own) => own[width - 1])
  const none = values.map((own) => own[0])
  const found = meansOf(
    values.map((own, r) => [...contributed(rows, own), all[r], none[r]]),
    rows.length + 2,
    key,
  )
  const k = ids.length
  const takeNext = taker(found)
  const shapleys = overOrders(takeNext(k), sampled?.free)
  const asymmetrics = overOrders(takeNext(asymmetric.length), sampled?.ordered)
  const [firsts, lasts] = [takeNext(k), takeNext(k)]
  const indices = takeNext(pairs.length)
  const [withAll, withNone] = takeNext(2)
  const yesOrNo = take.kind === 'boolean' || take.kind === 'by'
  const place = (row: Float64Array, weight: number) => row.indexOf(weight)
  return {
    outcome: headOf(outcome),
    unit: take.kind === 'date' ? 'years' : take.kind === 'number' ? take.unit : '1',
    horizon: take.kind === 'date' ? take.horizon : null,
    leftOut: whole.length - values.length,
    all: yesOrNo ? shareOf(all) : withAll,
    none: yesOrNo ? shareOf(none) : withNone,
    shares: ids.map((cause, i) => ({
      cause,
      shapley: shapleys[i],
      asymmetric: asymmetrics[i] ?? null,
      firstIn: firsts[i],
      lastOut: lasts[i],
      // Of those that have it with all causes, how many lose it without this one …
      necessity: yesOrNo ? shareAmong(all, 1, place(lastOut[i], -1), 0) : null,
      // … and of those that lack it without any, how many get it by this one alone.
      sufficiency: yesOrNo ? shareAmong(none, 0, place(firstIn[i], 1), 1) : null,
    })),
    interactions: pairs.map(([a, b], at) => ({ a: ids[a], b: ids[b], index: indices[at] })),
  }

  function overOrders(shares: readonly Estimate[], groups: readonly OrderGroup[] = []) {
    if (sampled === undefined) return shares
    const bounds = boundsOverOrders(values, subsets, groups, shares.length, key)
    return shares.map(({ estimate }, cause) => ({ estimate, ...bounds[cause] }))
  }

  function shareAmong(given: readonly number[], is: number, subset: number, becomes: number) {
    const among = values.filter((_, r) => given[r] === is)
    return estimateOf(wilson(among.filter((own) => own[subset] === becomes).length, among.length))
  }
}

/** The values of the subsets in each replicate that has them all. */
function valuesOf(
  answers: Float64Array,
  whole: Uint8Array,
  width: number,
  take: Take,
): readonly Float64Array[] {
  const number = numberOf(take)
  return [...whole].flatMap((isWhole, r) => {
    if (isWhole === 0) return []
    const own = answers.slice(r * width, (r + 1) * width).map(number)
    return own.every(Number.isFinite) ? [own] : []
  })
}

/**
 * The contributions in one replicate. Weights of each row sum to 0, so the value without any cause may be taken off
 * first, which costs no digits; what rounding then leaves of nothing is nothing, and must not pass for an effect.
 */
function contributed(rows: readonly Float64Array[], own: Float64Array): Float64Array {
  const gains = own.map((value) => value - own[0])
  const hair = 1e-12 * gains.reduce((most, gain) => Math.max(most, Math.abs(gain)), 0)
  return weigh(rows, gains).map((value) => (Math.abs(value) <= hair ? 0 : value))
}

/** A date that never came is NaN: at the horizon, or not by the day. */
function numberOf(take: Take): (answer: number) => number {
  switch (take.kind) {
    case 'date':
      return (day) => restrictedYear(day, take.horizon)
    case 'by':
      return (day) => (day <= take.day ? 1 : 0)
    default:
      return (value) => value
  }
}

/** Means of columns with BCa intervals over rows; without bounds for fewer than two rows, of which none can be told. */
function meansOf(rows: readonly (readonly number[])[], columns: number, key: Key): Estimate[] {
  if (rows.length < 2) {
    return Array.from({ length: columns }, (_, column) => ({
      estimate: known(mean(rows.map((row) => row[column]))),
      lower: null,
      upper: null,
    }))
  }
  const values = Float64Array.from(rows.flat())
  return bootstrapMeans({ values, columns }, (means) => means, { key }).map(({ bca }) =>
    estimateOf(bca),
  )
}

function shareOf(values: readonly number[]): Estimate {
  return estimateOf(wilson(values.filter((value) => value === 1).length, values.length))
}

function taker<T>(list: readonly T[]): (count: number) => readonly T[] {
  let at = 0
  return (count) => {
    at += count
    return list.slice(at - count, at)
  }
}

function headOf({ id, title, formula, take }: PlannedOutcome): OutcomeHead {
  switch (take.kind) {
    case 'number':
      return { id, title, formula, unit: take.unit, type: 'number' }
    case 'date':
      return { id, title, formula, unit: 'year', type: 'date' }
    default:
      return { id, title, formula, unit: '1', type: 'boolean' }
  }
}
