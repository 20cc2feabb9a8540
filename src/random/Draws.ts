import { normalQuantile } from '../numeric/index.js'
import type { EntityKeys } from './entityKeys.js'
import type { Key } from './key.js'
import { parity, threefry2x32 } from './threefry.js'

/** 2^26: the first word gives the upper 27 bits of a draw, the second the lower 26. */
const upper = 67108864
/** 2^-53, the distance between two neighbouring draws. */
const step = 1 / 9007199254740992
/** Up to so many entities, keys of pairs are kept once they have been worked out: two megabytes. */
const keptEntities = 512

/**
 * Chance for one mechanism (or measure) in one run. A draw is addressed, not taken from a sequence:
 * it is a function of (key, tick, entity, k) and of nothing else, so that it stays the same whatever
 * else is drawn, in whatever order, for however many other entities.
 *
 * Draw k of entity e at tick t: Threefry-2x32 with 13 rounds, key = (key.hi ⊕ e.hi, key.lo ⊕ e.lo),
 * counter = (t, k); the two words give a multiple of 2^-53 in [0, 1).
 *
 * The same address always gives the same number, also between methods: `at(i, 0)` is `block(2)[2i]`.
 * Use each k for one purpose.
 */
export class Draws {
  #key: Key
  readonly #entities: EntityKeys
  readonly #blocks: Float64Array[] = []
  readonly #words = new Int32Array(2)
  /** Both words of the key of the pair (i, j) at 2 (i n + j); two zeros where nobody has asked yet. */
  #known: Int32Array | undefined
  /** Those of the pairs that are asked for at present. */
  #asked = new Int32Array(0)
  #tick = 0

  /**
   * @param key whose chance this is, see `deriveKey`
   * @param entities the keys of the rows that `block` and `at` speak of, see `entityKeys`; read, not
   *   copied
   */
  constructor(key: Key, entities: EntityKeys) {
    this.#key = key
    this.#entities = entities
  }

  /** Becomes the chance of another run: all draws from now on are those of this key. Its arrays are kept. */
  turnTo(key: Key): void {
    this.#key = key
    this.#known?.fill(0)
  }

  /** The tick of all draws from now on, a whole number from 0. */
  setTick(tick: number): void {
    this.#tick = tick
  }

  /**
   * Draws 0 … k−1 of every entity at the current tick.
   *
   * @param k draws for each entity
   * @param out receives the n × k draws. Else a buffer of this object does, which the next such `block` of the same k
   *   fills anew.
   * @returns uniform in [0, 1), in row order: draw j of entity i stands at `i * k + j`
   */
  block(k: number, out?: Float64Array): Float64Array {
    const { hi, lo } = this.#entities
    const n = hi.length
    const buffer = out ?? this.#bufferOf(k, n * k)
    if (buffer.length !== n * k)
      throw new RangeError(`block(${k}) fills ${n * k} numbers, not ${buffer.length}`)
    const keyHi = this.#key.hi
    const keyLo = this.#key.lo
    const tick = this.#tick
    let at = 0
    // `threefry2x32` once more: a call would double the time of a draw, and this loop is the larger
    // part of all chance. A test holds the two together.
    for (let i = 0; i < n; i++) {
      const k0 = keyHi ^ hi[i]
      const k1 = keyLo ^ lo[i]
      const k2 = parity ^ k0 ^ k1
      const start = (tick + k0) | 0
      for (let j = 0; j < k; j++) {
        let x1 = (j + k1) | 0
        let x0 = (start + x1) | 0
        x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0
        x0 = (x0 + k1) | 0
        x1 = (x1 + k2 + 1) | 0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0
        x0 = (x0 + k2) | 0
        x1 = (x1 + k0 + 2) | 0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0
        x0 = (x0 + k0) | 0
        x1 = (x1 + k1 + 3) | 0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0
        buffer[at++] = ((x0 >>> 5) * upper + (x1 >>> 6)) * step
      }
    }
    return buffer
  }

