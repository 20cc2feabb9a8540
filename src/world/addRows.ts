/**
 * Adds rows of an n × n matrix, each times its weight: out[j] += values[i · n + j] · weights[i] for each row i in turn.
 *
 * Four rows at a time, because most of the time goes into fetching and storing the sums; each sum still takes its rows
 * one after the other, so it is the sum of the plain loop to the last bit.
 *
 * @param rows of which the first `count` are meant
 * @param weights one for each of the n rows, those that are not meant included
 * @param out n sums
 */
export function addRows(
  values: Float64Array,
  rows: Int32Array,
  count: number,
  weights: Float64Array,
  out: Float64Array,
): void {
  const n = out.length
  let a = 0
  for (; a + 3 < count; a += 4) {
    const w0 = weights[rows[a]]
    const w1 = weights[rows[a + 1]]
    const w2 = weights[rows[a + 2]]
    const w3 = weights[rows[a + 3]]
    const at0 = rows[a] * n
    const at1 = rows[a + 1] * n
    const at2 = rows[a + 2] * n
    const at3 = rows[a + 3] * n
    for (let j = 0; j < n; j++) {
      out[j] =
        out[j] +
        values[at0 + j] * w0 +
        values[at1 + j] * w1 +
        values[at2 + j] * w2 +
        values[at3 + j] * w3
    }
  }
  for (; a < count; a++) {
    const w = weights[rows[a]]
    const at = rows[a] * n
    for (let j = 0; j < n; j++) out[j] += values[at + j] * w
  }
}
