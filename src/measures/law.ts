import { defineMeasure } from '../contract/index.js'
import { partyKinds, stepKinds } from '../law/index.js'
import {
  actorColumns,
  code,
  instrumentColumns,
  legalPath,
  never,
  status,
  type World,
  whole,
} from '../world/index.js'

/** What has become of what units have signed. */
const outcomes = ['pending', 'inForce', 'ended', 'refused', 'replaced'] as const

/** Ways by which an act took effect: the law's, against the law, or in the place of an act that the law stopped. */
const paths = ['free', 'approved', 'silence', 'breach', 'informal'] as const

const informally = paths.indexOf('informal')

const legalKinds = ['unsaid', ...partyKinds]
const legalKind = code({
  meaning: 'kind of party in law, where it is another than the kind of actor',
  unit: '1',
  values: legalKinds,
  input: 'optional',
})

const count = (meaning: string) => whole({ meaning, unit: 'case' })

const stepTally = {
  kind: code({ meaning: 'kind of step', unit: '1', values: stepKinds, input: 'required' }),
  passed: count('cases that have passed the step by a decision'),
  silent: count('cases that silence has decided'),
  refused: count('cases that a decision has refused'),
  skipped: count('acts that took effect without taking the step'),
  longest: whole({ meaning: 'longest that a decided case has waited', unit: 'd' }),
}

const ofSteps = [{ name: 'stepKind', ids: stepKinds }] as const
/** Only where acts pass the law do these measures say anything. */
const reviewed = { legalSteps: { passed: stepTally.passed } }
const level = { ...reviewed, instruments: { level: instrumentColumns.level } }
const force = {
  ...reviewed,
  instruments: { level: instrumentColumns.level, binding: instrumentColumns.binding },
}

export const actOutcomes = defineMeasure({
  name: 'actOutcomes',
  title: 'Acts of units by outcome',
  meaning:
    'number of acts that units have signed so far: pending in law, in force, ended, refused for good, or refused and replaced by an informal one',
  unit: 'act',
  whole: true,
  of: [{ name: 'outcome', ids: outcomes }],
  reads: level,
  observe(world, out, at) {
    const { columns: c, n } = world.agreements
    const replaced = new Set<number>()
    for (let a = 0; a < n; a++) if (c.insteadOf[a] >= 0) replaced.add(c.insteadOf[a])
    out.fill(0, at, at + outcomes.length)
    for (let a = 0; a < n; a++) {
      if (c.signedOn[a] === never || world.instruments.level[c.instrument[a]] !== 0) continue
      const s = c.status[a]
      const is =
        s === status.inForce
          ? 'inForce'
          : s === status.refused
            ? replaced.has(a)
              ? 'replaced'
              : 'refused'
            : s === status.consented || s === status.underReview
              ? 'pending'
              : 'ended'
      out[at + outcomes.indexOf(is)]++
    }
  },
})

export const actPaths = defineMeasure({
  name: 'actPaths',
  title: 'Acts of units by legal path',
  meaning:
    'number of acts of units that have taken effect so far, by how they passed: free, approved, by silence, against the law, or informally in the place of one that did not pass',
  unit: 'act',
  whole: true,
  of: [{ name: 'legalPath', ids: paths }],
  reads: level,
  observe(world, out, at) {
    tally(world as unknown as World, world.instruments.level, out, at)
  },
})

export const pathShare = defineMeasure({
  name: 'pathShare',
  title: 'Share of acts of units by legal path',
  meaning:
    'share of the acts of units that have taken effect so far, by how they passed; 0 before the first',
  unit: '1',
  of: [{ name: 'legalPath', ids: paths }],
  reads: level,
  observe(world, out, at) {
    const all = tally(world as unknown as World, world.instruments.level, out, at)
    if (all > 0) for (let p = 0; p < paths.length; p++) out[at + p] /= all
  },
})

/** Counts acts by path; returns how many there are. */
function tally(world: World, levels: Uint8Array, out: Float64Array, at: number): number {
  const { columns: c, parties, n } = world.agreements
  let all = 0
  out.fill(0, at, at + paths.length)
  for (let a = 0; a < n; a++) {
    if (c.inForceOn[a] === never || levels[c.instrument[a]] !== 0) continue
    all++
    let worst: number = legalPath.free
    const first = c.firstParty[a]
    for (let p = first, end = first + c.partyCount[a]; p < end; p++)
      if (parties.path[p] > worst) worst = parties.path[p]
    const informal = c.insteadOf[a] >= 0 && worst !== legalPath.breach
    out[at + (informal ? informally : worst - legalPath.free)]++
  }
  return all
}

export const informalShare = defineMeasure({
  name: 'informalShare',
  title: 'Share of informal acts',
  meaning:
    'share of the acts of units that have taken effect so far and do not bind, though they might have been concluded in a form that binds; 0 before the first',
  unit: '1',
  of: [],
  reads: force,
  observe({ agreements, instruments }, out, at) {
    const { columns: c, n } = agreements
    let all = 0
    let informal = 0
    for (let a = 0; a < n; a++) {
      if (c.inForceOn[a] === never || instruments.level[c.instrument[a]] !== 0) continue
      all++
      if (instruments.binding[c.instrument[a]] === 0) informal++
    }
    out[at] = all > 0 ? informal / all : 0
  },
})

