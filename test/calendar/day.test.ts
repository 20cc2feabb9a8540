import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  civilDate,
  dayOf,
  daysInMonth,
  formatDate,
  parseDate,
  yearFraction,
  yearOf,
} from '../../src/calendar/index.js'

const anyDay = fc.integer({ min: -719162, max: 2932896 }) // 0001-01-01 … 9999-12-31
const day = (text: string) => parseDate(text) ?? NaN

describe('day numbers', () => {
  it('agree with known days', () => {
    expect(dayOf(1970, 1, 1)).toBe(0)
    expect(dayOf(2000, 3, 1)).toBe(11017)
    expect(dayOf(1969, 12, 31)).toBe(-1)
    expect(dayOf(1, 1, 1)).toBe(-719162)
    expect(dayOf(9999, 12, 31)).toBe(2932896)
  })

  it('agree with the Date object of the machine', () => {
    fc.assert(
      fc.property(anyDay, (n) => {
        const date = new Date(n * 86400000)
        expect(civilDate(n)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        })
      }),
      { numRuns: 2000 },
    )
  })
})

describe('parseDate and formatDate', () => {
  it('undo each other', () => {
    fc.assert(
      fc.property(anyDay, (n) => {
        expect(parseDate(formatDate(n))).toBe(n)
      }),
    )
  })

  it('reads a year as its first day and a month as its first day', () => {
    expect(formatDate(day('1985'))).toBe('1985-01-01')
    expect(formatDate(day('1985-07'))).toBe('1985-07-01')
    expect(formatDate(day('0044-03-15'))).toBe('0044-03-15')
  })

  it.each([
    '1985-02-29',
    '1900-02-29',
    '1985-13-01',
    '1985-00-01',
    '1985-01-00',
    '1985-04-31',
    '1985-1-1',
    '85-01-01',
    '0000-01-01',
    '1985-01-01T00:00',
    ' 1985',
    '1985 ',
    '1985\n',
    '+1985',
    '-1985',
    '19850101',
    '',
    '1985-',
    '１９８５',
    '1985-07-8',
  ])('refuses %j', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })

  it('knows leap years', () => {
    expect(parseDate('2000-02-29')).toBe(11016)
    expect(parseDate('1984-02-29')).toBeDefined()
  })

  it('does not write what it could not read', () => {
    expect(() => formatDate(2932897)).toThrow(RangeError)
    expect(() => formatDate(-719163)).toThrow(RangeError)
    expect(() => formatDate(0.5)).toThrow(RangeError)
    expect(() => formatDate(NaN)).toThrow(RangeError)
  })
})

describe('daysInMonth', () => {
  it('gives the lengths of the months', () => {
    const lengths = (year: number) => Array.from({ length: 12 }, (_, m) => daysInMonth(year, m + 1))
    expect(lengths(2023)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    expect(lengths(2024)[1]).toBe(29)
    expect(lengths(1900)[1]).toBe(28)
    expect(lengths(2000)[1]).toBe(29)
  })
})

describe('years', () => {
  it('gives a decimal year that is whole on 1 January and never falls', () => {
    expect(yearFraction(day('1985'))).toBe(1985)
    expect(yearFraction(day('2001-07-01'))).toBeCloseTo(2001 + 181 / 365, 12)
    expect(yearFraction(day('2000-12-31'))).toBeCloseTo(2000 + 365 / 366, 12)
    fc.assert(
      fc.property(anyDay, (n) => {
        expect(yearFraction(n)).toBeLessThan(yearFraction(n + 1))
        expect(Math.floor(yearFraction(n))).toBe(yearOf(n))
      }),
    )
  })
})

describe('addMonths', () => {
  it('stays in the month it reaches', () => {
    expect(formatDate(addMonths(day('2001-01-31'), 1))).toBe('2001-02-28')
    expect(formatDate(addMonths(day('2000-01-31'), 1))).toBe('2000-02-29')
    expect(formatDate(addMonths(day('2000-02-29'), 12))).toBe('2001-02-28')
    expect(formatDate(addMonths(day('2000-01-15'), -1))).toBe('1999-12-15')
    expect(formatDate(addMonths(day('2000-01-15'), -25))).toBe('1997-12-15')
    expect(formatDate(addMonths(day('1999-11-30'), 3))).toBe('2000-02-29')
  })
})
