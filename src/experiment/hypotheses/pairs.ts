import { restrictedYear } from '../outcomeHeads.js'
import { type Plan, placeOf } from '../plan.js'
import type { RunRow } from '../runRow.js'

/** The two runs of a pair: the same parameter set, the same chance, with and without the treatment. */
export interface Pair {
  /** Number of the parameter set. */
  readonly set: number
  /** Which value of the curve; 0 without one. */
  readonly step: number
  /** The outcome as it was answered: numbers, 0 or 1, or day numbers (NaN: never). */
  readonly control: number
  readonly treatment: number
  /** Treatment minus control, in years for dates; NaN if either run failed or has no value. */
  readonly effect: number
}

/**
 * Joins runs to pairs, in the order of the plan.
 *
 * @param rows runs from the first on, whole parameter sets
 * @param steps values of the curve; 1 without one
 * @param horizon decimal year at which dated outcomes are censored
 */
export function pairsOf(
  plan: Plan,
  rows: readonly RunRow[],
  steps: number,
  horizon: number,
): readonly Pair[] {
  const { replicates, ask } = plan
  const dated = ask.numbers[0].expression.type === 'date'
  const valueAsked = (x: number) => (dated ? restrictedYear(x, horizon) : x)
  const pairs: Pair[] = []
  for (let at = 0; at < rows.length; at += 2 * replicates) {
    for (let r = 0; r < replicates; r++) {
      const [control, treatment] = [rows[at + r], rows[at + replicates + r]]
      const { point } = placeOf(plan, control.run)
      const whole = control.status === 'done' && treatment.status === 'done'
      const [c, t] = [control.numbers[0], treatment.numbers[0]]
      pairs.push({
        set: Math.floor(point / steps),
        step: point % steps,
        control: whole ? c : NaN,
        treatment: whole ? t : NaN,
        effect: whole ? valueAsked(t) - valueAsked(c) : NaN,
      })
    }
  }
  return pairs
}

/** Numbers of pairs by their parameter set, those without an effect left out. */
export function clustersOf(
  pairs: readonly Pair[],
  of: (pair: Pair) => number = ({ effect }) => effect,
): readonly number[][] {
  const clusters = new Map<number, number[]>()
  for (const pair of pairs) {
    if (Number.isNaN(pair.effect)) continue
    const cluster = clusters.get(pair.set) ?? []
    cluster.push(of(pair))
    clusters.set(pair.set, cluster)
  }
  return [...clusters.values()]
}
