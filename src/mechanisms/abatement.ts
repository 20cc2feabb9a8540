import { defineMechanism, number } from '../contract/index.js'
import { exp } from '../numeric/index.js'
import { actorColumns, instrumentColumns, never, phaseColumns, status } from '../world/index.js'

const daysPerYear = 365.2425

/**
 * Units cut what they must: the largest of their own programme, the part of their state's programme that is due, and
 * what they honour of a pledge that does not bind. A cut is a share of starting emissions, so what the baseline has
 * lost already counts. Deadlines are part of the law, not of this rule: adjustment begins some time before each.
 */
export default defineMechanism({
  name: 'abatement',
  summary: 'Emissions move by partial adjustment toward what law and pledges ask for by then.',
  source: 'Nerlove 1958 (partial adjustment)',
  parameters: {
    rate: number({
      default: 0.33,
      range: [0.16, 0.65],
      limits: [0, 50],
      unit: '1/yr',
      meaning: 'rate of adjustment toward what is due',
      source: 'Nerlove 1958 gives the form; 0.08 a quarter (0.04–0.15), as a continuous rate',
      grade: 'assumed',
    }),
    lead: number({
      default: 1,
      range: [0, 2],
      limits: [0, 50],
      unit: 'yr',
      meaning: 'how long before a deadline adjustment begins',
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
    const { n, units, issues, actors, instruments, agreements, phases } = world
    const { state, baseline, programmeCut, ownProgramme, policy, adoptedOn, abatement } = actors
    const adjust = 1 - exp(-parameters.rate * dt)
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      let required = 0
      for (let q = 0; q < issues.n; q++) {
        const s = q * n + state[i]
        const federal =
          policy[s] > 0 ? policy[s] * due(q, state[i], adoptedOn[s]) * programmeCut[i] : 0
        required = Math.max(required, ownProgramme[q * n + i], federal)
      }
      required = Math.max(required, pledged(i))
      const target = baseline[i] > 0 ? Math.max(0, 1 - (1 - required) / baseline[i]) : 0
      abatement[i] += adjust * (target - abatement[i])
    }

    /** Share of the programme's cut that the state's law makes due by now. */
    function due(q: number, s: number, since: number): number {
      if (since === never) return 0
      const years = (day - since) / daysPerYear + parameters.lead
      let share = 0
      let phased = false
      for (let f = 0; f < phases.n; f++) {
        if (phases.state[f] !== s || phases.issue[f] !== q) continue
        phased = true
        if (years >= phases.years[f]) share = Math.max(share, phases.share[f])
      }
      return phased ? share : 1
    }

    function pledged(i: number): number {
      const { columns: c } = agreements
      let most = 0
      for (let a = 0; a < agreements.n; a++) {
        if (c.status[a] !== status.inForce || c.commitment[a] === 0) continue
        if (agreements.party(a, 0) !== i && agreements.party(a, 1) !== i) continue
        const honoured = instruments.binding[c.instrument[a]] === 1 ? 1 : parameters.honour
        most = Math.max(most, honoured * c.commitment[a] * Math.min(1, c.effect[a]))
      }
      return most
    }
  },
})
