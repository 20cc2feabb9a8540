import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/diagnostics/index.js'
import { parseExpression } from '../../src/expression/index.js'
import { symbols } from './laboratory.js'

/** Formulas that must not pass, and the column (from 1) to point at. */
const hostile: [formula: string, column: number][] = [
  // what would be code elsewhere
  ['import("fs")', 1],
  ['import({abs: 1})', 8],
  ['createUnit("knot")', 1],
  ['evaluate("1+1")', 1],
  ['parse("1")', 1],
  ['compile("1")', 1],
  ['constructor', 1],
  ['constructor("return process")()', 31],
  ['cos.constructor("return process")()', 4],
  ['cos["constructor"]("return process")()', 4],
  ['"".constructor', 3],
  ['__proto__', 1],
  ['__proto__("US")', 1],
  ['toString()', 1],
  ['hasOwnProperty("US")', 1],
  ['policy("__proto__")', 8],
  ['policy("constructor", "acid-rain")', 8],
  ['process', 1],
  ['globalThis', 1],
  ['this', 1],
  ['new Date()', 5],
  ['x => x', 3],
  ['mean(emissions("US"))(1)', 23],
  ['(mean)(emissions("US"))', 8],
  // the rest of mathjs's language
  ['a=1', 2],
  ['threshold = 1', 11],
  ['f(x)=x', 5],
  ['[1,2]', 1],
  ['[1,2][1]', 1],
  ['emissions("US")[3]', 16],
  ['{a:1}', 1],
  ['1:10', 1],
  ['1:2:10', 1],
  ['mean(1:10)', 6],
  ['2 cm', 3],
  ['2 threshold', 3],
  ['(1)(2)', 5],
  ['5!', 2],
  ['50%', 3],
  ['7 % 4', 3],
  ['7 mod 4', 3],
  ['1 to 2', 3],
  ['1 in 2', 3],
  ['true xor false', 6],
  ['1 | 2', 3],
  ['1 && 2', 3],
  ['!true', 1],
  ['~1', 1],
  ['1 << 2', 3],
  ['1 .* 2', 3],
  ["emissions('US')'", 16],
  ['1; 2', 2],
  ['1\n2', 3],
  ['1 # comment', 3],
  ['1 < 2 < 3', 1],
  ['null', 1],
  ['undefined', 1],
  ['NaN', 1],
  ['Infinity', 1],
  ['1i', 2],
  ['i', 1],
  ['pi', 1],
  ['end', 1],
  ['0x1F', 2],
  ['1e400', 1],
  ['1e', 2],
  ['5.5.5', 4],
  ['1_000', 2],
  ['`1`', 1],
  ['$', 1],
  ['\\u0061', 1],
  // broken
  ['', 1],
  [' \n\t ', 1],
  ['1 +', 4],
  ['* 3', 1],
  ['()', 2],
  ['(1', 3],
  ['1)', 2],
  [')(', 1],
  ['1,2', 2],
  ['min(1,,2)', 7],
  ['min(1,2', 8],
  ['min(1,2,)', 9],
  ['strict ? 1', 11],
  ['strict ? : 1', 10],
  ['not', 4],
  ['"abc', 1],
  ['policy("US)', 8],
  ['policy("U\\"S")', 8],
  ['policy("U\nS")', 8],
  ['policy("U\u0000S")', 8],
  ['"a" "b"', 5],
  ['"1990-01-01"', 1],
  // other alphabets, and characters that look like ours or like nothing
  ['émissions("US")', 1],
  ['роlicy("US")', 1],
  ['policy(“US”)', 8],
  ['1 − 2', 3],
  ['1 ≥ 2', 3],
  ['1\u00a0+ 2', 2],
  ['1 +\u200b 2', 4],
  ['\u202e1 + 2', 1],
  ['😀', 1],
  ['1 + \ud800', 5],
  ['1\u20282', 2],
  ['\u0000', 1],
  // bombs
  [`${'('.repeat(900)}1${')'.repeat(900)}`, 65],
  [`${'abs('.repeat(390)}1${')'.repeat(390)}`, 260],
  [`${'-'.repeat(1900)}1`, 66],
  [`${'not '.repeat(400)}strict`, 261],
  [`${'2^'.repeat(900)}2`, 129],
  [`${'strict?1:'.repeat(200)}1`, 577],
  ['1'.repeat(2001), 2001],
  ['9'.repeat(400), 1],
  ['1+'.repeat(1200), 2001],
]

const titled = hostile.map(
  ([formula, column]) => [JSON.stringify(formula).slice(0, 50), column, formula] as const,
)

const failure = async (formula: string) => {
  const error = await parseExpression(formula, symbols).catch((e: unknown) => e)
  if (!(error instanceof InputError)) throw new Error(`not refused: ${error}`)
  return error
}

describe('hostile and nonsensical formulas', () => {
  it.each(titled)('%s is refused at column %i', async (_title, column, formula) => {
    const { problems } = await failure(formula)
    expect(problems).toHaveLength(1)
    const [problem] = problems
    expect(problem.column).toBe(column)
    expect(problem.message).toContain(`column ${problem.column}:`)
    expect(problem.message.length).toBeLessThan(300)
  })

  it('pollutes nothing', async () => {
    for (const [formula] of hostile) await failure(formula)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('accepts what is long but shallow', async () => {
    await expect(parseExpression(`${'1+'.repeat(999)}1`, symbols)).resolves.toBeTruthy()
    const wide = `max(${'1,'.repeat(900)}1)`
    await expect(parseExpression(wide, symbols)).resolves.toBeTruthy()
  })
})
