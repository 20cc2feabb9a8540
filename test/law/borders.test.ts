import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseDate } from '../../src/calendar/index.js'
import { readStates } from '../../src/scenario/index.js'

const states = await readStates()
const on = (day: string) => parseDate(day) ?? Number.NaN

describe('neighbours by land, from the map', () => {
  it.each([
    ['AT', 'IT', true],
    ['IT', 'AT', true],
    ['FR', 'ES', true],
    ['FR', 'BR', false],
    ['FR', 'SR', false],
    ['US', 'CA', true],
    ['US', 'RU', false],
    ['CN', 'RU', true],
    ['RU', 'PL', true],
    ['CH', 'LI', true],
    ['ID', 'PG', true],
    ['GB', 'FR', false],
    ['DE', 'PL', true],
    ['AT', 'AT', false],
  ])('%s and %s today: %s', (a, b, expected) => {
    expect(states.areNeighbours(a, b, on('2005-01-01'))).toBe(expected)
  })

  it('gives overseas parts neighbours of their own, whichever side they are on', () => {
    const day = on('2005-01-01')
    expect(states.areNeighbours('FR', 'BR', day, { a: true })).toBe(true)
    expect(states.areNeighbours('BR', 'FR', day, { b: true })).toBe(true)
    expect(states.areNeighbours('FR', 'SR', day, { a: true })).toBe(true)
    expect(states.areNeighbours('FR', 'ES', day, { a: true })).toBe(false)
  })

  it.each([
    ['SU', 'FI', '1985-01-01', true],
    ['SU', 'PL', '1985-01-01', true],
    ['SU', 'CN', '1991-12-25', true],
    ['SU', 'DE', '1985-01-01', false],
    ['DE', 'PL', '1990-10-02', false],
    ['DE', 'PL', '1990-10-03', true],
    ['DD', 'PL', '1990-10-02', true],
    ['DD', 'DE', '1985-01-01', true],
    ['DE', 'CS', '1985-01-01', true],
    ['DD', 'CS', '1985-01-01', true],
    ['DD', 'AT', '1985-01-01', false],
    ['AT', 'CS', '1985-01-01', true],
    ['AT', 'YU', '1985-01-01', true],
    ['DE', 'FR', '1985-01-01', true],
  ])('%s and %s on %s: %s', (a, b, day, expected) => {
    expect(states.areNeighbours(a, b, on(day))).toBe(expected)
    expect(states.areNeighbours(b, a, on(day))).toBe(expected)
  })

  it('knows which states there were', () => {
    expect(states.check('RU', on('1991-12-25'))?.instead).toBe('SU')
    expect(states.check('RU', on('1991-12-26'))).toBeUndefined()
    expect(states.check('SU', on('1991-12-26'))?.message).toContain('1991-12-25')
    expect(states.check('DD', on('1990-10-02'))).toBeUndefined()
    expect(states.check('DD', on('1990-10-03'))).toBeDefined()
    expect(states.check('FR', on('1985-01-01'))).toBeUndefined()
  })
})

describe('scenarios/catalogue/land-borders.csv', () => {
  it('has the neighbours that the map has (scripts/land-borders.mjs writes it)', () => {
    const [, ...written] = readFileSync('scenarios/catalogue/land-borders.csv', 'utf8')
      .trimEnd()
      .split('\n')
    const today = on('2026-01-01')
    const codes = states.codes.filter(
      (code) => /^[A-Z]{2}$/.test(code) && !states.check(code, today),
    )
    const found = [...codes]
      .sort()
      .flatMap((a) =>
        codes.filter((b) => a < b && states.areNeighbours(a, b, today)).map((b) => `${a},${b}`),
      )
    expect(written).toEqual(found.sort())
  })
})
