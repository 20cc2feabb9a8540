import { yearFraction } from '../../calendar/index.js'
import { tickWithin } from '../source.js'
import type { FunctionDefinition } from './definition.js'

/** Functions from and to dates. */
export const dates: readonly FunctionDefinition[] = [
  {
    name: 'first',
    signature: 'first(condition)',
    summary:
      'The date on which the first tick starts in which the condition holds; never (NaN) if none.',
    forms: [
      {
        wants: ['booleanSeries'],
        gives: 'date',
        run: (source, [condition]) => {
          const k = (condition as Float64Array).indexOf(1)
          return k < 0 ? NaN : source.startOfTick(k)
        },
      },
    ],
  },
  {
    name: 'last',
    signature: 'last(condition)',
    summary:
      'The date on which the last tick starts in which the condition holds; never (NaN) if none.',
    forms: [
      {
        wants: ['booleanSeries'],
        gives: 'date',
        run: (source, [condition]) => {
          const k = (condition as Float64Array).lastIndexOf(1)
          return k < 0 ? NaN : source.startOfTick(k)
        },
      },
    ],
  },
  {
    name: 'date',
    signature: 'date("yyyy-mm-dd")',
    summary: 'A written date as a date; a date stays as it is.',
    forms: [{ wants: ['date'], gives: 'date', run: (_source, [day]) => day }],
  },
  {
    name: 'year',
    signature: 'year(date)',
    summary: 'The date as a decimal year, 1990.5 in the middle of 1990; NaN for never.',
    forms: [
      { wants: ['date'], gives: 'scalar', run: (_source, [day]) => yearFraction(day as number) },
    ],
  },
  {
    name: 'happened',
    signature: 'happened(date)',
    summary: 'Whether the date is other than never and not after the last tick of the run.',
    forms: [
      {
        wants: ['date'],
        gives: 'boolean',
        run: (source, [day]) =>
          (day as number) < source.startOfTick(0) || tickWithin(source, day as number) >= 0 ? 1 : 0,
      },
    ],
  },
]
