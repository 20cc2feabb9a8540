import { describe, expect, it } from 'vitest'
import type { ExperimentResult } from '../../../src/archive/index.js'
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
