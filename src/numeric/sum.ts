/**
 * The sum in index order. The order is part of the result: floating-point addition is not
 * associative, and runs must agree to the last bit.
 *
 * @param n how many of the first elements to take; all of them if absent
 */
export function sum(values: ArrayLike<number>, n = values.length): number {
  let total = 0
  for (let i = 0; i < n; i++) total += values[i]
  return total
}
