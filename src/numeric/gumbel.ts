import { log } from './log.js'

/**
 * A standard Gumbel variate from a uniform one: −ln(−ln u). The largest of utility + gumbel is a
 * multinomial-logit choice (McFadden 1974).
 *
 * @param u uniform in (0, 1); 0 gives −Infinity (never chosen), 1 gives Infinity
 */
export function gumbel(u: number): number {
  return -log(-log(u))
}
