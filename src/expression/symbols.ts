import { formatDate } from '../calendar/index.js'

/** A measure that formulas may read, such as `policy("US", "acid-rain")`. */
export interface SeriesSymbol {
  /** One sentence on what is measured, with its unit. */
  readonly summary: string
  /**
   * The allowed values of each argument, in order. Empty: called without arguments, or by its bare
   * name. Trailing arguments whose list has one value may be left out.
   */
  readonly subjects: readonly (readonly string[])[]
}

/** A named number, date or yes-or-no. */
export interface ConstantSymbol {
  readonly type: 'scalar' | 'date' | 'boolean'
  /**
   * Put into the formula when it is parsed; a date is a day number since 1970-01-01, NaN = never.
   * If absent, the source is asked by `constant(name)` at every evaluation.
   */
  readonly value?: number | boolean
}

/**
 * Every name of a scenario that its formulas may use. Where names coincide, a call means the function
 * (see `functionReference`), and a bare name the constant.
 */
export interface SymbolTable {
  readonly series: { readonly [name: string]: SeriesSymbol }
  readonly constants: { readonly [name: string]: ConstantSymbol }
  /** First and last day of the runs: a date outside, at which nothing could be found, is refused. Any date, if absent. */
  readonly span?: Span | undefined
}

/** Days since 1970-01-01, both included. */
export interface Span {
  readonly first: number
  readonly last: number
}

/** What is wrong with a day at which a series is looked at; nothing if it can be found. */
export function outsideOf({ first, last }: Span, day: number) {
  if (day >= first && day <= last) return undefined
  const [from, to] = [first, last].map(formatDate)
  return {
    message: `${formatDate(day)} lies outside the time of the runs`,
    expected: `a day from ${from} to ${to}`,
    nearest: day < first ? from : to,
  }
}

/** The entry called `name`, never one inherited such as `constructor`. */
export function lookUp<T>(table: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

/** A call of the first measure, such as `policy("US", "acid-rain")`, to show in messages. */
export function exampleSeries(symbols: SymbolTable): string {
  const entry = Object.entries(symbols.series).find(([, s]) =>
    s.subjects.every((l) => l.length > 0),
  )
  return entry ? exampleCall(entry[0], entry[1]) : 'policy("US")'
}

/** How a measure is called: its name with the first allowed value of each argument. */
export function exampleCall(name: string, symbol: SeriesSymbol): string {
  const args = symbol.subjects.map((allowed) => JSON.stringify(allowed[0] ?? '…'))
  return args.length === 0 ? name : `${name}(${args.join(', ')})`
}
