import { describe, expect, it } from 'vitest'
import {
  compileExpression,
  functionReference,
  parseExpression,
} from '../../src/expression/index.js'
import { answer, day, source, symbols } from './laboratory.js'

const scalars: [formula: string, value: number][] = [
  // arithmetic and its order
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['-2 ^ 2', -4],
  ['2 ^ 3 ^ 2', 512],
  ['2 ^ -1', 0.5],
  ['7 - 2 - 1', 4],
  ['8 / 4 / 2', 1],
  ['+3 - -2', 5],
  ['.5 + 1. + 1e2', 101.5],
  ['1 / 0', Infinity],
  ['0 / 0', NaN],
  ['threshold * 2 + asked', 43],
  // line breaks of a folded YAML block
  ['1 +\n  2\n', 3],
  // conditions
  ['1 < 2', 1],
  ['2 <= 1', 0],
  ['1 == 1.0', 1],
  ['1 != 1', 0],
  ['1 < 2 and not (2 < 1)', 1],
  ['false or strict', 1],
  ['true and false or true', 1],
  ['not strict ? 1 : 2', 2],
  ['1 > 2 ? 10 : 2 > 1 ? 20 : 30', 20],
  // dates
  ['date("1990-11-15")', day('1990-11-15')],
  ['date(amendment)', day('1988-11-15')],
  ['date("1981-01-31") - date("1981-01-01")', 30],
  ['date("1981-01-31") - "1981-01-01"', 30],
  ['date("1981-01-01") + 30', day('1981-01-31')],
  ['30 + date("1981-01-01")', day('1981-01-31')],
  ['date("1981-01-31") - 30', day('1981-01-01')],
  ['amendment > "1988-11-14" and "1988-11-16" > amendment', 1],
  ['year(date("1990-01-01"))', 1990],
  ['year("1990-07-02")', 1990 + 182 / 365],
  ['year(nevermore)', NaN],
  ['first(policy("US", "acid-rain") >= 0.5)', day('1985-01-01')],
  ['date(first(policy("US", "acid-rain") >= 0.5))', day('1985-01-01')],
  ["first(policy('US') >= threshold)", day('1985-01-01')],
  ['first(policy("CA") > 0.5)', NaN],
  ['last(policy("US") >= 0.5)', day('1987-04-01')],
  ['last(policy("CA") >= 0.5)', NaN],
  ['strict ? amendment : date("1980-01-01")', day('1988-11-15')],
  // never
  ['happened(first(policy("US") >= 0.5))', 1],
  ['happened(first(policy("CA") >= 0.5))', 0],
  ['happened("1979-01-01")', 1],
  ['happened("1990-01-01")', 0],
  ['nevermore < "1990-01-01"', 0],
  ['nevermore > "1990-01-01"', 0],
  ['nevermore == nevermore', 0],
  ['nevermore != nevermore', 1],
  // one number of a series
  ['at(emissions("US"), "1980-01-01")', 100],
  ['at(emissions("US"), "1980-03-31")', 100],
  ['at(emissions("US"), "1980-04-01")', 99],
  ['at(emissions("US"), "1989-12-31") / at(emissions("US"), "1980-01-01")', 0.61],
  ['at(emissions("US"), "1979-12-31")', NaN],
  ['at(emissions("US"), "1990-01-01")', NaN],
  ['at(emissions("US"), nevermore)', NaN],
  ['at(emissions("US"), first(policy("US") >= 0.5))', 80],
  ['initial(emissions("US"))', 100],
  ['final(emissions("US"))', 61],
  ['change(emissions("US"), "1980-01-01", "1981-01-01")', -4],
  ['change(emissions("US"), "1980-01-01", "1999-01-01")', NaN],
  ['mean(emissions("US"))', 80.5],
  ['mean(support("US","house"), "1985-01-01", "1985-12-31")', 21.5 / 40],
  ['mean(support("US","house"), "1985-01-01", "1999-12-31")', NaN],
  ['sum(agreements("memorandum"))', 8],
  ['sum(emissions("CA"), "1980-01-01", "1980-12-31")', 46],
  ['sum(emissions("CA"), "1980-02-01", "1980-02-01")', 10],
  ['min(emissions("US"))', 61],
  ['max(emissions("CA"))', 13],
  ['max(emissions("US"), "1981-01-01", "1982-01-01")', 96],
  ['median(emissions("US"))', 80.5],
  ['median(emissions("CA"), "1980-01-01", "1980-09-30")', 11],
  ['count(policy("US") >= 0.5)', 10],
  ['count(policy("US") >= 0.5, "1986-01-01", "1989-12-31")', 6],
  ['count(agreements("memorandum") > 0)', 4],
  ['any(policy("US") >= 0.5)', 1],
  ['any(policy("CA") >= 0.5)', 0],
  ['all(policy("CA") < 0.5)', 1],
  ['all(policy("US") < 0.5)', 0],
  ['count(emissions("US") > 90 and policy("US") < 0.5)', 10],
  ['count(not (emissions("US") > 90))', 30],
  ['sum(trade("Québec") + trade("New England", "a", "b"))', 0],
  // NaN in a series
  ['mean(gap)', NaN],
  ['min(gap())', NaN],
  ['median(gap)', NaN],
  ['sum(gap, "1981-01-01", "1981-12-31")', 4],
  ['count(gap == 1)', 39],
  ['final(cumulative(gap))', NaN],
  // functions of numbers
  ['abs(-3)', 3],
  ['sqrt(9)', 3],
  ['sqrt(-1)', NaN],
  ['exp(0)', 1],
  ['exp(1)', Math.E],
  ['log(1)', 0],
  ['log(-1)', NaN],
  ['logistic(0)', 0.5],
  ['clamp(7, 0, 5)', 5],
  ['clamp(-1, 0, 5)', 0],
  ['min(3, 1, 2)', 1],
  ['max(3, 1)', 3],
  // series in, series out
  ['sum(lag(emissions("US"), 0) - emissions("US"))', 0],
  ['at(lag(emissions("US"), 4), "1981-01-01")', 100],
  ['at(lag(emissions("US"), 4), "1980-12-31")', NaN],
  ['initial(lag(emissions("US"), 1000))', NaN],
  ['initial(diff(emissions("US")))', NaN],
  ['final(diff(emissions("US")))', -1],
  ['final(cumulative(agreements("memorandum")))', 8],
  ['sum(clamp(emissions("US"), 70, 100 - emissions("CA") * 0))', 2635 + 9 * 70],
  ['min(max(emissions("US"), 90))', 90],
  ['sum(policy("US") >= 0.5 ? emissions("US") : 0)', 755],
  ['sum(strict ? 1 : emissions("US"))', 40],
  ['count(strict and gap == 1)', 39],
]

