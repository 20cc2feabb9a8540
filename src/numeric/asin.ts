const halfPi = 1.5707963267948966
const halfPiRest = 6.123233995736766e-17

/**
 * The arcsine in radians, from −π/2 to π/2, the same double on every processor; error below one unit
 * of the last place.
 *
 * For |x| ≤ ½ a rational approximation of (asin x − x)/x³; above it asin x = π/2 − 2 asin √((1 − x)/2).
 * Source: FreeBSD/Sun fdlibm, e_asin.c (1993).
 *
 * @param x in [−1, 1]; outside, and for NaN, the result is NaN
 */
export function asin(x: number): number {
  const size = Math.abs(x)
  if (!(size <= 1)) return NaN
  if (size < 0.5) return x + x * rational(x * x)
  const t = (1 - size) * 0.5
  const s = Math.sqrt(t)
  // s = head + correction, where head is short enough for its square to be exact.
  const c = 134217729 * s
  const head = c - (c - s)
  const correction = s === 0 ? 0 : (t - head * head) / (s + head)
  const tail = 2 * s * rational(t) - (halfPiRest - 2 * correction)
  const angle = halfPi / 2 - (tail - (halfPi / 2 - 2 * head))
  return x < 0 ? -angle : angle
}

function rational(t: number): number {
  const p =
    t *
    (0.16666666666666666 +
      t *
        (-0.3255658186224009 +
          t *
            (0.20121253213486293 +
              t * (-0.04005553450067941 + t * (7.915349942898145e-4 + t * 3.479331075960212e-5)))))
  const q =
    1 +
    t *
      (-2.403394911734414 +
        t * (2.0209457602335057 + t * (-0.6882839716054533 + t * 0.07703815055590194)))
  return p / q
}
