import type { FunctionDefinition } from './definition.js'

/** Functions from a series to a series. */
export const shifts: readonly FunctionDefinition[] = [
  {
    name: 'lag',
    signature: 'lag(series, ticks)',
    summary: 'The series as it was a whole number of ticks earlier; NaN in the first ticks.',
    forms: [
      {
        wants: ['series', 'count'],
        gives: 'series',
        run: (_source, args) => {
          const values = args[0] as Float64Array
          const ticks = Math.min(args[1] as number, values.length)
          const result = new Float64Array(values.length).fill(NaN, 0, ticks)
          result.set(values.subarray(0, values.length - ticks), ticks)
          return result
        },
      },
    ],
  },
  {
    name: 'diff',
    signature: 'diff(series)',
    summary: 'The change from the tick before; NaN in the first tick.',
    forms: [
      {
        wants: ['series'],
        gives: 'series',
        run: (_source, args) => {
          const values = args[0] as Float64Array
          const result = new Float64Array(values.length)
          for (let k = 0; k < values.length; k++) result[k] = values[k] - (values[k - 1] ?? NaN)
          return result
        },
      },
    ],
  },
  {
    name: 'cumulative',
    signature: 'cumulative(series)',
    summary: 'The sum up to and including each tick; NaN from the first NaN on.',
    forms: [
      {
        wants: ['series'],
        gives: 'series',
        run: (_source, args) => {
          const values = args[0] as Float64Array
          const result = new Float64Array(values.length)
          let total = 0
          for (let k = 0; k < values.length; k++) result[k] = total += values[k]
          return result
        },
      },
    ],
  },
]