describe('formulas with one answer', () => {
  it.each(scalars)('%s = %d', async (formula, value) => {
    const got = await answer(formula)
    if (Number.isFinite(value)) expect(got).toBeCloseTo(value, 10)
    else expect(got).toBe(value)
  })

  it('covers every function', () => {
    const used = scalars.map(([formula]) => formula).join(' ')
    for (const { name } of functionReference()) expect(used).toMatch(new RegExp(`\\b${name}\\(`))
  })
})

describe('formulas with an answer per tick', () => {
  it('give arrays of the length of the run', async () => {
    expect(await answer('emissions("US") * 2 - 1')).toEqual(
      Array.from({ length: 40 }, (_, k) => (100 - k) * 2 - 1),
    )
    expect(await answer('emissions("CA") > 11')).toEqual(
      Array.from({ length: 40 }, (_, k) => (k % 4 > 1 ? 1 : 0)),
    )
  })

  it('hand out an array of their own', async () => {
    const own = source.series('emissions', ['US'])
    const shared = { ...source, series: () => own }
    for (const formula of ['emissions("US")', 'strict ? emissions("US") : 0', '-emissions("US")']) {
      expect(await answer(formula, shared)).toHaveLength(40)
      const run = compileExpression(await parseExpression(formula, symbols))
      ;(run(shared) as Float64Array).fill(-1)
      expect(own[0]).toBe(100)
    }
  })
})