export const daysToForce = defineMeasure({
  name: 'daysToForce',
  title: 'Days from initiative to force',
  meaning:
    'mean days from proposal to force of the acts of units that have taken effect so far; those in the place of another count from the first proposal; 0 before the first',
  unit: 'd',
  of: [],
  reads: level,
  observe({ agreements, instruments }, out, at) {
    const { columns: c, n } = agreements
    let all = 0
    let days = 0
    for (let a = 0; a < n; a++) {
      if (c.inForceOn[a] === never || instruments.level[c.instrument[a]] !== 0) continue
      const origin = c.insteadOf[a] >= 0 ? c.insteadOf[a] : a
      all++
      days += c.inForceOn[a] - c.proposedOn[origin]
    }
    out[at] = all > 0 ? days / all : 0
  },
})

export const bindingActs = defineMeasure({
  name: 'bindingActs',
  title: 'Binding acts of units',
  meaning: 'number of acts of units that bind and have taken effect so far',
  unit: 'act',
  whole: true,
  of: [],
  reads: force,
  observe({ agreements, instruments }, out, at) {
    const { columns: c, n } = agreements
    out[at] = 0
    for (let a = 0; a < n; a++) {
      const m = c.instrument[a]
      if (c.inForceOn[a] !== never && instruments.level[m] === 0 && instruments.binding[m] === 1)
        out[at]++
    }
  },
})

export const againstLine = defineMeasure({
  name: 'againstLine',
  title: "Acts against their centre's line",
  meaning:
    "number of acts of the state's units that took effect in the tick although they go against its line, as it stands at the end of the tick",
  unit: 'act',
  whole: true,
  of: ['states'],
  reads: { ...level, actors: { line: actorColumns.line, position: actorColumns.position } },
  observe({ n, states, agreements, instruments, actors }, out, at, { day }) {
    const { columns: c } = agreements
    out.fill(0, at, at + states.length)
    for (let a = 0; a < agreements.n; a++) {
      if (c.inForceOn[a] === never || c.inForceOn[a] < day) continue
      if (instruments.level[c.instrument[a]] !== 0) continue
      const q = c.issue[a] * n
      let want = 0
      for (let p = 0; p < c.partyCount[a]; p++) want += actors.position[q + agreements.party(a, p)]
      const direction = want < 0 ? -1 : 1
      for (let p = 0; p < c.partyCount[a]; p++) {
        const state = actors.state[agreements.party(a, p)]
        if (state >= 0 && actors.line[q + state] * direction < 0) out[at + states.indexOf(state)]++
      }
    }
  },
})

export const withStates = defineMeasure({
  name: 'withStates',
  title: 'Acts of units with foreign states',
  meaning:
    'number of acts of units that have taken effect so far and have a party that is a state in law, by whether they bind',
  unit: 'act',
  whole: true,
  of: [{ name: 'force', ids: ['binding', 'nonBinding'] }],
  reads: {
    ...force,
    actors: { legalKind },
  },
  observe({ agreements, instruments, actors }, out, at) {
    const { columns: c } = agreements
    out[at] = 0
    out[at + 1] = 0
    for (let a = 0; a < agreements.n; a++) {
      const m = c.instrument[a]
      if (c.inForceOn[a] === never || instruments.level[m] !== 0) continue
      for (let p = 0; p < c.partyCount[a]; p++) {
        if (legalKinds[actors.legalKind[agreements.party(a, p)]] !== 'state') continue
        out[at + (instruments.binding[m] === 1 ? 0 : 1)]++
        break
      }
    }
  },
})

/** A measure that adds up one counter of steps by their kind. */
function ofStep(
  name: string,
  title: string,
  meaning: string,
  unit: string,
  value: (steps: StepCounts, s: number) => number,
  join: (a: number, b: number) => number,
) {
  return defineMeasure({
    name,
    title,
    meaning,
    unit,
    whole: true,
    of: ofSteps,
    reads: { legalSteps: stepTally },
    observe({ legalSteps }, out, at) {
      out.fill(0, at, at + stepKinds.length)
      for (let s = 0; s < legalSteps.n; s++) {
        const k = at + legalSteps.kind[s]
        out[k] = join(out[k], value(legalSteps, s))
      }
    },
  })
}

interface StepCounts {
  readonly passed: Int32Array
  readonly silent: Int32Array
  readonly refused: Int32Array
  readonly skipped: Int32Array
  readonly longest: Int32Array
}

const add = (a: number, b: number) => a + b

export const stepsTaken = ofStep(
  'stepsTaken',
  'Steps of law taken',
  'number of cases that have passed a step of the kind so far, by decision or by silence',
  'case',
  (s, at) => s.passed[at] + s.silent[at],
  add,
)

export const stepsSilent = ofStep(
  'stepsSilent',
  'Cases decided by silence',
  'number of cases that silence has decided at a step of the kind so far',
  'case',
  (s, at) => s.silent[at],
  add,
)

export const stepsRefused = ofStep(
  'stepsRefused',
  'Cases refused',
  'number of cases that an organ has refused at a step of the kind so far',
  'case',
  (s, at) => s.refused[at],
  add,
)

export const stepsSkipped = ofStep(
  'stepsSkipped',
  'Steps of law not taken',
  'number of acts that have taken effect so far without a step of the kind that the law asks for',
  'act',
  (s, at) => s.skipped[at],
  add,
)

export const longestWait = ofStep(
  'longestWait',
  'Longest wait at a step',
  'longest that a case has waited at a step of the kind until it was decided',
  'd',
  (s, at) => s.longest[at],
  Math.max,
)
