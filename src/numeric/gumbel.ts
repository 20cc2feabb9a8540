import { expOfSum } from './exp.js'
import { log } from './log.js'

// By expOfSum: if exp were asked for e^-37 while it is new, V8 would copy its far path into every loop too.
const powersOfE = Float64Array.from({ length: 38 }, (_, k) => expOfSum(-k, 0))

/**
 * A standard Gumbel variate from a uniform one: −ln(−ln u). The largest of utility + gumbel is a
 * multinomial-logit choice (McFadden 1974).
 *
 * @param u uniform in (0, 1); 0 gives −Infinity (never chosen), 1 gives Infinity
 */
export function gumbel(u: number): number {
  return -log(-log(u))
}

/**
 * `gumbel` of many numbers, in place. One by one each would be put on the heap to be handed back.
 *
 * @param n how many of the first numbers to take
 */
export function gumbels(values: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) values[i] = gumbel(values[i])
}

/**
 * A quick look at whether `gumbel(u)` is below x, without a logarithm: most options of a choice are far from the
 * best. Since −ln u > 1 − u, gumbel(u) < −ln(1 − u).
 *
 * @returns true only if it is below for sure; false says nothing
 */
export function gumbelStaysBelow(u: number, x: number): boolean {
  if (!(x > 1)) return false
  const whole = x > 37 ? 37 : Math.floor(x - 1e-9)
  return 1 - u > powersOfE[whole]
}
