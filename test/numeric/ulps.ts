/** The distance of two doubles in units of the last place of the second. */
export function ulps(actual: number, wanted: number): number {
  if (Object.is(actual, wanted)) return 0
  const size = Math.abs(wanted)
  const bits = new BigInt64Array(Float64Array.of(size).buffer)
  bits[0] += 1n
  const unit = new Float64Array(bits.buffer)[0] - size
  return Math.abs(actual - wanted) / unit
}
