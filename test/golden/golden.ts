import { formatDate } from '../../src/calendar/index.js'
import { type Model, type Run, seriesOf } from '../../src/engine/index.js'
import { digest, type Happening, type World } from '../../src/world/index.js'

/** What is kept of one run. */
export interface Golden {
  readonly digest: string
  /** Key outcomes, for readers of a diff. */
  readonly outcomes: { readonly [name: string]: number | string }
  /** Every happening in one line, in order. */
  readonly events: readonly string[]
}

export function goldenOf(model: Model, seed: string): Golden {
  const run = model.run({ seed })
  return {
    digest: digest(run.world),
    outcomes: outcomesOf(run),
    events: run.world.events.rows.map((e) => lineOf(run.world, e)),
  }
}

function outcomesOf(run: Run): Golden['outcomes'] {
  const last = (measure: string, subject: string) => {
    const recording = run.recordings.get(measure)
    return (recording && seriesOf(recording, [subject])?.at(-1)) ?? Number.NaN
  }
  const { world } = run
  const outcomes: { [name: string]: number | string } = {}
  for (const s of world.states) {
    const state = world.actors.ids[s]
    const law = world.events.rows.find((e) => e.type === 'policyEnacted' && e.actor === s)
    outcomes[`law of ${state}`] = law ? formatDate(law.day) : 'none'
    outcomes[`emissions of ${state} at the end`] = Math.round(last('nationalEmissions', state))
  }
  for (const instrument of world.view('instruments').ids)
    outcomes[`${instrument}s signed`] = last('concluded', instrument)
  return outcomes
}

/** Day, what happened, to whom, at which gate, how much: enough to see where two runs part. */
function lineOf(world: World, e: Happening): string {
  const actor = (i: number) => world.actors.ids[i] ?? ''
  const parts = [
    formatDate(e.day),
    e.type,
    [actor(e.actor), actor(e.other)].filter((id) => id !== '').join(' – '),
    e.agreement >= 0
      ? (world.view('instruments').ids[world.agreements.columns.instrument[e.agreement]] ?? '')
      : '',
    world.view('gates').ids[e.gate] ?? '',
    e.value === 0 ? '' : e.value.toPrecision(6),
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** In words, how a run differs from the one that is kept; undefined if it does not. */
export function differenceOf(seed: string, kept: Golden, now: Golden): string | undefined {
  if (kept.digest === now.digest) return undefined
  const lines = [`Seed "${seed}" gives another world than the one in test/golden/acidRain.json.`]
  for (const name of new Set([...Object.keys(kept.outcomes), ...Object.keys(now.outcomes)])) {
    const [before, after] = [kept.outcomes[name] ?? 'none', now.outcomes[name] ?? 'none']
    if (before !== after) lines.push(`  ${name}: ${before} before, ${after} now`)
  }
  const longest = Math.max(kept.events.length, now.events.length)
  let at = 0
  while (at < longest && kept.events[at] === now.events[at]) at++
  if (at === longest) lines.push('  The events are the same: only numbers beside them have moved.')
  else {
    lines.push(`  The first event that differs is number ${at + 1}:`)
    for (let k = Math.max(0, at - 2); k < at; k++) lines.push(`      ${kept.events[k]}`)
    for (const line of kept.events.slice(at, at + 3)) lines.push(`    − ${line}`)
    for (const line of now.events.slice(at, at + 3)) lines.push(`    + ${line}`)
  }
  lines.push(
    '  If the change is meant, write the file anew and say why in the commit:',
    '    UPDATE_GOLDEN=1 npx vitest run test/golden',
  )
  return lines.join('\n')
}
