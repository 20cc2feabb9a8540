import { ratioOfMedians } from './statistics.mjs'

/** Fewer samples than this say nothing of noise. */
const fewest = 3

const timeUnits = /^(ms|s|ns)\b/

/**
 * Holds what has been measured against a saved table of the same machine.
 *
 * @param saved, measured `{ machine, yardstick, sections }` as `bench/run.mjs` keeps them; the yardstick may be missing
 * @returns `otherMachine`, what differs about machine or Node, if anything does; `machine`, how much longer the
 *   yardstick took, where both have one; `rows`, a ratio with its interval and a verdict for each thing that both
 *   have: slower, faster, nothing, or too few samples
 */
export function comparison(saved, measured) {
  const otherMachine = Object.keys(measured.machine)
    .filter((key) => measured.machine[key] !== saved.machine[key])
    .map((key) => `${saved.machine[key]} then, ${measured.machine[key]} now`)
  if (otherMachine.length > 0) return { otherMachine, machine: undefined, rows: [] }
  const yardstick = yardsticks(saved, measured)
  const rows = []
  for (const [section, results] of Object.entries(measured.sections)) {
    for (const { name, unit, samples } of results) {
      const before = saved.sections[section]?.find((r) => r.name === name && r.unit === unit)
      if (!before) continue
      if (samples.length < fewest || before.samples.length < fewest) {
        rows.push({ section, name, verdict: 'too few samples' })
        continue
      }
      const found = timeUnits.test(unit)
        ? ratioOfMedians(before.samples, samples, yardstick)
        : ratioOfMedians(before.samples, samples)
      rows.push({ section, name, ...found, verdict: verdictOf(found) })
    }
  }
  const machine = yardstick && ratioOfMedians(yardstick.before, yardstick.after)
  return { otherMachine, machine, rows }
}

/** Slower or faster only if no ratio of the interval says otherwise. */
function verdictOf({ low, high }) {
  if (low > 1) return 'slower'
  return high < 1 ? 'faster' : ''
}

function yardsticks({ yardstick: before = [] }, { yardstick: after = [] }) {
  return before.length >= fewest && after.length >= fewest ? { before, after } : undefined
}
