import type { Value } from './functions/definition.js'

/** Applies a function of one number to a number or to each tick. */
export function broadcast1(f: (x: number) => number, x: Value): Value {
  if (typeof x === 'number') return f(x)
  const result = new Float64Array(x.length)
  for (let k = 0; k < x.length; k++) result[k] = f(x[k])
  return result
}

/** Applies a function of two numbers; a number stands beside every tick of a series. */
export function broadcast2(f: (x: number, y: number) => number, x: Value, y: Value): Value {
  if (typeof x === 'number') {
    if (typeof y === 'number') return f(x, y)
    const result = new Float64Array(y.length)
    for (let k = 0; k < y.length; k++) result[k] = f(x, y[k])
    return result
  }
  const result = new Float64Array(x.length)
  if (typeof y === 'number') for (let k = 0; k < x.length; k++) result[k] = f(x[k], y)
  else for (let k = 0; k < x.length; k++) result[k] = f(x[k], y[k])
  return result
}

/** Applies a function of any number of numbers, in the same way. */
export function broadcast(f: (...values: number[]) => number, args: readonly Value[]): Value {
  if (args.length === 1) return broadcast1(f, args[0])
  if (args.length === 2) return broadcast2(f, args[0], args[1])
  const perTick = args.find((a) => typeof a !== 'number')
  if (perTick === undefined) return f(...(args as readonly number[]))
  const result = new Float64Array((perTick as Float64Array).length)
  const row = args.map(() => 0)
  for (let k = 0; k < result.length; k++) {
    for (let i = 0; i < args.length; i++) {
      const arg = args[i]
      row[i] = typeof arg === 'number' ? arg : arg[k]
    }
    result[k] = f(...row)
  }
  return result
}
