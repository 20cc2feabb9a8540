import type { Model, RunOptions } from '../../src/engine/index.js'
import { type Happening, never, status, type World } from '../../src/world/index.js'
import { columnsOf, gateKind } from './stage.js'

const floorKinds = ['floor', 'assent']

/** Runs a model and says in words what cannot be, whatever the parameters. */
export function breachesOf(model: Model, options: RunOptions): string[] {
  const found: string[] = []
  const run = model.run({
    ...options,
    afterTick: (world, tick) => {
      for (const breach of standing(world)) found.push(`tick ${tick}: ${breach}`)
    },
  })
  const { world, timeline } = run
  const politics = model.plan.mechanisms.find((m) => m.mechanism.name === 'federalPolitics')
  const tolerance = Number(politics?.parameters.tolerance)
  const mechanisms = new Set(model.plan.mechanisms.map(({ mechanism }) => mechanism.name))
  for (const e of world.events.rows) {
    if (!mechanisms.has(e.mechanism)) found.push(`${e.type} by ${e.mechanism}, which is not there`)
    if (e.day < timeline.startDay || e.day > timeline.endDay)
      found.push(`${e.type} on day ${e.day}`)
    if (timeline.tickOf(e.day) !== e.tick) found.push(`${e.type}: day ${e.day}, tick ${e.tick}`)
  }
  return [
    ...found,
    ...wrongDates(world, timeline),
    ...unlawful(world, tolerance),
    ...unshared(run.recordings),
  ]
}

/** What must hold at the end of every tick. */
function standing(world: World): string[] {
  const found: string[] = []
  const { actors, gates } = columnsOf(world)
  for (let i = 0; i < world.n; i++) {
    if (!(actors.budget[i] >= 0))
      found.push(`budget of ${world.actors.ids[i]}: ${actors.budget[i]}`)
  }
  for (let g = 0; g < gates.kind.length; g++) {
    if (!floorKinds.includes(gateKind(world, g))) continue
    const share = gates.score[g]
    if (!(share >= 0 && share <= 1)) found.push(`share of votes at gate ${g}: ${share}`)
  }
  const { columns: c, parties, n } = world.agreements
  for (let a = 0; a < n; a++) {
    const agreed: boolean[] = []
    const cleared: boolean[] = []
    for (let p = c.firstParty[a]; p < c.firstParty[a] + c.partyCount[a]; p++) {
      agreed.push(parties.consent[p] === 1)
      cleared.push(parties.cleared[p] === 1)
    }
    const all = agreed.every((x) => x)
    const s = c.status[a]
    if (s === status.declined ? all : s !== status.proposed && !all)
      found.push(`agreement ${a}, status ${s}, consents ${agreed}`)
    if ([status.inForce, status.expired, status.terminated].includes(s) && !cleared.every((x) => x))
      found.push(`agreement ${a}, status ${s}, cleared ${cleared}`)
    if ((c.signedOn[a] !== never) !== (s !== status.declined && s !== status.proposed))
      found.push(`agreement ${a}, status ${s}, signed on ${c.signedOn[a]}`)
  }
  return found
}

function wrongDates(world: World, { startDay, endDay }: { startDay: number; endDay: number }) {
  const found: string[] = []
  const within = (day: number) => day >= startDay && day <= endDay
  const { columns: c, n } = world.agreements
  for (let a = 0; a < n; a++) {
    if (!within(c.proposedOn[a])) found.push(`agreement ${a} proposed on ${c.proposedOn[a]}`)
    for (const day of [c.signedOn[a], c.inForceOn[a]])
      if (day !== never && !(within(day) && day >= c.proposedOn[a]))
        found.push(`agreement ${a}, day ${day}`)
    if (c.inForceOn[a] < c.signedOn[a]) found.push(`agreement ${a} in force before it was signed`)
    if (c.endsOn[a] < c.inForceOn[a]) found.push(`agreement ${a} ends before it begins`)
  }
  for (const day of columnsOf(world).actors.adoptedOn)
    if (day !== never && !within(day)) found.push(`adopted on ${day}`)
  return found
}

/** Laws without a court's order that did not pass every gate since the session began, or passed a closed one. */
function unlawful(world: World, tolerance: number): string[] {
  const found: string[] = []
  const { actors } = columnsOf(world)
  const passed = new Map<string, number[]>()
  const law = new Set<string>()
  const { rows } = world.events
  rows.forEach((e, at) => {
    const key = `${e.actor}/${e.issue}`
    const gates = passed.get(key) ?? []
    passed.set(key, gates)
    if (e.type === 'billDied') gates.length = 0
    if (e.type === 'billPassed') {
      gates.push(e.gate)
      if (!mayPass(world, e, rows.slice(0, at), tolerance))
        found.push(`gate ${e.gate} passed a bill, closed`)
    }
    if (e.type === 'policyEnacted') {
      const path = [...world.gatesOf(e.actor)]
      if (gates.join() !== path.join()) found.push(`enacted through gates ${gates} of ${path}`)
      law.add(key)
    }
    if (e.type === 'policyOrdered' && e.mechanism === 'courts') law.add(key)
  })
  for (let q = 0; q < world.issues.n; q++) {
    for (const s of world.states) {
      const share = actors.policy[q * world.n + s]
      if (share > 0 !== law.has(`${s}/${q}`)) found.push(`policy ${share} of state ${s}`)
    }
  }
  return found
}

/** The gate was open, was won over in this tick, or was overridden in this tick. */
function mayPass(
  world: World,
  e: Happening,
  before: readonly Happening[],
  tolerance: number,
): boolean {
  const { gates } = columnsOf(world)
  const kind = gateKind(world, e.gate)
  const open = floorKinds.includes(kind) ? e.value >= gates.threshold[e.gate] : e.value > -tolerance
  const since = before.filter(
    ({ tick, gate, issue }) => tick === e.tick && gate === e.gate && issue === e.issue,
  )
  if (open) return true
  if (since.some(({ type }) => type === 'compensated')) return kind === 'floor'
  return since.some(({ type }) => type === 'vetoOverridden') && gates.override[e.gate] > 0
}

/** Shares of deposition that groups cause, of which no two overlap, sum to at most one. */
function unshared(recordings: ReturnType<Model['run']>['recordings']): string[] {
  const found: string[] = []
  for (const name of ['depositionShare', 'leadingSources', 'opposition']) {
    const values = recordings.get(name)?.values ?? []
    for (const x of values) if (!(x >= 0 && x <= 1 + 1e-12)) found.push(`${name} is ${x}`)
  }
  const share = recordings.get('depositionShare')
  if (!share) return found
  const [groups] = share.subjects
  const apart = [groups.indexOf('eastern-us'), groups.indexOf('eastern-canada')]
  for (let at = 0; at < share.values.length; at += share.width) {
    for (let on = 0; on < groups.length; on++) {
      let sum = 0
      for (const from of apart) sum += from < 0 ? 0 : share.values[at + from * groups.length + on]
      if (sum > 1 + 1e-12) found.push(`shares of two groups sum to ${sum}`)
    }
  }
  return found
}
