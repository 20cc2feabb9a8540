import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../../src/numeric/index.js'
import { incompleteBeta, logGamma } from '../../src/statistics/incompleteBeta.js'
import {
  kolmogorovTail,
  normalCdf,
  studentCdf,
  studentQuantile,
} from '../../src/statistics/index.js'

const relative = (actual: number, wanted: number) => Math.abs(actual - wanted) / Math.abs(wanted)

// Unless a source is named, references are from SciPy 1.17.

describe('normalCdf', () => {
  // mpmath, 200 bits: SciPy loses digits in the far tail.
  it.each([
    [0, 0.5],
    [0.3, 0.6179114221889527],
    [-0.67, 0.2514288950953101],
    [1.2, 0.8849303297782917],
    [-1.96, 0.024997895148220435],
    [3, 0.9986501019683699],
    [-5, 2.866515718791939e-7],
    [-5.8, 3.315745978326165e-9],
    [-10, 7.619853024160525e-24],
    [-37, 5.725571222524577e-300],
  ])('at %d', (z, wanted) => {
    expect(relative(normalCdf(z), wanted)).toBeLessThan(3e-15)
  })

  it('has its limits', () => {
    expect(normalCdf(Infinity)).toBe(1)
    expect(normalCdf(-Infinity)).toBe(0)
    expect(normalCdf(NaN)).toBeNaN()
  })

  it('is undone by the quantile', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 5, noNaN: true }), (z) => {
        expect(normalQuantile(normalCdf(z))).toBeCloseTo(z, 9)
      }),
    )
  })
})

describe('incompleteBeta and logGamma', () => {
  it('know closed forms', () => {
    expect(logGamma(1)).toBeCloseTo(0, 13)
    expect(logGamma(11)).toBeCloseTo(Math.log(3628800), 12)
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13)
    expect(incompleteBeta(0.3, 1, 1)).toBeCloseTo(0.3, 13)
    expect(incompleteBeta(0.3, 2, 3)).toBeCloseTo(0.3483, 13)
    expect(incompleteBeta(0.5, 0.5, 0.5)).toBeCloseTo(0.5, 13)
    expect(incompleteBeta(0, 2, 3)).toBe(0)
    expect(incompleteBeta(1, 2, 3)).toBe(1)
  })
})

describe("Student's t", () => {
  it.each([
    [1.5, 3, 0.8847080673775886],
    [-2.2, 17, 0.020962328208031154],
    [0.1, 1000, 0.539817815488198],
    [-40, 5, 9.205981085886477e-8],
  ])('distribution function at %d with %d degrees of freedom', (t, df, wanted) => {
    expect(relative(studentCdf(t, df), wanted)).toBeLessThan(1e-11)
  })

  it.each([
    [0.975, 1, 12.706204736174694],
    [0.975, 2, 4.302652729749462],
    [0.975, 9, 2.262157162798205],
    [0.995, 29, 2.756385903670605],
    [0.95, 100, 1.6602343260853392],
    [0.9999, 3, 22.203742273205],
    [0.6, 5, 0.2671808657041451],
    [0.975, 1e5, 1.9599877075346095],
    [0.025, 0.5, -164.55767348048846],
  ])('quantile at %d with %d degrees of freedom', (p, df, wanted) => {
    expect(relative(studentQuantile(p, df), wanted)).toBeLessThan(1e-9)
  })

  it('has its limits', () => {
    expect(studentQuantile(0.5, 3)).toBe(0)
    expect(studentQuantile(0, 3)).toBe(-Infinity)
    expect(studentQuantile(1, 3)).toBe(Infinity)
    expect(studentQuantile(0.9, 1e9)).toBe(normalQuantile(0.9))
    expect(studentQuantile(1.1, 3)).toBeNaN()
    expect(studentQuantile(0.9, 0)).toBeNaN()
    expect(studentCdf(0, 4)).toBe(0.5)
    expect(studentCdf(NaN, 4)).toBeNaN()
  })
})

describe('kolmogorovTail', () => {
  it.each([
    [0.3, 0.999990694],
    [0.5, 0.963945244],
    [0.8, 0.544142412],
    [0.99, 0.280873839],
    [1, 0.269999672],
    [1.36, 0.0494858768],
    [1.63, 0.00984636489],
    [2.5, 0.00000745330634],
  ])('at %d', (x, wanted) => {
    expect(relative(kolmogorovTail(x), wanted)).toBeLessThan(1e-8)
  })

  it('is 1 at 0 and joins its two series without a seam', () => {
    expect(kolmogorovTail(0)).toBe(1)
    expect(kolmogorovTail(1 - 1e-13)).toBeCloseTo(kolmogorovTail(1), 12)
  })
})
