/** Middle of a list of numbers. */
export function median(values) {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

const resamples = 2000

/**
 * Ratio of the median of `after` to that of `before`, with a 99% percentile-bootstrap interval. All lists are
 * resampled independently; the generator is seeded, so that one table gives one verdict.
 *
 * @param yardstick times of one and the same work at either time, by which the ratio is divided: a machine that is
 *   busier than it was makes everything slower alike
 */
export function ratioOfMedians(before, after, yardstick = { before: [1], after: [1] }) {
  const next = generator(before.length * 1009 + after.length)
  const ratios = Float64Array.from({ length: resamples }, () => {
    const mine = median(resampled(after, next)) / median(resampled(before, next))
    const machine =
      median(resampled(yardstick.after, next)) / median(resampled(yardstick.before, next))
    return mine / machine
  }).sort()
  const machine = median(yardstick.after) / median(yardstick.before)
  return {
    ratio: median(after) / median(before) / machine,
    low: ratios[Math.floor(0.005 * resamples)],
    high: ratios[Math.ceil(0.995 * resamples) - 1],
  }
}

function resampled(values, next) {
  return values.map(() => values[Math.floor(next() * values.length)])
}

/** mulberry32 */
function generator(seed) {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
