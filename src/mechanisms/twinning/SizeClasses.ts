import { exp } from '../../numeric/index.js'
import type { GravityWeights } from '../../world/index.js'
import type { Box } from './tree.js'

/** Classes are powers of four of the population. */
const width = 2 * Math.LN2

/** The cities of boxes by class of size: one can be drawn by an upper bound of what size adds to gravity. */
export class SizeClasses {
  /** Number of classes. */
  readonly n: number
  /** Class of each actor. */
  readonly of: Uint8Array
  /** Cities by class, those of a class in the order of the tree. */
  private readonly members: Int32Array
  /** For each box and class: where its cities begin among the members, and how many there are. */
  private readonly starts: Int32Array
  private readonly counts: Int32Array
  /** Largest logarithm of population of a class. */
  private readonly highest: Float64Array
  /** For a pair of classes: bound of P_j^size · (larger / smaller)^disparity for one city of the second. */
  private readonly share: Float64Array
  /** For each box and class of the one who draws: Σ of that over the box's cities. */
  private readonly bounds: Float64Array

  constructor(
    order: Int32Array,
    private readonly logPopulation: Float64Array,
    boxes: readonly Box[],
    private readonly weights: GravityWeights,
  ) {
    const lowest = order.reduce(
      (low, i) => Math.min(low, Math.floor(logPopulation[i] / width)),
      1000,
    )
    this.of = new Uint8Array(logPopulation.length)
    this.n = 1
    for (const i of order) {
      this.of[i] = Math.floor(logPopulation[i] / width) - lowest
      if (this.of[i] >= this.n) this.n = this.of[i] + 1
    }
    const { n } = this
    this.highest = new Float64Array(n)
    for (const i of order)
      this.highest[this.of[i]] = Math.max(this.highest[this.of[i]], logPopulation[i])
    this.share = new Float64Array(n * n)
    for (let s = 0; s < n; s++) {
      for (let t = 0; t < n; t++) {
        const bound = weights.size * this.highest[t] + weights.disparity * gapOf(s, t)
        this.share[s * n + t] = exp(bound)
      }
    }

    this.members = new Int32Array(order.length)
    this.starts = new Int32Array(boxes.length * n)
    this.counts = new Int32Array(boxes.length * n)
    this.sort(order, boxes)

    this.bounds = new Float64Array(boxes.length * n)
    for (let b = 0; b < boxes.length; b++)
      for (let s = 0; s < n; s++)
        for (let t = 0; t < n; t++)
          this.bounds[b * n + s] += this.counts[b * n + t] * this.share[s * n + t]
  }

  /** What a box weighs at most for a city of class s, without the distance. */
  bound(box: number, s: number): number {
    return this.bounds[box * this.n + s]
  }

  /** A city of a box, each by its bound for class s; −1 if rounding leads past the last. */
  draw(box: number, s: number, v: number): number {
    const { n, counts, share } = this
    let rest = v * this.bounds[box * n + s]
    for (let t = 0; t < n; t++) {
      const each = share[s * n + t]
      const count = counts[box * n + t]
      if (rest < count * each) {
        const k = Math.min(count - 1, Math.floor(rest / each))
        return this.members[this.starts[box * n + t] + k]
      }
      rest -= count * each
    }
    return -1
  }

  /** By how much the logarithm of a pair's weight of sizes lies below its bound; never positive. */
  slack(s: number, j: number, gap: number): number {
    const t = this.of[j]
    const { size, disparity } = this.weights
    return size * (this.logPopulation[j] - this.highest[t]) + disparity * (gap - gapOf(s, t))
  }

  private sort(order: Int32Array, boxes: readonly Box[]): void {
    const { n } = this
    // before[k · n + t]: cities of class t before place k in the order of the tree.
    const before = new Int32Array((order.length + 1) * n)
    order.forEach((i, k) => {
      for (let t = 0; t < n; t++) before[(k + 1) * n + t] = before[k * n + t]
      before[(k + 1) * n + this.of[i]]++
    })
    const first = new Int32Array(n)
    for (let t = 1; t < n; t++) first[t] = first[t - 1] + before[order.length * n + t - 1]
    order.forEach((i, k) => {
      this.members[first[this.of[i]] + before[k * n + this.of[i]]] = i
    })
    boxes.forEach((box, b) => {
      for (let t = 0; t < n; t++) {
        const start = before[box.first * n + t]
        this.starts[b * n + t] = first[t] + start
        this.counts[b * n + t] = before[box.end * n + t] - start
      }
    })
  }
}

/** The least gap in logarithms of population between cities of two classes. */
function gapOf(s: number, t: number): number {
  return Math.max(0, Math.abs(s - t) - 1) * width
}
