import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/diagnostics/index.js'
import {
  conditionTypes,
  functionReference,
  type ParseOptions,
  parseExpression,
} from '../../src/expression/index.js'
import { symbols } from './laboratory.js'

async function problemOf(formula: string, options?: ParseOptions) {
  const error = await parseExpression(formula, symbols, options).catch((e: unknown) => e)
  if (!(error instanceof InputError)) throw new Error(`not refused: ${error}`)
  return { ...error.problems[0], text: error.message }
}

const mistakes: [formula: string, column: number, message: RegExp, more?: RegExp][] = [
  // names
  ['frist(gap > 1)', 1, /unknown function or measure "frist"/, /Did you mean "first"/],
  ['polcy("US")', 1, /unknown function or measure "polcy"/, /Did you mean "policy"/],
  ['1 + treshold', 5, /unknown name "treshold"/, /Did you mean "threshold"/],
  ['US', 1, /unknown name "US"/, /Write it in quotes: "US"/],
  ['mean', 1, /function mean stands without arguments/, /mean\(series \[, from, to\]\)/],
  // subjects
  ['policy("USA")', 8, /policy has no "USA" as its first argument/, /Did you mean "US"/],
  ['policy("us")', 8, /policy has no "us"/, /Did you mean "US"/],
  ['policy("US", "acid")', 14, /no "acid" as its second argument/, /Expected acid-rain/],
  ['policy(US)', 8, /first argument of policy is not text in quotes/, /in quotes: "US"/],
  ['policy(1)', 8, /first argument of policy is not text/, /as in policy\("US", "acid-rain"\)/],
  ['policy()', 1, /policy lacks its first argument/, /one of US, CA/],
  ['support("US")', 1, /support lacks its second argument/, /one of house, senate/],
  ['policy', 1, /policy lacks its first argument/],
  ['policy("US", "acid-rain", "x")', 27, /policy takes at most 2/],
  ['gap("US")', 5, /gap takes no arguments/],
  // types
  [
    'first(1)',
    7,
    /first\(\) wants a condition such as policy\("US", "acid-rain"\) >= 0.5, but got a number/,
  ],
  ['first(gap)', 7, /wants a condition .* but got a series/, /Compare the series/],
  ['count(agreements("memorandum"))', 7, /count\(\) wants a condition/, /for a total write sum/],
  ['mean(3)', 6, /mean\(\) wants a series such as .* but got a number/],
  ['mean(gap > 1)', 10, /wants a series .* got a condition per tick/, /count\(…\)/],
  ['mean("gap")', 6, /wants a series .* got text/, /without quotes/],
  ['mean(gap, 1, 2)', 11, /wants a date such as "1990-11-15" as argument 2, but got a number/],
  ['max(gap, "1981-01-01", 3)', 24, /wants a date .* as argument 3/],
  [
    'mean(gap, "1981-01-01")',
    1,
    /mean\(\) cannot take 2 arguments/,
    /mean\(series \[, from, to\]\)/,
  ],
  ['abs()', 1, /cannot take no arguments/, /Expected abs\(x\)/],
  ['clamp(1)', 1, /cannot take one argument/],
  ['lag(gap, -1)', 10, /wants a whole number written out, 0 or more, as argument 2|as argument 2/],
  ['lag(gap, 0.5)', 10, /whole number/],
  ['lag(gap, asked)', 10, /whole number/],
  ['at(gap, "1990-02-30")', 9, /"1990-02-30" is not a date/, /"1990-11-15"/],
  ['date("soon")', 6, /"soon" is not a date/],
  ['sum(gap, "1985-01-01", "1984-01-01")', 24, /second date is before the first/],
  ['happened(gap > 1)', 14, /wants a date/],
  ['1 + "a"', 3, /\+ cannot go between a number and text/],
  ['"a" < "b"', 5, /< cannot go between text/],
  ['amendment * 2', 11, /\* cannot go between a date and a number/],
  ['amendment + amendment', 11, /\+ cannot go between a date and a date/],
  ['1 - amendment', 3, /- cannot go between a number and a date/],
  ['amendment < 3', 11, /< cannot go between a date and a number/, /two dates/],
  ['gap > 1 and 3', 9, /and cannot go between a condition per tick and a number/],
  ['true == true', 6, /== cannot go between a yes-or-no answer/],
  ['not gap > 1', 1, /not wants a condition, but got a series/, /in parentheses/],
  ['not "x"', 1, /not wants a condition, but got text/],
  ['-amendment', 1, /- wants a number or a series, but got a date/],
  ['1 ? 2 : 3', 1, /wants a condition before it, but got a number/],
  ['strict ? 1 : amendment', 8, /choice between a number and a date/],
  ['gap > 1 ? amendment : amendment', 9, /in each tick/],
  ['strict ? "a" : "b"', 10, /text cannot be chosen/],
  // syntax
  ['a = 1', 3, /"=" is not part of formulas/, /write ==/],
  ['1 +', 4, /ends where a value should follow/],
  ['(1', 3, /parenthesis is not closed/],
  ['2 cm', 3, /two values stand side by side/, /such as \*/],
  ['1 < 2 < 3', 1, /a chain of comparisons/, /a < b and b < c/],
  ['1:10', 1, /a range/],
]

describe('a mistake in a formula', () => {
  it.each(mistakes)('%j at column %i', async (formula, column, message, more = /./) => {
    const problem = await problemOf(formula)
    expect(problem.message).toMatch(message)
    expect(problem.message).toContain(formula)
    expect(problem.column).toBe(column)
    expect(problem.text).toMatch(more)
  })

  it('is reported where the formula stands', async () => {
    const origin = { name: 'check "delay"', file: 'x/scenario.yaml', line: 12, column: 14 }
    const problem = await problemOf('1 + frist(2)', origin)
    expect(problem).toMatchObject({ file: 'x/scenario.yaml', line: 12, column: 14 })
    expect(problem.text).toBe(
      'x/scenario.yaml:12:14: check "delay": formula "1 + frist(2)", column 5: unknown function or ' +
        'measure "frist". Expected a function, or a measure: one of policy, emissions, support, ' +
        'agreements, gap, trade. Did you mean "first"?',
    )
  })

  it('shows the part of a long formula around the place', async () => {
    const problem = await problemOf(`${'1 + '.repeat(100)}oops${' + 1'.repeat(100)}`)
    expect(problem.message).toMatch(/formula "….*oops.*…", column 401/)
    expect(problem.message.length).toBeLessThan(140)
  })

  it('may be a type that the caller cannot use', async () => {
    const expects = ['scalar', 'date'] as const
    const problem = await problemOf('  gap', { expects })
    expect(problem.text).toMatch(/column 3: it gives a series .*Expected a number or a date.*mean/)
    await expect(parseExpression('mean(gap)', symbols, { expects })).resolves.toBeTruthy()
    const stop = await problemOf('1', { expects: conditionTypes })
    expect(stop.text).toMatch(/Expected a yes-or-no answer or a condition per tick/)
  })
})

it('lists the functions for documentation', () => {
  const list = functionReference()
  expect(list.length).toBeGreaterThan(20)
  for (const { name, signature, summary } of list) {
    expect(signature.startsWith(`${name}(`)).toBe(true)
    expect(summary).toMatch(/\.$/)
  }
})
