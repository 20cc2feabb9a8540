import fc from 'fast-check'
import { expect, it } from 'vitest'
import { InputError } from '../../src/diagnostics/index.js'
import {
  compileExpression,
  functionReference,
  parseExpression,
} from '../../src/expression/index.js'
import { source, symbols } from './laboratory.js'

const piece = fc.oneof(
  fc.constantFrom(
    ...'+ - * / ^ < <= > >= == != and or not ( ) ( ) , ? : [ ] { } = ; . ! \' " # @'.split(' '),
  ),
  fc.constantFrom(
    '1',
    '0.5',
    '"US"',
    '"1985-01-01"',
    'true',
    'strict',
    'amendment',
    'gap',
    'a',
    'in',
  ),
  fc.constantFrom('policy("US")', 'emissions("US")', 'gap > 0.5', 'date("1985-01-01")'),
  fc.constantFrom(...functionReference().map(({ name }) => `${name}(`)),
  fc.string({ maxLength: 3, unit: 'binary' }),
)

it('any text is either refused with a position or can be run', async () => {
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 8 }),
      fc.constantFrom(' ', ''),
      async (parts, gap) => {
        const formula = parts.join(gap)
        try {
          const value = compileExpression(await parseExpression(formula, symbols))(source)
          expect(typeof value === 'number' || value.length === source.n).toBe(true)
          accepted++
        } catch (error) {
          if (!(error instanceof InputError)) throw error
          expect(error.problems).toHaveLength(1)
          const column = error.problems[0].column ?? 0
          expect(column).toBeGreaterThanOrEqual(1)
          expect(column).toBeLessThanOrEqual(formula.length + 1)
        }
      },
    ),
    { numRuns: 5000, seed: 1991 },
  )
  expect(accepted).toBeGreaterThan(50)
})
