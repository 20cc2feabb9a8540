import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDate, parseDate } from '../../src/calendar/index.js'
import { dayOfRound, firstRound } from '../../src/mechanisms/fundingCalls/rounds.js'

const day = (text: string) => parseDate(text) as number

describe('rounds of a call', () => {
  it('a yearly call is held on the same day every year, in leap years too', () => {
    const days = [0, 1, 2, 3, 4, 5, 6].map((r) => formatDate(dayOfRound(day('2014-01-01'), 1, r)))
    expect(days).toEqual([2014, 2015, 2016, 2017, 2018, 2019, 2020].map((y) => `${y}-01-01`))
  })

  it('two a year are half a year apart, and one in five years five', () => {
    expect(formatDate(dayOfRound(day('2015-03-31'), 2, 1))).toBe('2015-09-30')
    expect(formatDate(dayOfRound(day('2015-03-31'), 0.2, 2))).toBe('2025-03-31')
  })

  it('52 a year are some seven days apart', () => {
    const gaps = Array.from(
      { length: 200 },
      (_, r) => dayOfRound(0, 52, r + 1) - dayOfRound(0, 52, r),
    )
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(9)
  })

  it('days that follow each other hold every round once', () => {
    const opens = fc.integer({ min: -20_000, max: 30_000 })
    const often = fc.constantFrom(0.05, 0.2, 1, 2, 3, 4, 12, 52)
    const any = fc.double({ min: 0.05, max: 52, noNaN: true })
    const after = fc.integer({ min: 0, max: 40_000 })
    fc.assert(
      fc.property(opens, fc.oneof(often, any), after, (first, rounds, later) => {
        const r = firstRound(first, rounds, first + later)
        expect(dayOfRound(first, rounds, r)).toBeGreaterThanOrEqual(first + later)
        if (r > 0) expect(dayOfRound(first, rounds, r - 1)).toBeLessThan(first + later)
        expect(dayOfRound(first, rounds, r + 1)).toBeGreaterThan(dayOfRound(first, rounds, r))
      }),
    )
  })
})
