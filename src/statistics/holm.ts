/**
 * p-values adjusted for asking several questions at once, by Holm's step-down method: comparing them
 * with α keeps the chance of any false rejection at most α, whatever the dependence.
 * Source: Holm, S. (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal
 * of Statistics 6(2), 65–70.
 *
 * @param p one p-value a question
 * @returns adjusted values in the same order; a NaN stays NaN and counts as no question
 */
export function holm(p: ArrayLike<number>): number[] {
  const adjusted = new Array<number>(p.length).fill(NaN)
  const order = Array.from({ length: p.length }, (_, i) => i).filter((i) => !Number.isNaN(p[i]))
  order.sort((i, j) => p[i] - p[j] || i - j)
  let largest = 0
  order.forEach((i, rank) => {
    largest = Math.max(largest, Math.min(1, p[i] * (order.length - rank)))
    adjusted[i] = largest
  })
  return adjusted
}
