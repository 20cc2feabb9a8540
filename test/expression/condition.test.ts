import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compileCondition,
  conditionTypes,
  parseExpression,
  type Source,
} from '../../src/expression/index.js'
import { source, symbols, timeline } from './laboratory.js'

const condition = async (formula: string) =>
  compileCondition(await parseExpression(formula, symbols, { expects: conditionTypes }))

/** The first tick at which a condition holds; −1 for none. */
async function stopsAt(formula: string): Promise<number> {
  const holds = await condition(formula)
  for (let tick = 0; tick < timeline.n; tick++) if (holds(source, tick)) return tick
  return -1
}

const table: [formula: string, tick: number][] = [
  ['policy("US") >= 0.5', 20],
  ['happened(first(policy("US") >= 0.5))', 20],
  ['final(emissions("US")) < 90', 11],
  ['count(policy("US") >= 0.5) >= 4', 23],
  ['sum(agreements("memorandum")) >= 6', 20],
  ['at(emissions("US"), "1985-01-01") > 0', 20],
  ['mean(emissions("US"), "1980-01-01", "1981-12-31") > 0', 7],
  ['happened("1985-02-01")', 20],
  ['any(policy("CA") > 0.5)', -1],
  ['last(emissions("US") > 0) >= "1981-01-01"', 4],
  ['asked == 42', 0],
]

describe('a stop condition', () => {
  it.each(table)('%s first holds at tick %i', async (formula, tick) => {
    expect(await stopsAt(formula)).toBe(tick)
  })

  it('cannot see what comes later', async () => {
    const formulas = await Promise.all(table.map(([formula]) => condition(formula)))
    fc.assert(
      fc.property(fc.nat(38), fc.double(), fc.nat(table.length - 1), (tick, other, which) => {
        const changed: Source = {
          ...source,
          series: (name, args) => source.series(name, args).fill(other, tick + 1),
        }
        expect(formulas[which](changed, tick)).toBe(formulas[which](source, tick))
      }),
    )
  })

  it('is yes or no', async () => {
    const tree = await parseExpression('mean(gap)', symbols)
    expect(() => compileCondition(tree)).toThrow(/yes or no/)
  })
})
