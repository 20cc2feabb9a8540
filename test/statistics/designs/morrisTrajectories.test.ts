import { describe, expect, it } from 'vitest'
import { deriveKey } from '../../../src/random/index.js'
import { spreadTrajectories } from '../../../src/statistics/designs/spreadTrajectories.js'
import { morrisTrajectories } from '../../../src/statistics/index.js'

const key = deriveKey('1', 0, 'design')

/** Campolongo's D², the sum of squared distances of all pairs. */
function spread(trajectories: readonly (readonly Float64Array[])[]): number {
  let total = 0
  trajectories.forEach((a, i) => {
    for (const b of trajectories.slice(i + 1)) {
      let between = 0
      for (const x of a) for (const y of b) between += Math.hypot(...x.map((v, j) => v - y[j]))
      total += between * between
    }
  })
  return total
}

function divide(points: readonly Float64Array[], size: number): Float64Array[][] {
  return Array.from({ length: points.length / size }, (_, t) =>
    points.slice(t * size, (t + 1) * size),
  )
}

describe('morrisTrajectories', () => {
  it.each([2, 4, 6, 8])('moves each factor once, along a grid of %i levels', (levels) => {
    const d = 7
    const { points, moved, steps } = morrisTrajectories(12, d, levels, key)
    expect(points).toHaveLength(12 * (d + 1))
    const delta = levels / (2 * (levels - 1))
    divide([...points], d + 1).forEach((trajectory, t) => {
      const own = moved.slice(t * d, (t + 1) * d)
      expect([...own].sort()).toEqual([0, 1, 2, 3, 4, 5, 6])
      own.forEach((factor, s) => {
        const step = steps[t * d + s]
        expect(Math.abs(step)).toBeCloseTo(delta, 12)
        trajectory[s + 1].forEach((x, j) => {
          expect(x - trajectory[s][j]).toBeCloseTo(j === factor ? step : 0, 12)
          expect(x * (levels - 1)).toBeCloseTo(Math.round(x * (levels - 1)), 12)
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(1)
        })
      })
    })
  })

  it('starts anywhere on the grid and moves up as often as down', () => {
    const { points, steps } = morrisTrajectories(2000, 3, 4, key)
    const counts = new Int32Array(4)
    for (let t = 0; t < 2000; t++) counts[Math.round(points[4 * t][1] * 3)]++
    // Each 500, standard deviation 19.
    for (const count of counts) expect(Math.abs(count - 500)).toBeLessThan(80)
    const up = steps.filter((step) => step > 0).length
    expect(Math.abs(up / 6000 - 0.5)).toBeLessThan(0.03)
  })

  it('chooses trajectories far apart from more candidates', () => {
    const d = 5
    const plain = divide([...morrisTrajectories(6, d, 4, key).points], d + 1)
    const chosen = divide([...morrisTrajectories(6, d, 4, key, { candidates: 100 }).points], d + 1)
    expect(spread(chosen)).toBeGreaterThan(1.1 * spread(plain))
    // Moves still belong to their trajectories.
    const { points, moved, steps } = morrisTrajectories(6, d, 4, key, { candidates: 100 })
    const [factor] = moved
    expect(points[1][factor] - points[0][factor]).toBeCloseTo(steps[0], 12)
  })

  it('comes near the best choice there is', () => {
    for (let trial = 0; trial < 10; trial++) {
      const own = deriveKey('best', trial, 'design')
      const candidates = divide([...morrisTrajectories(10, 3, 4, own).points], 4)
      let best = 0
      for (let mask = 0; mask < 1 << 10; mask++) {
        const some = candidates.filter((_, i) => (mask >> i) & 1)
        if (some.length === 4) best = Math.max(best, spread(some))
      }
      const chosen = spreadTrajectories(candidates, 4)
      expect(new Set(chosen).size).toBe(4)
      expect(spread(chosen.map((i) => candidates[i]))).toBeGreaterThan(0.93 * best)
      expect(spreadTrajectories(candidates, 3)).toEqual(chosen.slice(0, 3))
    }
  })

  it('begins alike however many, and refuses odd grids', () => {
    const few = morrisTrajectories(3, 4, 4, key)
    const more = morrisTrajectories(5, 4, 4, key)
    expect(more.points.slice(0, 15)).toEqual(few.points)
    expect(morrisTrajectories(0, 4, 4, key).points).toEqual([])
    expect(morrisTrajectories(1, 4, 4, key, { candidates: 3 }).points).toHaveLength(5)
    expect(() => morrisTrajectories(3, 4, 5, key)).toThrow(/even/)
    expect(() => morrisTrajectories(3, 4, 4, key, { candidates: 2 })).toThrow(RangeError)
  })
})
