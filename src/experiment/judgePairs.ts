import type { PairFrequency, PairsFinding } from '../archive/index.js'
import type { Model } from '../engine/index.js'
import { Draws, deriveKey } from '../random/index.js'
import type { Check } from '../scenario/index.js'
import { auc, type Interval, quantileOfSorted } from '../statistics/index.js'
import { pairKey } from './ask.js'
import type { Judgement } from './judgeNumbers.js'
import type { NullScore } from './nullScore.js'
import { type PairField, pairField } from './pairField.js'

/** Resamples of the runs, for the interval. */
const replicates = 2000

/** Pairs that are listed. */
const listed = 15

/**
 * How high the documented pairs rank among all pairs by the share of runs in which they are tied (AUC), with a
 * percentile bootstrap over runs, beside what a score without the model reaches.
 *
 * @param ties one list a run: pairs joined by `;`
 */
export function judgePairs(
  check: Extract<Check, { kind: 'pairs' }>,
  ties: readonly string[],
  model: Model,
  seed: string,
  nullScore: NullScore,
): Judgement & { readonly pairs: PairsFinding } {
  const field = pairField(model)
  const wanted = [...new Set(check.documented.map(inOrder))]
  const documented = new Set(wanted.flatMap((pair) => field.position(pair) ?? []))
  const outside = wanted.filter((pair) => field.position(pair) === undefined)
  const lists = ties.map((list) => positionsIn(field, list))
  const ranking = new PairRanking(field.size, documented, lists)
  const interval = bootstrapRuns(ranking, lists.length, seed, check.id)
  const ranked = rankAll(field, documented, ranking.frequencies())
  const score = nullScore(model)
  const gravity = score ? nullAuc(field, documented, score) : NaN
  return {
    statistic: 'auc',
    method: 'percentile bootstrap over runs, 2,000 resamples',
    missing: 0,
    interval,
    pairs: {
      candidates: field.size,
      outside,
      top: ranked.slice(0, listed),
      missed: ranked.slice(documented.size).filter((pair) => pair.documented),
      gravity: Number.isNaN(gravity) ? null : gravity,
    },
  }
}

function inOrder(pair: string): string {
  const [a, b] = pair.split('|')
  return pairKey(a, b ?? '')
}

function positionsIn(field: PairField, list: string): Int32Array {
  const pairs = list === '' ? [] : list.split(';')
  return Int32Array.from(pairs.flatMap((pair) => field.position(pair) ?? []))
}

/** Counts of ties, and the area under the curve that they give. */
class PairRanking {
  /** Pairs that are tied in some run: their positions in the field, and for each run their numbers in this list. */
  readonly #seen: readonly number[]
  readonly #runs: readonly Int32Array[]
  readonly #isDocumented: Uint8Array
  readonly #size: number
  readonly #positives: number
  readonly #counts: Int32Array

  constructor(size: number, documented: ReadonlySet<number>, lists: readonly Int32Array[]) {
    const numbers = new Map<number, number>()
    for (const list of lists) {
      for (const position of list) if (!numbers.has(position)) numbers.set(position, numbers.size)
    }
    this.#seen = [...numbers.keys()]
    this.#runs = lists.map((list) => list.map((position) => numbers.get(position) ?? 0))
    this.#isDocumented = Uint8Array.from(this.#seen, (position) =>
      documented.has(position) ? 1 : 0,
    )
    this.#size = size
    this.#positives = documented.size
    this.#counts = new Int32Array(this.#seen.length)
  }

  /** Share of runs in which each pair of the field is tied. */
  frequencies(): Float64Array {
    this.#count(Int32Array.from(this.#runs.keys()))
    const shares = new Float64Array(this.#size)
    this.#seen.forEach((position, k) => {
      shares[position] = this.#counts[k] / this.#runs.length
    })
    return shares
  }

  /**
   * The area under the curve when pairs are scored by their ties in these runs. As the scores are counts, ranking is
   * counting: nothing is sorted, and pairs that are never tied need not be looked at.
   */
  auc(runs: Int32Array): number {
    this.#count(runs)
    const positives = new Float64Array(runs.length + 1)
    const negatives = new Float64Array(runs.length + 1)
    let documented = 0
    for (let k = 0; k < this.#counts.length; k++) {
      documented += this.#isDocumented[k]
      if (this.#isDocumented[k]) positives[this.#counts[k]]++
      else negatives[this.#counts[k]]++
    }
    positives[0] += this.#positives - documented
    negatives[0] += this.#size - this.#positives - (this.#counts.length - documented)
    let below = 0
    let area = 0
    for (let count = 0; count <= runs.length; count++) {
      area += positives[count] * (below + negatives[count] / 2)
      below += negatives[count]
    }
    return area / (this.#positives * (this.#size - this.#positives))
  }

  #count(runs: Int32Array): void {
    this.#counts.fill(0)
    for (const run of runs) {
      const list = this.#runs[run]
      for (let k = 0; k < list.length; k++) this.#counts[list[k]]++
    }
  }
}

function bootstrapRuns(ranking: PairRanking, n: number, seed: string, id: string): Interval {
  const level = 0.95
  if (n === 0) return { estimate: NaN, lower: NaN, upper: NaN, level }
  const estimate = ranking.auc(Int32Array.from({ length: n }, (_, run) => run))
  const one = { hi: new Int32Array(1), lo: new Int32Array(1) }
  const draws = new Draws(deriveKey(seed, 0, `statistics/${id}`), one)
  const resample = new Int32Array(n)
  const values = new Float64Array(replicates)
  for (let r = 0; r < replicates; r++) {
    draws.setTick(r)
    const u = draws.block(n)
    for (let k = 0; k < n; k++) resample[k] = Math.floor(u[k] * n)
    values[r] = ranking.auc(resample)
  }
  values.sort()
  if (Number.isNaN(estimate)) return { estimate, lower: NaN, upper: NaN, level }
  return {
    estimate,
    lower: quantileOfSorted(values, (1 - level) / 2),
    upper: quantileOfSorted(values, (1 + level) / 2),
    level,
  }
}

function rankAll(
  field: PairField,
  documented: ReadonlySet<number>,
  frequencies: Float64Array,
): PairFrequency[] {
  const order = Array.from(frequencies.keys())
  order.sort((p, q) => frequencies[q] - frequencies[p] || p - q)
  return order.map((position, k) => {
    const [a, b] = field.ids(position)
    return {
      a,
      b,
      frequency: frequencies[position],
      rank: k + 1,
      documented: documented.has(position),
    }
  })
}

function nullAuc(
  field: PairField,
  documented: ReadonlySet<number>,
  score: (i: number, j: number) => number,
): number {
  const scores = new Float64Array(field.size)
  for (let k = 0; k < field.size; k++) scores[k] = score(field.first[k], field.second[k])
  const labels = Uint8Array.from(scores, (_, k) => (documented.has(k) ? 1 : 0))
  return auc(scores, labels)
}
