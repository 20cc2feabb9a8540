import { Draws, type Key } from '../random/index.js'

/**
 * Chance for something that is done over and over: repetition r is a tick of one entity with the key 0, and its draw j
 * is addressed by (key; r, j). More repetitions begin with the same ones.
 *
 * @param key whose chance this is: a key with a domain of its own, see `deriveKey`
 * @returns draws 0 … count−1 of a repetition, uniform in [0, 1); the buffer is filled anew by the next call
 */
export function repeatedDraws(key: Key): (repetition: number, count: number) => Float64Array {
  const draws = new Draws(key, { hi: new Int32Array(1), lo: new Int32Array(1) })
  return (repetition, count) => {
    draws.setTick(repetition)
    return draws.block(count)
  }
}