  /**
   * Draw k of entity i at the current tick, uniform in [0, 1).
   *
   * @param i row of the entity
   * @param k number of the draw, a whole number from 0
   */
  at(i: number, k: number): number {
    return this.keyed(this.#entities.hi[i], this.#entities.lo[i], k)
  }

  /**
   * Draws k, k + 1, … of entity i at the current tick: what `at` gives, for a few at a time. One by one each would be
   * put on the heap to be handed back.
   *
   * @param i row of the entity
   * @param k number of the first draw
   * @param count how many
   * @param out receives the draws
   */
  several(i: number, k: number, count: number, out: Float64Array): void {
    const words = this.#words
    const k0 = this.#key.hi ^ this.#entities.hi[i]
    const k1 = this.#key.lo ^ this.#entities.lo[i]
    for (let at = 0; at < count; at++) {
      threefry2x32(k0, k1, this.#tick, k + at, words)
      out[at] = uniform(words)
    }
  }

  /**
   * Draw k of the ordered pair (i, j) at the current tick, uniform in [0, 1): (i, j) and (j, i) are
   * two pairs. For a pair without order, pass the two in an order that follows from their ids, not
   * from their rows.
   *
   * The pair's key is the key words of j encrypted under key ⊕ i, then used like an entity's key.
   *
   * @param i row of the first entity
   * @param j row of the second entity
   * @param k number of the draw, a whole number from 0
   */
  pair(i: number, j: number, k: number): number {
    const { hi, lo } = this.#entities
    const words = this.#words
    threefry2x32(this.#key.hi ^ hi[i], this.#key.lo ^ lo[i], hi[j], lo[j], words)
    threefry2x32(words[0], words[1], this.#tick, k, words)
    return uniform(words)
  }

  /**
   * Draw k of each of the ordered pairs (i, rows[0]), (i, rows[1]), …: what `pair` gives, for many at a time.
   *
   * @param i row of the first entity
   * @param rows rows of the second entities
   * @param count how many of `rows` are meant, from its beginning
   * @param k number of the draw, a whole number from 0
   * @param out receives the draws, in the order of `rows`
   */
  pairs(i: number, rows: Int32Array, count: number, k: number, out: Float64Array): void {
    this.pairsSeveral(i, rows, count, k, 0, 1, out)
  }

  /**
   * Draws k, k + stride, … of each of the ordered pairs (i, rows[0]), (i, rows[1]), …: what `pair` gives, for several
   * draws of many pairs, whose keys are looked up once.
   *
   * @param i row of the first entity
   * @param rows rows of the second entities
   * @param count how many of `rows` are meant, from its beginning
   * @param k number of the first draw, a whole number from 0
   * @param stride from the number of a draw to that of the next
   * @param each draws of each pair
   * @param out receives the draws: those of number k in the order of `rows`, then those of the next
   */
  pairsSeveral(
    i: number,
    rows: Int32Array,
    count: number,
    k: number,
    stride: number,
    each: number,
    out: Float64Array,
  ): void {
    const keys = this.#keysOfPairs(i, rows, count)
    const tick = this.#tick
    let at = 0
    for (let d = 0; d < each; d++) {
      const draw = k + d * stride
      // `threefry2x32` written out as in `block`: calls would keep the draws from overlapping.
      for (let pair = 0; pair < count; pair++) {
        const k0 = keys[2 * pair]
        const k1 = keys[2 * pair + 1]
        const k2 = parity ^ k0 ^ k1
        let x1 = (draw + k1) | 0
        let x0 = (tick + k0 + x1) | 0
        x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0
        x0 = (x0 + k1) | 0
        x1 = (x1 + k2 + 1) | 0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0
        x0 = (x0 + k2) | 0
        x1 = (x1 + k0 + 2) | 0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0
        x0 = (x0 + k0) | 0
        x1 = (x1 + k1 + 3) | 0
        x0 = (x0 + x1) | 0
        x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0
        out[at++] = ((x0 >>> 5) * upper + (x1 >>> 6)) * step
      }
    }
  }

  /**
   * Draw k of something that is not a row (an issue, an agreement, a candidate), uniform in [0, 1).
   * With an entity's own key words this is that entity's draw.
   *
   * @param hi first word of its 64-bit key, see `entityKeys`
   * @param lo second word
   * @param k number of the draw, a whole number from 0
   */
  keyed(hi: number, lo: number, k: number): number {
    const words = this.#words
    threefry2x32(this.#key.hi ^ hi, this.#key.lo ^ lo, this.#tick, k, words)
    return uniform(words)
  }

  /**
   * Draw k of entity i as a standard normal variate, by inversion of `at(i, k)`: the same address, so
   * do not use both. Finite: a uniform draw of exactly 0 counts as half a step.
   */
  normalAt(i: number, k: number): number {
    const u = this.at(i, k)
    return normalQuantile(u === 0 ? step / 2 : u)
  }

  #bufferOf(k: number, length: number): Float64Array {
    this.#blocks[k] ??= new Float64Array(length)
    return this.#blocks[k]
  }

  /** The key of each of the pairs (i, rows[0]), (i, rows[1]), …, two words a pair. A small world keeps them. */
  #keysOfPairs(i: number, rows: Int32Array, count: number): Int32Array {
    const { hi, lo } = this.#entities
    const n = hi.length
    if (this.#asked.length < 2 * count) this.#asked = new Int32Array(2 * count)
    if (n <= keptEntities) this.#known ??= new Int32Array(2 * n * n)
    const asked = this.#asked
    const known = this.#known
    const words = this.#words
    for (let at = 0; at < count; at++) {
      const j = rows[at]
      const pair = 2 * (i * n + j)
      if (known !== undefined && (known[pair] | known[pair + 1]) !== 0) {
        asked[2 * at] = known[pair]
        asked[2 * at + 1] = known[pair + 1]
        continue
      }
      threefry2x32(this.#key.hi ^ hi[i], this.#key.lo ^ lo[i], hi[j], lo[j], words)
      asked[2 * at] = words[0]
      asked[2 * at + 1] = words[1]
      if (known === undefined) continue
      known[pair] = words[0]
      known[pair + 1] = words[1]
    }
    return asked
  }
}

/** Two words as a multiple of 2^-53 in [0, 1). */
function uniform(words: Int32Array): number {
  return ((words[0] >>> 5) * upper + (words[1] >>> 6)) * step
}
