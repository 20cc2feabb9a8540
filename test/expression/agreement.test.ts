import fc from 'fast-check'
import { all, create } from 'mathjs/number'
import { describe, expect, it } from 'vitest'
import { answer, source } from './laboratory.js'

const math = create(all)

/** Scalar arithmetic that both languages read alike, written out with few parentheses. */
const { arithmetic } = fc.letrec<{ arithmetic: string; leaf: string; logic: string }>((tie) => ({
  leaf: fc.integer({ min: 0, max: 40 }).map((n) => String(n / 8)),
  arithmetic: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc
      .tuple(tie('arithmetic'), fc.constantFrom('+', '-', '*', '/'), tie('arithmetic'))
      .map(([a, sign, b]) => `${a} ${sign} ${b}`),
    tie('arithmetic').map((a) => `(${a})`),
    tie('arithmetic').map((a) => `-${a}`),
    fc.tuple(tie('arithmetic'), fc.constantFrom('2', '3', '0.5')).map(([a, b]) => `abs(${a})^${b}`),
    fc
      .tuple(fc.constantFrom('min', 'max'), tie('arithmetic'), tie('arithmetic'))
      .map(([f, a, b]) => `${f}(${a}, ${b})`),
    fc.tuple(fc.constantFrom('abs', 'exp'), tie('leaf')).map(([f, a]) => `${f}(${a})`),
    fc
      .tuple(tie('logic'), tie('arithmetic'), tie('arithmetic'))
      .map(([c, a, b]) => `(${c} ? ${a} : ${b})`),
  ),
  // mathjs compares with a tolerance, so only numbers that differ or are the same are compared.
  logic: fc.oneof(
    { depthSize: 'small' },
    fc
      .tuple(tie('leaf'), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('leaf'))
      .map(([a, sign, b]) => `${a} ${sign} ${b}`),
    fc
      .tuple(tie('logic'), fc.constantFrom('and', 'or'), tie('logic'))
      .map(([a, word, b]) => `${a} ${word} ${b}`),
    tie('logic').map((c) => `not (${c})`),
  ),
}))

function isClose(got: unknown, wanted: number): boolean {
  if (typeof got !== 'number') return false
  if (Object.is(got, wanted) || got === wanted) return true
  return Math.abs(got - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted))
}

describe('random formulas', () => {
  it('of numbers agree with mathjs', async () => {
    await fc.assert(
      fc.asyncProperty(arithmetic, async (formula) => {
        fc.pre(formula.length < 2000)
        const wanted = Number(math.evaluate(formula))
        // A sum that cancels magnifies the last bits, in which the two powers differ.
        fc.pre(!(Math.abs(wanted) > 1e12))
        const got = await answer(formula)
        expect(isClose(got, wanted), `${formula}: ${got}, mathjs ${wanted}`).toBe(true)
      }),
      { numRuns: 500, seed: 1990 },
    )
  })

  it('of series agree with the same formula of the numbers of each tick', async () => {
    const emissions = source.series('emissions', ['US'])
    const support = source.series('support', ['US', 'house'])
    await fc.assert(
      fc.asyncProperty(arithmetic, async (formula) => {
        // Some numbers become series, in one copy; in the other, the value of a tick.
        const perTick = formula
          .replaceAll('0.125', 'emissions("US")')
          .replaceAll('1.5', 'support("US", "house")')
        fc.pre(perTick !== formula && perTick.length < 2000)
        const got = await answer(perTick)
        for (const k of [0, 17, 39]) {
          const frozen = formula
            .replaceAll('0.125', `(${emissions[k]})`)
            .replaceAll('1.5', `(${support[k]})`)
          const value = Array.isArray(got) ? got[k] : got
          expect(value, `${perTick} at ${k}`).toBe(await answer(frozen))
        }
      }),
      { numRuns: 200, seed: 1990 },
    )
  })
})
