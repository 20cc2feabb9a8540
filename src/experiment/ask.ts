import { parseDate } from '../calendar/index.js'
import type { Run } from '../engine/index.js'
import { compileExpression, type Expression } from '../expression/index.js'
import type { World } from '../world/index.js'
import { runSource } from './runSource.js'

/** What each run of an experiment is asked. Plain data: workers receive it. */
export interface Ask {
  /** Formulas that give one number; a date is its day number, NaN for never. */
  readonly numbers: readonly { readonly id: string; readonly expression: Expression }[]
  /** Lists of pairs that have signed an instrument with each other by a day. */
  readonly ties: readonly {
    readonly id: string
    readonly instrument: string
    readonly to: string
  }[]
}

/** What one run answers, in the order of the questions. */
export interface Answer {
  readonly numbers: readonly number[]
  /** Pairs `a|b`, ids and pairs in order, joined by `;`. */
  readonly ties: readonly string[]
}

/** Makes the function that puts the questions to a run, which must be the last one of its model. */
export function compileAsk(ask: Ask): (run: Run) => Answer {
  const numbers = ask.numbers.map(({ expression }) => compileExpression(expression))
  return (run) => {
    const source = runSource(run)
    return {
      numbers: numbers.map((value) => value(source) as number),
      ties: ask.ties.map(({ instrument, to }) =>
        tiedPairs(run.world, instrument, parseDate(to) ?? NaN).join(';'),
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
