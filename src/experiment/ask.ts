import { formatNumber } from '../archive/index.js'
import { parseDate } from '../calendar/index.js'
import type { Run } from '../engine/index.js'
import { compileExpression, type Expression } from '../expression/index.js'
import type { World } from '../world/index.js'
import { runSource } from './runSource.js'

/** A question that is put to runs as a formula, with what people call it. */
export interface AskedFormula {
  readonly id: string
  readonly title: string
  /** As it was written. */
  readonly formula: string
  /** `1` for pure numbers; empty for dates. */
  readonly unit: string
  readonly expression: Expression
}

/** What each run of an experiment is asked. Plain data: workers receive it. */
export interface Ask {
  /** Formulas that give one number; a date is its day number, NaN for never. */
  readonly numbers: readonly AskedFormula[]
  /** Lists of pairs that have signed an instrument with each other by a day. */
  readonly ties: readonly {
    readonly id: string
    readonly instrument: string
    readonly to: string
  }[]
  /** Formulas that give a number a tick; ticks 0, every, 2 every, … are kept. */
  readonly series: readonly (AskedFormula & { readonly every: number })[]
}

/** What one run answers, in the order of the questions. */
export interface Answer {
  readonly numbers: readonly number[]
  /** Pairs `a|b`, ids and pairs in order, joined by `;`. */
  readonly ties: readonly string[]
  /** Numbers as `formatNumber` writes them, joined by `;`. */
  readonly series: readonly string[]
}

/** Makes the function that puts the questions to a run, which must be the last one of its model. */
export function compileAsk(ask: Ask): (run: Run) => Answer {
  const numbers = ask.numbers.map(({ expression }) => compileExpression(expression))
  const series = ask.series.map(({ expression, every }) => ({
    values: compileExpression(expression),
    every,
  }))
  return (run) => {
    const source = runSource(run)
    return {
      numbers: numbers.map((value) => value(source) as number),
      ties: ask.ties.map(({ instrument, to }) =>
        tiedPairs(run.world, instrument, parseDate(to) ?? NaN).join(';'),
      ),
      series: series.map(({ values, every }) =>
        Array.from(values(source) as Float64Array)
          .filter((_, tick) => tick % every === 0)
          .map(formatNumber)
          .join(';'),
      ),
    }
  }
}

/** The pairs of parties that had signed an agreement of the instrument by a day, each once, in order. */
export function tiedPairs(world: World, instrument: string, to: number): readonly string[] {
  const { agreements } = world
  const { columns } = agreements
  const row = world.view('instruments').ids.indexOf(instrument)
  const pairs = new Set<string>()
  for (let a = 0; a < agreements.n; a++) {
    if (columns.instrument[a] !== row || !(columns.signedOn[a] <= to)) continue
    const ids = Array.from(
      { length: columns.partyCount[a] },
      (_, k) => world.actors.ids[agreements.party(a, k)],
    ).sort()
    ids.forEach((first, k) => {
      for (const second of ids.slice(k + 1)) pairs.add(pairKey(first, second))
    })
  }
  return [...pairs].sort()
}

/** A pair without order, as lists and scenarios write it. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`
}
