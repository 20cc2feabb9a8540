import { median, sum } from '../../numeric/index.js'
import { type Source, tickWithin } from '../source.js'
import type { FunctionDefinition, Value, WholeForm } from './definition.js'

/** Functions from a series, or a condition per tick, to one value. */
export const reductions: readonly FunctionDefinition[] = [
  {
    name: 'mean',
    signature: 'mean(series [, from, to])',
    summary: `The mean over all ticks, or those from one date to another. ${windowNote()}`,
    forms: windowed('series', (values) => sum(values) / values.length),
  },
  {
    name: 'sum',
    signature: 'sum(series [, from, to])',
    summary: `The sum over all ticks, or those from one date to another. ${windowNote()}`,
    forms: windowed('series', (values) => sum(values)),
  },
  {
    name: 'min',
    signature: 'min(series [, from, to]) or min(a, b, …)',
    summary: `The smallest value of a series, or the smaller of two and more numbers. ${windowNote()}`,
    forms: [
      ...windowed('series', (values) => extreme(values, Math.min)),
      { wants: ['number', 'number'], rest: 'number', each: Math.min },
    ],
  },
  {
    name: 'max',
    signature: 'max(series [, from, to]) or max(a, b, …)',
    summary: `The largest value of a series, or the larger of two and more numbers. ${windowNote()}`,
    forms: [
      ...windowed('series', (values) => extreme(values, Math.max)),
      { wants: ['number', 'number'], rest: 'number', each: Math.max },
    ],
  },
  {
    name: 'median',
    signature: 'median(series [, from, to])',
    summary: `The median over all ticks, or those from one date to another. ${windowNote()}`,
    forms: windowed('series', (values) => median(values)),
  },
  {
    name: 'count',
    signature: 'count(condition [, from, to])',
    summary: `The number of ticks in which the condition holds. ${windowNote()}`,
    forms: windowed('booleanSeries', (values) => sum(values)),
  },
  {
    name: 'any',
    signature: 'any(condition)',
    summary: 'Whether the condition holds in at least one tick.',
    forms: [
      {
        wants: ['booleanSeries'],
        gives: 'boolean',
        run: (_source, [condition]) => ((condition as Float64Array).includes(1) ? 1 : 0),
      },
    ],
  },
  {
    name: 'all',
    signature: 'all(condition)',
    summary: 'Whether the condition holds in every tick.',
    forms: [
      {
        wants: ['booleanSeries'],
        gives: 'boolean',
        run: (_source, [condition]) => ((condition as Float64Array).includes(0) ? 0 : 1),
      },
    ],
  },
  {
    name: 'at',
    signature: 'at(series, date)',
    summary: 'The value in the tick of a date; NaN for never and for a date outside the run.',
    forms: [
      {
        wants: ['series', 'date'],
        withinRun: true,
        gives: 'scalar',
        run: (s, [v, day]) => valueAt(s, v, day),
      },
    ],
  },
  {
    name: 'change',
    signature: 'change(series, from, to)',
    summary:
      'The value at the second date less that at the first; NaN if either is outside the run.',
    forms: [
      {
        wants: ['series', 'date', 'date'],
        withinRun: true,
        gives: 'scalar',
        run: (s, [values, from, to]) => valueAt(s, values, to) - valueAt(s, values, from),
      },
    ],
  },
  {
    name: 'initial',
    signature: 'initial(series)',
    summary: 'The value in the first tick of the run.',
    forms: [
      { wants: ['series'], gives: 'scalar', run: (_s, [v]) => (v as Float64Array)[0] ?? NaN },
    ],
  },
  {
    name: 'final',
    signature: 'final(series)',
    summary: 'The value in the last tick of the run; in a stop condition, in the present one.',
    forms: [
      { wants: ['series'], gives: 'scalar', run: (_s, [v]) => (v as Float64Array).at(-1) ?? NaN },
    ],
  },
]

function valueAt(source: Source, values: Value, day: Value): number {
  return (values as Float64Array)[tickWithin(source, day as number)] ?? NaN
}

function extreme(values: Float64Array, pick: (a: number, b: number) => number): number {
  let found = values[0] ?? NaN
  for (const value of values) found = pick(found, value)
  return found
}

function windowNote(): string {
  return 'NaN if a tick is NaN or if a date is outside the run.'
}

/** Over the whole run, or over the ticks of two dates and those between. */
function windowed(
  wants: 'series' | 'booleanSeries',
  reduce: (values: Float64Array) => number,
): readonly WholeForm[] {
  return [
    {
      wants: [wants],
      gives: 'scalar',
      run: (_source, [values]) => reduce(values as Float64Array),
    },
    {
      wants: [wants, 'date', 'date'],
      gives: 'scalar',
      run: (source, [values, from, to]) => {
        const start = tickWithin(source, from as number)
        const end = tickWithin(source, to as number)
        // Half a window would answer another question, so one that leaves the run has no answer.
        if (start < 0 || end < start) return NaN
        return reduce((values as Float64Array).subarray(start, end + 1))
      },
    },
  ]
}
