import { parseDate, Timeline } from '../../src/calendar/index.js'
import {
  compileExpression,
  parseExpression,
  type Source,
  type SymbolTable,
} from '../../src/expression/index.js'

/** Ten years of quarters from 1980-01-01: 40 ticks. */
export const timeline = new Timeline(day('1980-01-01'), day('1989-12-31'), 4)

export const symbols: SymbolTable = {
  series: {
    policy: { summary: 'Strength of a policy, 0 to 1', subjects: [['US', 'CA'], ['acid-rain']] },
    emissions: { summary: 'Emissions, kt a year', subjects: [['US', 'CA']] },
    support: { summary: 'Share in favour', subjects: [['US'], ['house', 'senate']] },
    agreements: { summary: 'New agreements', subjects: [['memorandum', 'treaty']] },
    gap: { summary: 'Not observed in tick 3', subjects: [] },
    trade: { summary: 'Trade', subjects: [['Québec', 'New England'], ['a'], ['b']] },
  },
  constants: {
    threshold: { type: 'scalar', value: 0.5 },
    amendment: { type: 'date', value: day('1988-11-15') },
    nevermore: { type: 'date', value: NaN },
    strict: { type: 'boolean', value: true },
    asked: { type: 'scalar' },
  },
}

const recorded: Record<string, (k: number) => number> = {
  'policy US acid-rain': (k) => (k < 20 ? 0.1 : k < 30 ? 0.6 : 0.4),
  'policy CA acid-rain': () => 0.2,
  'emissions US': (k) => 100 - k,
  'emissions CA': (k) => 10 + (k % 4),
  'support US house': (k) => k / 40,
  'support US senate': (k) => 1 - k / 40,
  'agreements memorandum': (k) => (k % 10 === 0 ? 2 : 0),
  'agreements treaty': () => 0,
  gap: (k) => (k === 3 ? NaN : 1),
  'trade Québec a b': (k) => k,
  'trade New England a b': (k) => -k,
}

export const source: Source = {
  n: timeline.n,
  startOfTick: (k) => timeline.start(k),
  tickOf: (d) => timeline.tickOf(d),
  series: (name, args) => {
    const value = recorded[[name, ...args].join(' ')]
    if (value === undefined) throw new Error(`nothing recorded for ${name}(${args})`)
    return Float64Array.from({ length: timeline.n }, (_, k) => value(k))
  },
  constant: (name) => (name === 'asked' ? 42 : NaN),
}

/** The day number of a date that exists. */
export function day(text: string): number {
  const number = parseDate(text)
  if (number === undefined) throw new Error(text)
  return number
}

/** The value of a formula in the laboratory above, through JSON as on the way to a worker. */
export async function answer(formula: string, from: Source = source): Promise<unknown> {
  const tree = await parseExpression(formula, symbols)
  const value = compileExpression(JSON.parse(JSON.stringify(tree)))(from)
  return typeof value === 'number' ? value : [...value]
}
