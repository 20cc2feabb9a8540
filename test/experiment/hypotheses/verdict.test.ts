import { describe, expect, it } from 'vitest'
import { verdictOf, verdictWords } from '../../../src/experiment/hypotheses/verdict.js'

const interval = (estimate: number, lower: number, upper: number) => ({ estimate, lower, upper })
const plus = { sign: '+', smallest: 0.5, tag: 'emergent' } as const
const minus = { ...plus, sign: '-' } as const
const of = (
  hypothesis: Parameters<typeof verdictOf>[0],
  effect: ReturnType<typeof interval>,
  equivalent = false,
) => verdictOf(hypothesis, { effect, equivalent })

describe('a verdict', () => {
  it('is supported on the expected side of zero, and of interest', () => {
    expect(of(plus, interval(1, 0.6, 1.4))).toBe('supported')
    expect(of(plus, interval(1, 0.1, 1.9))).toBe('supported')
    expect(of(minus, interval(-1, -1.4, -0.6))).toBe('supported')
  })

  it('is contradicted on the other side', () => {
    expect(of(plus, interval(-1, -1.4, -0.6))).toBe('contradicted')
    expect(of(minus, interval(1, 0.6, 1.4))).toBe('contradicted')
  })

  it('is undecided where the interval reaches zero, or the estimate is too small and not surely so', () => {
    expect(of(plus, interval(1, -0.1, 2.1))).toBe('undecided')
    expect(of(plus, interval(0.4, 0.1, 0.7))).toBe('undecided')
    expect(
      verdictOf(plus, { effect: { estimate: null, lower: null, upper: null }, equivalent: false }),
    ).toBe('undecided')
  })

  it('is no effect of interest where it surely is too small, on whichever side of zero', () => {
    expect(of(plus, interval(0.1, 0.05, 0.15), true)).toBe('no effect of interest')
    expect(of(plus, interval(0, 0, 0), true)).toBe('no effect of interest')
  })

  it('of an assumption is never support', () => {
    for (const effect of [interval(1, 0.6, 1.4), interval(-1, -1.4, -0.6), interval(0, 0, 0)])
      expect(of({ ...plus, tag: 'assumed' }, effect)).toBe('strength of the assumption')
  })

  it('is not surer than its sets where no pair differs', () => {
    const evidence = { effect: interval(0, 0, 0), equivalent: true, alike: 20 }
    expect(verdictWords('no effect of interest', plus, evidence, 'years')).toBe(
      'No effect of interest: the effect is 0 years (95 % interval 0 to 0). No pair of 20 parameter sets differs; in up to 14 % of sets it might.',
    )
  })

  it('says its numbers', () => {
    const evidence = { effect: interval(-1, -1.404, -0.6), equivalent: false }
    expect(verdictWords('supported', minus, evidence, 'years')).toBe(
      'Supported: the effect is −1.00 years (95 % interval −1.40 to −0.60), in the expected direction and at least 0.50 years.',
    )
  })
})
