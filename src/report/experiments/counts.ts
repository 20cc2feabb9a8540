import type { RunCounts } from '../../archive/index.js'
import { counted, decimal } from '../reading/words.js'

/** The counts of several experiments taken together, the same messages in one. */
export function together(all: readonly RunCounts[]): RunCounts {
  const messages = new Map<string, number>()
  for (const { failures } of all)
    for (const { message, runs } of failures)
      messages.set(message, (messages.get(message) ?? 0) + runs)
  const sum = (of: (counts: RunCounts) => number) => all.reduce((n, counts) => n + of(counts), 0)
  return {
    runs: sum(({ runs }) => runs),
    failed: sum(({ failed }) => failed),
    lost: sum(({ lost }) => lost),
    failures: [...messages]
      .map(([message, runs]) => ({ message, runs }))
      .sort((a, b) => b.runs - a.runs),
  }
}

/** `4,000 runs, of which 3 failed`. */
export function countsWords({ runs, failed, lost }: RunCounts): string {
  const parts = [
    ...(failed > 0 ? [`${decimal(failed, 0)} failed`] : []),
    ...(lost > 0 ? [`${decimal(lost, 0)} ${lost === 1 ? 'was' : 'were'} lost`] : []),
  ]
  const all = counted(runs, 'run')
  return parts.length === 0 ? all : `${all}, of which ${parts.join(' and ')}`
}
