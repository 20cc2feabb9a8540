import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDate, parseDate, Timeline } from '../../src/calendar/index.js'

const day = (text: string) => parseDate(text) ?? NaN
const timeline = (start: string, end: string, ticks: number) =>
  new Timeline(day(start), day(end), ticks)

describe('Timeline', () => {
  it('divides 1980 to 2000 into 84 quarters', () => {
    const quarters = timeline('1980-01-01', '2000-12-31', 4)
    expect(quarters.n).toBe(84)
    expect(quarters.dt).toBe(0.25)
    expect(formatDate(quarters.start(0))).toBe('1980-01-01')
    expect(formatDate(quarters.start(1))).toBe('1980-04-01')
    expect(formatDate(quarters.start(83))).toBe('2000-10-01')
    expect(formatDate(quarters.start(84))).toBe('2001-01-01')
    expect(() => quarters.start(85)).toThrow(RangeError)
    expect(() => quarters.start(-1)).toThrow(RangeError)
  })

  // The years from 1980 to 2000 have one day more than 21 mean years: one more week or day begins.
  it.each([
    [1, 21],
    [2, 42],
    [3, 63],
    [4, 84],
    [6, 126],
    [12, 252],
    [52, 1093],
    [365, 7666],
  ])('has as many ticks as the years hold, %d a year', (ticksPerYear, n) => {
    expect(timeline('1980-01-01', '2000-12-31', ticksPerYear).n).toBe(n)
  })

  it('does not slide from the end of a month', () => {
    const months = timeline('2001-01-31', '2001-05-01', 12)
    const starts = Array.from({ length: months.n }, (_, k) => formatDate(months.start(k)))
    expect(starts).toEqual(['2001-01-31', '2001-02-28', '2001-03-31', '2001-04-30'])
  })

  it('finds the tick of a day', () => {
    const quarters = timeline('1980-01-01', '2000-11-15', 4)
    expect(quarters.tickOf(day('1980-01-01'))).toBe(0)
    expect(quarters.tickOf(day('1980-03-31'))).toBe(0)
    expect(quarters.tickOf(day('1980-04-01'))).toBe(1)
    expect(quarters.tickOf(day('2000-11-15'))).toBe(83)
    expect(quarters.tickOf(day('2000-11-16'))).toBe(-1)
    expect(quarters.tickOf(day('1979-12-31'))).toBe(-1)
    expect(quarters.tickOf(NaN)).toBe(-1)
  })

  it('covers every day once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20000, max: 40000 }),
        fc.nat(3000),
        fc.integer({ min: 1, max: 365 }),
        (start, length, ticksPerYear) => {
          const line = new Timeline(start, start + length, ticksPerYear)
          expect(line.start(0)).toBe(start)
          expect(line.start(line.n)).toBeGreaterThan(start + length)
          for (let k = 0; k < line.n; k++) {
            expect(line.start(k + 1)).toBeGreaterThan(line.start(k))
            expect(line.tickOf(line.start(k))).toBe(k)
            const last = Math.min(line.start(k + 1) - 1, start + length)
            expect(line.tickOf(last)).toBe(k)
          }
        },
      ),
    )
  })

  it('may be one day long, and not shorter', () => {
    expect(timeline('2000-01-01', '2000-01-01', 4).n).toBe(1)
    expect(() => timeline('2000-01-02', '2000-01-01', 4)).toThrow('the end lies before the start')
  })

  it.each([0, -1, 0.5, 366, NaN, Infinity])('refuses %d ticks a year', (ticksPerYear) => {
    expect(() => new Timeline(0, 1, ticksPerYear)).toThrow(RangeError)
  })

  it('refuses days that are not whole numbers', () => {
    expect(() => new Timeline(NaN, 1, 4)).toThrow(RangeError)
    expect(() => new Timeline(0, 1.5, 4)).toThrow(RangeError)
  })
})
