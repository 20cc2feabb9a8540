import { describe, expect, it } from 'vitest'
import type {
  ExperimentResult,
  SensitivityResult,
  SweepResult,
} from '../../../src/archive/index.js'
import { attributionText, sensitivityText, sweepText, testText } from '../../../src/report/index.js'
import { columns, folded, labelled } from '../../../src/report/text/lines.js'
import { made } from './made/index.js'
import { poisoned } from './made/poisoned.js'

function textOf(result: ExperimentResult): string {
  switch (result.kind) {
    case 'sweep':
      return sweepText(result)
    case 'test':
      return testText(result)
    case 'sensitivity':
      return sensitivityText(result)
    case 'attribution':
      return attributionText(result)
  }
}

describe('the texts for a terminal', () => {
  it.each(Object.keys(made))('fit 80 columns and hold nothing that is not said: %s', (name) => {
    const text = textOf(made[name])
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
    expect(text).not.toMatch(/NaN|undefined|Infinity|null/)
    expect(() => textOf(poisoned(made[name]))).not.toThrow()
  })

  it('begin with the answer', () => {
    const first = (name: string) => textOf(made[name]).split('\n\n')[0].replace(/\n/g, ' ')
    expect(first('test-eight')).toMatch(/^Of 8 hypotheses, 2 are supported, 1 is contradicted/)
    expect(first('test-one')).toMatch(/^The hypothesis is supported\./)
    expect(first('sweep-curve')).toMatch(
      /^Over 3 treatments and 9 settings of Weight of the foreign route: Date .* goes from 1988\.8 to/,
    )
    expect(first('sensitivity-morris')).toMatch(
      /^Of 12 factors, what matters most is Weight of the foreign route for/,
    )
    expect(first('attribution-seven')).toMatch(
      /^Of 7 causes, what contributes most is A president who is willing to sign to/,
    )
  })

  it('say that settings whose intervals overlap may still differ', () => {
    const sweep = made['sweep-curve'] as SweepResult
    const wide = { estimate: 1, lower: -9, upper: 9, n: 50, missing: 0 }
    const cases = sweep.cases.map((c, k) => ({
      ...c,
      outcomes: c.outcomes.map(() => ({ ...wide, estimate: k })),
    }))
    const text = sweepText({ ...sweep, cases }).replace(/\s+/g, ' ')
    expect(text).toContain('intervals of all settings overlap; but settings share their chance')
  })

  it('tell a sweep that keeps nothing but series', () => {
    const sweep = made['sweep-curve'] as SweepResult
    const cases = sweep.cases.map((c) => ({ ...c, outcomes: [] }))
    const series = [{ id: 'm', title: 'm', formula: 'm', unit: '1', type: 'number' as const }]
    const text = sweepText({ ...sweep, cases, outcomes: [], dated: [], series })
    expect(text.replace(/\s+/g, ' ')).toMatch(
      /^Over .*: 1 series kept of each run, in series.csv\./,
    )
  })

  it('warn of indices that chance may have made', () => {
    const result = made['sensitivity-morris'] as SensitivityResult
    const text = (noise: number) =>
      sensitivityText({
        ...result,
        outcomes: result.outcomes.map((outcome) => ({
          ...outcome,
          noise: { estimate: noise, lower: noise, upper: noise },
        })),
      })
    expect(text(0.9)).toMatch(/chance\s+alone\s+makes\s+it\s+look\s+like\s+an\s+effect/)
    expect(text(0.1)).not.toMatch(/look\s+like\s+an\s+effect/)
  })

  it('print p-values only where there are any, with the warning', () => {
    expect(testText(made['test-one'] as never).replace(/\s+/g, ' ')).toContain(
      'p below 0.001, after Holm below 0.001: means little',
    )
    expect(testText(made['test-eight'] as never)).not.toContain('Holm')
  })
})

describe('lines', () => {
  it('are folded, labelled and aligned', () => {
    expect(folded('aa bb', 2)).toEqual(['  aa bb'])
    expect(labelled('x', 'aa', 4)).toEqual(['x   aa'])
    expect(labelled('long label', 'aa', 4)).toEqual(['long label', '    aa'])
    expect(
      columns(
        ['Name', 'A value'],
        [
          ['ab', '1'],
          ['c', '10'],
        ],
      ),
    ).toEqual(['            A', '  Name  value', '  ab        1', '  c        10'])
  })

  it('are cut in the widest column of words', () => {
    const [, row] = columns(['Name', 'n'], [['x'.repeat(100), '1']])
    expect(row.length).toBeLessThanOrEqual(80)
    expect(row).toContain('…')
  })
})
