/**
 * A random order of 0 … n−1 from n uniform draws, the last of which is not used: every order is equally likely.
 * Source: Durstenfeld, R. (1964), Algorithm 235: random permutation, Communications of the ACM 7(7), 420.
 *
 * @param n how many
 * @param draws uniform in [0, 1)
 * @param from where in `draws` the n begin
 */
export function shuffle(n: number, draws: ArrayLike<number>, from = 0): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i)
  for (let i = 0; i < n - 1; i++) {
    const other = i + Math.floor(draws[from + i] * (n - i))
    const swapped = order[i]
    order[i] = order[other]
    order[other] = swapped
  }
  return order
}
