import { daysPerYear } from '../calendar/index.js'
import { defineMechanism, number } from '../contract/index.js'
import { exp } from '../numeric/index.js'
import {
  actorColumns,
  instrumentColumns,
  type Ledger,
  never,
  phaseColumns,
  status,
  type Table,
} from '../world/index.js'

/**
 * Units move by partial adjustment toward the largest of what their own programme asks for and what they honour of a
 * pledge that does not bind. A state's law is another matter: it has deadlines, which are part of the law and not of
 * this rule, and by each of them what is due is done; the cut is made evenly over the time of preparation before it.
 * A cut is a share of starting emissions, so what the baseline has lost already counts.
 */
export default defineMechanism({
  name: 'abatement',
  summary:
    'Units adjust step by step to own programmes and pledges, and meet the deadlines of law in time.',
  source: 'Nerlove 1958 (partial adjustment)',
  parameters: {
    rate: number({
      default: 0.33,
      range: [0.16, 0.65],
      limits: [0, 50],
      unit: '1/yr',
      meaning: 'rate of adjustment toward own programmes and pledges',
      source: 'Nerlove 1958 gives the form; 0.08 a quarter (0.04–0.15), as a continuous rate',
      grade: 'assumed',
    }),
    lead: number({
      default: 1,
      range: [0, 2],
      limits: [0, 50],
      unit: 'yr',
      meaning: 'time of preparation before a legal deadline',
      source: 'no figure known',
      grade: 'assumed',
    }),
    honour: number({
      default: 0.2,
      range: [0, 0.5],
      limits: [0, 1],
      unit: '1',
      meaning: 'share of a pledge that does not bind which is honoured',
      source: 'no figure known',
      grade: 'assumed',
    }),
  },
  reads: {
    actors: {
      baseline: actorColumns.baseline,
      programmeCut: actorColumns.programmeCut,
      ownProgramme: actorColumns.ownProgramme,
      policy: actorColumns.policy,
      adoptedOn: actorColumns.adoptedOn,
    },
    instruments: instrumentColumns,
    phases: phaseColumns,
  },
  writes: { actors: { abatement: actorColumns.abatement } },
  step(world, { day, dt, parameters }) {
    const { n, units, states, issues, actors, instruments, agreements, phases, scratch } = world
    const { state, baseline, programmeCut, ownProgramme, policy, adoptedOn, abatement } = actors
    const adjust = 1 - exp(-parameters.rate * dt)
    const pledge = scratch.reals(n)
    const dueOf = scratch.reals(issues.n * n)
    addPledges(pledge, agreements, instruments.binding, parameters.honour)
    for (let q = 0; q < issues.n; q++) {
      for (let k = 0; k < states.length; k++) {
        const s = q * n + states[k]
        if (policy[s] <= 0 || adoptedOn[s] === never) continue
        const years = (day - adoptedOn[s]) / daysPerYear
        dueOf[s] = policy[s] * dueShare(phases, q, states[k], years, parameters.lead)
      }
    }
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      let wanted = pledge[i]
      let due = 0
      for (let q = 0; q < issues.n; q++) {
        wanted = Math.max(wanted, ownProgramme[q * n + i])
        if (state[i] >= 0) due = Math.max(due, dueOf[q * n + state[i]] * programmeCut[i])
      }
      const adjusted = abatement[i] + adjust * (shareOfRest(wanted, baseline[i]) - abatement[i])
      abatement[i] = Math.max(adjusted, shareOfRest(due, baseline[i]))
    }
  },
})

/** A cut of starting emissions, as a share of what the baseline has left. */
function shareOfRest(cut: number, baseline: number): number {
  return baseline > 0 ? Math.max(0, 1 - (1 - cut) / baseline) : 0
}

/** Share of the programme's cut that a state's law of so many years has made due, preparation included. */
function dueShare(
  phases: Table<typeof phaseColumns>,
  q: number,
  s: number,
  years: number,
  lead: number,
): number {
  let phased = false
  let done = 0
  for (let f = 0; f < phases.n; f++) {
    if (phases.state[f] !== s || phases.issue[f] !== q) continue
    phased = true
    if (phases.years[f] <= years) done = Math.max(done, phases.share[f])
  }
  let prepared = done
  for (let f = 0; f < phases.n; f++) {
    const left = phases.years[f] - years
    if (phases.state[f] !== s || phases.issue[f] !== q) continue
    if (left <= 0 || left >= lead) continue
    const progress = (phases.share[f] - done) * (1 - left / lead)
    prepared = Math.max(prepared, done + progress)
  }
  return phased ? prepared : 1
}

/** The largest cut that each of the first two parties of an agreement honours. */
function addPledges(
  pledge: Float64Array,
  agreements: Ledger,
  binding: Uint8Array,
  honour: number,
): void {
  const { columns: c } = agreements
  const live = agreements.living()
  for (let l = 0; l < live.n; l++) {
    const a = live.rows[l]
    if (c.status[a] !== status.inForce || c.commitment[a] === 0) continue
    const honoured = binding[c.instrument[a]] === 1 ? 1 : honour
    const cut = honoured * c.commitment[a] * Math.min(1, c.effect[a])
    for (let p = 0; p < 2; p++) {
      const i = agreements.party(a, p)
      pledge[i] = Math.max(pledge[i], cut)
    }
  }
}
