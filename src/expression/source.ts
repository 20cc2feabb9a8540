/** What a formula is evaluated on: the ticks of a run and what was measured in each. */
export interface Source {
  /** Number of ticks. */
  readonly n: number
  /** Day number (since 1970-01-01) on which tick k starts. */
  startOfTick(k: number): number
  /** The tick in which a day lies; any number outside 0 … n − 1 for a day outside the run. */
  tickOf(day: number): number
  /** A measure of the symbol table, one value per tick; all its arguments are given. */
  series(name: string, args: readonly string[]): Float64Array
  /** The value of a constant whose symbol has none of its own. */
  constant?(name: string): number
}

/** The tick in which a day lies, or −1 for a day outside the run and for NaN (never). */
export function tickWithin(source: Source, day: number): number {
  if (!(day >= source.startOfTick(0))) return -1
  const tick = source.tickOf(day)
  return tick >= 0 && tick < source.n ? tick : -1
}

/**
 * The same source as it stood at the end of a tick: later ticks do not exist, so that nothing in a
 * formula can look ahead. The arrays are views; `move` shows another source or tick.
 */
export class PastSource implements Source {
  #source: Source
  n: number

  constructor(source: Source, tick: number) {
    this.#source = source
    this.n = tick + 1
  }

  move(source: Source, tick: number): void {
    this.#source = source
    this.n = tick + 1
  }

  startOfTick(k: number): number {
    return this.#source.startOfTick(k)
  }

  tickOf(day: number): number {
    return this.#source.tickOf(day)
  }

  series(name: string, args: readonly string[]): Float64Array {
    return this.#source.series(name, args).subarray(0, this.n)
  }

  constant(name: string): number {
    return constantOf(this.#source, name)
  }
}

/** @throws Error if the source does not know the constant: a mistake of the program, not of a user */
export function constantOf(source: Source, name: string): number {
  if (source.constant === undefined) throw new Error(`the source has no constant "${name}"`)
  return source.constant(name)
}
