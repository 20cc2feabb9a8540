import { describe, expect, it } from 'vitest'
import { rangeOf, rangeWithUnit, settingWords } from '../../../src/report/reading/factors.js'
import {
  differenceOf,
  levelOf,
  plain,
  share,
  shownEstimate,
  shownValue,
  valueWithUnit,
  withUnit,
} from '../../../src/report/reading/quantity.js'
import { act, emissions, estimate, halfLife, law, transfers } from './made/ground.js'

describe('quantities', () => {
  it('have as many decimals as their interval bears', () => {
    const between = (value: number, lower: number, upper: number) => ({
      estimate: value,
      lower,
      upper,
    })
    expect(shownEstimate(plain, between(-0.4231, -0.8042, -0.0519))).toBe('−0.4 (−0.8 to −0.1)')
    expect(shownEstimate(plain, between(0.1234, 0.1202, 0.1266))).toBe('0.123 (0.120 to 0.127)')
    expect(shownEstimate(plain, between(12345, 11000, 13700))).toBe('12,345 (11,000 to 13,700)')
    expect(shownEstimate(plain, between(2, 2, 2))).toBe('2 (2 to 2)')
    expect(shownEstimate(plain, estimate(null))).toBe('–')
    // A half is not one, however wide its interval; what is lost in the interval is.
    expect(shownEstimate(plain, between(0.5, -5.85, 6.85))).toBe('0.5 (−5.8 to 6.8)')
    expect(shownEstimate(plain, between(0.02, -5.85, 6.85))).toBe('0 (−6 to 7)')
    expect(shownEstimate(plain, estimate(0.5))).toBe('0.5')
  })

  it('tell dates as years, shares as per cent, and differences in their own unit', () => {
    expect(withUnit(levelOf(law), { estimate: 1990.46, lower: 1990, upper: 1991 })).toBe(
      '1990.5 (1990.0 to 1991.0)',
    )
    expect(withUnit(levelOf(act), { estimate: 0.62, lower: 0.55, upper: 0.7 })).toBe(
      '62\u00a0% (55 to 70)',
    )
    expect(withUnit(levelOf(emissions), estimate(18000, 700))).toBe(
      '18,000 kt/year (17,300 to 18,770)',
    )
    expect(valueWithUnit(differenceOf(law, 'year'), 1)).toBe('1 year')
    expect(valueWithUnit(differenceOf(law, 'years'), -2.5)).toBe('−2.5 years')
    expect(valueWithUnit(differenceOf(act, '1'), 0.01)).toBe('1 percentage point')
    expect(valueWithUnit(differenceOf(act, '1'), -0.123)).toBe('−12 percentage points')
  })

  it('tell years of the calendar without a thousands separator, and durations as any number', () => {
    const asked = { id: 'y', title: 'y', formula: 'year(…)', type: 'number' } as const
    const years = { ...asked, unit: 'calendar year' }
    expect(withUnit(levelOf(years), estimate(1982.46))).toBe('1982.5')
    expect(valueWithUnit(differenceOf(years, 'calendar year'), -2.5)).toBe('−2.5 years')
    expect(withUnit(levelOf({ ...asked, unit: 'year' }), estimate(2.5))).toBe('2.5 years')
  })

  it('bear what is very small, very large or nothing', () => {
    expect(shownValue(plain, 0)).toBe('0')
    expect(shownValue(plain, -0)).toBe('0')
    expect(shownValue(plain, 0.00001)).toBe('1.0e−5')
    expect(shownValue(plain, -3e12)).toBe('−3.0e12')
    expect(shownValue(share, 0.004)).toBe('0.4')
    expect(shownValue(plain, null)).toBe('–')
  })

  it('and factors are told by their values or their range', () => {
    expect(rangeOf(transfers)).toBe('on and off')
    expect(rangeOf(halfLife)).toBe('0.5 to 8')
    expect(rangeWithUnit(halfLife)).toBe('0.5 to 8 years, log scale')
    expect(settingWords(false)).toBe('off')
    expect(settingWords(-1990)).toBe('−1990')
  })
})
