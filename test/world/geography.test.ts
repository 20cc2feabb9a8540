import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { direction } from '../../src/numeric/index.js'
import { Geography, gravity, reachOf, stanceOf } from '../../src/world/index.js'

const places = {
  paris: [48.8566, 2.3522],
  london: [51.5074, -0.1278],
  quito: [0, -78.5],
  eastOfQuito: [0, -77.5],
  northOfQuito: [1, -78.5],
  sydney: [-33.8688, 151.2093],
  pole: [90, 0],
} as const
const names = Object.keys(places) as (keyof typeof places)[]
const map = new Geography(
  Float64Array.from(names, (name) => places[name][0]),
  Float64Array.from(names, (name) => places[name][1]),
)
const at = (name: keyof typeof places) => names.indexOf(name)

describe('distance', () => {
  it('agrees with known distances', () => {
    // Haversine with a radius of 6,371.0088 km.
    expect(map.distance(at('paris'), at('london'))).toBeCloseTo(343.556, 1)
    expect(map.distance(at('paris'), at('sydney'))).toBeCloseTo(16960.2, -1)
    expect(map.distance(at('quito'), at('eastOfQuito'))).toBeCloseTo(111.195, 2)
  })

  it('is nought to itself and the same both ways', () => {
    for (const a of names) {
      expect(map.distance(at(a), at(a))).toBe(0)
      for (const b of names) expect(map.distance(at(a), at(b))).toBe(map.distance(at(b), at(a)))
    }
  })
})

describe('the part of a way along a direction', () => {
  const east = direction(90)
  const north = direction(0)

  it('is one straight ahead, minus one straight back, nought across', () => {
    const quito = at('quito')
    expect(map.along(east, quito, at('eastOfQuito'))).toBeCloseTo(1, 6)
    expect(map.along(north, quito, at('northOfQuito'))).toBeCloseTo(1, 6)
    expect(map.along(direction(180), quito, at('northOfQuito'))).toBeCloseTo(-1, 6)
    expect(map.along(north, quito, at('eastOfQuito'))).toBeCloseTo(0, 6)
    expect(map.along(direction(45), quito, at('eastOfQuito'))).toBeCloseTo(Math.SQRT1_2, 6)
  })

  it('follows the great circle: from Paris to London is north-west by north', () => {
    // Initial bearing 330.0°.
    expect(map.along(direction(330.04), at('paris'), at('london'))).toBeCloseTo(1, 4)
  })

  it('is nought where there is no direction', () => {
    expect(map.along(east, at('paris'), at('paris'))).toBe(0)
    expect(map.along(north, at('pole'), at('paris'))).toBe(0)
  })

  it('lies within −1 and 1', () => {
    const place = fc.tuple(
      fc.double({ min: -90, max: 90, noNaN: true }),
      fc.double({ min: -180, max: 180, noNaN: true }),
    )
    fc.assert(
      fc.property(place, place, fc.double({ min: 0, max: 360, noNaN: true }), (a, b, bearing) => {
        const two = new Geography(Float64Array.of(a[0], b[0]), Float64Array.of(a[1], b[1]))
        expect(Math.abs(two.along(direction(bearing), 0, 1))).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })
})

describe('gravity', () => {
  const weights = { distance: -0.995, size: 0.318, disparity: -0.735 }

  it('has the value computed by hand', () => {
    // 500 km, 2 million and half a million: ln 500 = 6.214608, ln 1e12 = 27.631021, ln 4 = 1.386294.
    const byHand = -0.995 * 6.214608098 + 0.318 * 27.631021116 - 0.735 * 1.386294361
    expect(gravity(weights, 500, 2e6, 5e5)).toBeCloseTo(byHand, 6)
    expect(byHand).toBeCloseTo(1.5842, 3)
  })

  it('has no order, and is bounded where two are near or empty', () => {
    expect(gravity(weights, 80, 3e5, 9e6)).toBe(gravity(weights, 80, 9e6, 3e5))
    expect(gravity(weights, 0, 1e6, 1e6)).toBe(gravity(weights, 1, 1e6, 1e6))
    expect(gravity(weights, 1, 0, 0)).toBeCloseTo(0, 12)
  })
})

describe('classifications', () => {
  it('of reach', () => {
    expect(reachOf(true, true)).toBe('crossBorderRegional')
    expect(reachOf(false, true)).toBe('transregional')
    expect(reachOf(false, false)).toBe('global')
  })

  it('of stance', () => {
    expect(stanceOf(0.8, 1)).toBe('complementary')
    expect(stanceOf(-0.8, -1)).toBe('complementary')
    expect(stanceOf(0.8, -1)).toBe('conflicting')
    expect(stanceOf(0.8, 0)).toBe('parallel')
    expect(stanceOf(0.05, -1)).toBe('parallel')
  })
})
