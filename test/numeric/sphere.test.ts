import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { greatCircle, type SpherePoint, toSphere } from '../../src/numeric/index.js'

const distance = (a: SpherePoint, b: SpherePoint) => greatCircle(a.x, a.y, a.z, b.x, b.y, b.z)
const place = fc
  .tuple(
    fc.double({ min: -90, max: 90, noNaN: true }),
    fc.double({ min: -180, max: 180, noNaN: true }),
  )
  .map(([latitude, longitude]) => toSphere(latitude, longitude))

describe('toSphere', () => {
  it('gives whole metres, without negative zero', () => {
    expect(toSphere(0, 0)).toEqual({ x: 6371009, y: 0, z: 0 })
    expect(toSphere(90, 0)).toEqual({ x: 0, y: 0, z: 6371009 })
    expect(toSphere(0, -180)).toEqual({ x: -6371009, y: 0, z: 0 })
  })

  it('refuses what is not a place', () => {
    expect(() => toSphere(91, 0)).toThrow(RangeError)
    expect(() => toSphere(NaN, 0)).toThrow(RangeError)
    expect(() => toSphere(0, Infinity)).toThrow(RangeError)
  })
})

describe('greatCircle', () => {
  it('measures a quarter and half of the way round', () => {
    const quarter = (Math.PI / 2) * 6371.0088
    expect(distance(toSphere(0, 0), toSphere(0, 90))).toBeCloseTo(quarter, 2)
    expect(distance(toSphere(0, 0), toSphere(90, 0))).toBeCloseTo(quarter, 2)
    expect(distance(toSphere(0, 0), toSphere(0, 180))).toBeCloseTo(2 * quarter, 2)
    expect(distance(toSphere(50, 10), toSphere(-50, -170))).toBeCloseTo(2 * quarter, 2)
  })

  it('agrees with the haversine formula to two metres', () => {
    const radians = Math.PI / 180
    const degrees = fc.tuple(
      fc.double({ min: -89, max: 89, noNaN: true }),
      fc.double({ min: -180, max: 180, noNaN: true }),
    )
    fc.assert(
      fc.property(degrees, degrees, ([a, b], [c, d]) => {
        const dot =
          Math.sin(a * radians) * Math.sin(c * radians) +
          Math.cos(a * radians) * Math.cos(c * radians) * Math.cos((b - d) * radians)
        const cross = Math.hypot(
          Math.cos(c * radians) * Math.sin((b - d) * radians),
          Math.cos(a * radians) * Math.sin(c * radians) -
            Math.sin(a * radians) * Math.cos(c * radians) * Math.cos((b - d) * radians),
        )
        const wanted = Math.atan2(cross, dot) * 6371.0088
        expect(Math.abs(distance(toSphere(a, b), toSphere(c, d)) - wanted)).toBeLessThan(0.003)
      }),
    )
  })

  it('is a distance', () => {
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        expect(distance(a, a)).toBe(0)
        expect(distance(a, b)).toBe(distance(b, a))
        expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c) + 0.01)
        expect(distance(a, b)).toBeLessThanOrEqual(20015.2)
      }),
    )
  })
})
