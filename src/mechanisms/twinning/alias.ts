/** Arrays in which alias tables lie, one after the other. */
export interface AliasArrays {
  /** Share of a column that is its own. */
  readonly own: Float32Array
  /** To whom the rest of the column belongs, as a position in the table. */
  readonly other: Uint16Array | Int32Array
}

/**
 * Builds the alias table of some weights: any of n positions is then drawn in one step, with probability
 * proportional to its weight.
 * Source: Walker 1977; the construction of Vose 1991, IEEE Transactions on Software Engineering 17(9).
 *
 * @param weights not negative
 * @param n how many of them count
 * @param at where the table begins in `into`
 * @returns the sum of the weights; the table is of use only if it is positive
 */
export function buildAlias(
  weights: Float64Array,
  n: number,
  into: AliasArrays,
  at: number,
  stack: Int32Array,
): number {
  let total = 0
  for (let k = 0; k < n; k++) total += weights[k]
  if (!(total > 0)) return 0
  const scale = n / total
  // Columns that are not full grow from the left of the stack, those that are more than full from its right.
  let small = 0
  let large = n
  for (let k = 0; k < n; k++) {
    weights[k] *= scale
    if (weights[k] < 1) stack[small++] = k
    else stack[--large] = k
  }
  while (small > 0 && large < n) {
    const less = stack[--small]
    const more = stack[large]
    into.own[at + less] = weights[less]
    into.other[at + less] = more
    weights[more] -= 1 - weights[less]
    if (weights[more] < 1) {
      large++
      stack[small++] = more
    }
  }
  // What rounding leaves over is full.
  for (; small > 0; small--) fill(stack[small - 1])
  for (; large < n; large++) fill(stack[large])
  return total

  function fill(k: number): void {
    into.own[at + k] = 1
    into.other[at + k] = k
  }
}

/** The position that a uniform number draws from the table of n at `at`. */
export function drawAlias({ own, other }: AliasArrays, at: number, n: number, u: number): number {
  const scaled = u * n
  const column = Math.min(n - 1, Math.floor(scaled))
  return scaled - column < own[at + column] ? column : other[at + column]
}
