import { defineMechanism, number } from '../contract/index.js'
import { exp, logistic } from '../numeric/index.js'
import {
  activityColumns,
  actorColumns,
  code,
  instrumentColumns,
  mandates,
  real,
  status,
} from '../world/index.js'

/** Draws of a unit: the verdict on means, and who takes the portfolio. */
const verdict = 0
const portfolio = 1

const none = mandates.indexOf('none')
const kept = mandates.indexOf('kept')
const raised = mandates.indexOf('raised')
const cut = mandates.indexOf('cut')

/**
 * Residents' support. It rises with what they see of external action and take part in, falls with spending that they
 * do not see, and drifts to indifference (one half). At elections it decides whether the means are kept, raised or
 * cut; while the state's finances are squeezed it protects them. Where the head of the new council holds the portfolio
 * for external action, the unit seeks ties more eagerly.
 */
export default defineMechanism({
  name: 'legitimacy',
  summary:
    "Residents' support follows what they see of external action, and at elections decides on its means.",
  source:
    'Scharpf 1999 (legitimacy by output and by input); INET 2021 and Despins 2024 (acceptability, visibility, elections, leadership)',
  parameters: {
    approval: number({
      default: 0.3,
      range: [0.1, 0.6],
      limits: [0, 20],
      unit: '1/yr',
      meaning: 'rate at which residents come to approve of very much that they see',
      source: 'Scharpf 1999 gives the sign; no figure known',
      grade: 'assumed',
    }),
    usualSeen: number({
      default: 2,
      range: [1, 5],
      limits: [0.01, 1000],
      unit: 'agreement',
      meaning: 'fully visible ties and activities that win residents half as fast as very many do',
      source: 'no figure known',
      grade: 'assumed',
    }),
    benefit: number({
      default: 0.5,
      range: [0, 1],
      limits: [0, 20],
      unit: '1',
      meaning: 'weight of the benefit that a tie has brought, beside its being seen at all',
      source: 'Scharpf 1999 (output); no figure known',
      grade: 'assumed',
    }),
    annoyance: number({
      default: 0.2,
      range: [0.05, 0.5],
      limits: [0, 20],
      unit: '1/yr',
      meaning:
        'rate at which residents turn away from very large spending that they see nothing of',
      source: 'INET 2021 (acceptability); no figure known',
      grade: 'assumed',
    }),
    drift: number({
      default: 0.2,
      range: [0.05, 0.5],
      limits: [0, 20],
      unit: '1/yr',
      meaning: 'rate at which support drifts to one half',
      source: 'no figure known',
      grade: 'assumed',
    }),
    inertia: number({
      default: 2,
      range: [1, 3],
      limits: [0, 50],
      unit: 'logit',
      meaning: 'what keeps a new council from changing the means at a support of one half',
      source: 'Wildavsky 1964 (budgets are last year’s, nearly); no figure known',
      grade: 'assumed',
    }),
    verdict: number({
      default: 3,
      range: [1, 6],
      limits: [0, 50],
      unit: 'logit',
      meaning: 'weight of support in what a new council does about means: from one half to all',
      source: 'mechanism 11 of the literature list; no figure known',
      grade: 'assumed',
    }),
    change: number({
      default: 0.3,
      range: [0.15, 0.5],
      limits: [0, 0.99],
      unit: '1',
      meaning: 'share of the means that is cut; a rise makes up for one cut',
      source: 'no figure known',
      grade: 'assumed',
    }),
    leadership: number({
      default: 0.3,
      range: [0.1, 0.5],
      limits: [0, 1],
      unit: '1',
      meaning: 'share of councils whose head holds the portfolio for external action',
      source: 'no figure known',
      grade: 'assumed',
    }),
    leading: number({
      default: 1,
      range: [0, 2.3],
      limits: [0, 20],
      unit: 'logit',
      meaning: 'eagerness that the head of the council adds when holding the portfolio',
      source: 'INET 2021 says "tenfold", which is a logit of 2.3: taken as the upper end',
      grade: 'inferred',
    }),
    memory: number({
      default: 0.7,
      range: [0.4, 1],
      limits: [0.01, 50],
      unit: '1/yr',
      meaning: 'rate at which the means that one is used to follow those one has',
      source: 'some years; for telling a trend alone',
      grade: 'assumed',
    }),
  },
  reads: {
    actors: {
      election: actorColumns.election,
      engaged: actorColumns.engaged,
      squeeze: actorColumns.squeeze,
    },
    activities: activityColumns,
    instruments: instrumentColumns,
  },
  writes: {
    actors: {
      support: actorColumns.support,
      participation: actorColumns.participation,
      endowment: actorColumns.endowment,
      eagerness: actorColumns.eagerness,
      mandate: code({
        meaning: 'what the last election did to the means for external action',
        unit: '1',
        values: mandates,
      }),
      leads: code({
        meaning: 'the head of the council holds the portfolio for external action',
        unit: '1',
        range: [0, 1],
      }),
      usualEndowment: real({
        meaning: 'means that the unit has been used to over the last years',
        unit: 'allowance-year/yr',
        range: [0, 1e5],
      }),
    },
  },
  setup({ units, actors: { endowment, usualEndowment, leads, mandate } }, { draws, parameters }) {
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      usualEndowment[i] = endowment[i]
      mandate[i] = none
      leads[i] = draws.at(i, portfolio) < parameters.leadership ? 1 : 0
    }
  },
  step(world, { dt, draws, parameters, events }) {
    const { n, units, agreements, instruments, activities, actors, scratch } = world
    const { state, active, support, participation, endowment, eagerness } = actors
    const { election, engaged, squeeze, mandate, leads, usualEndowment } = actors
    // What each unit does, and what of it residents see.
    const done = scratch.reals(n)
    const seen = scratch.reals(n)
    const shown = scratch.reals(n)
    look()
    const adapts = 1 - exp(-parameters.memory * dt)
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      if (active[i] === 0) continue
      participation[i] = done[i] > 0 ? Math.min(1, seen[i] / done[i]) : 0
      persuade(i)
      const s = state[i]
      if (s >= 0 && squeeze[s] !== 0) endowment[i] *= exp(-squeeze[s] * (1 - support[i]) * dt)
      if (election[i] === 1 || (s >= 0 && election[s] === 1)) elect(i)
      if (leads[i] === 1) eagerness[i] += parameters.leading
      usualEndowment[i] += adapts * (endowment[i] - usualEndowment[i])
    }

    function look(): void {
      const { columns: c } = agreements
      const live = agreements.living()
      for (let l = 0; l < live.n; l++) {
        const a = live.rows[l]
        if (c.status[a] !== status.inForce) continue
        const visible = instruments.visibility[c.instrument[a]]
        const worth = 1 + parameters.benefit * Math.min(1, c.benefit[a])
        for (let p = 0; p < c.partyCount[a]; p++) {
          const i = agreements.party(a, p)
          done[i] += 1
          seen[i] += visible * c.contact[a]
          shown[i] += visible * c.contact[a] * worth
        }
      }
      for (let a = 0; a < activities.n; a++) {
        for (let k = 0; k < units.length; k++) {
          const i = units[k]
          if (engaged[a * n + i] === 0) continue
          done[i] += 1
          seen[i] += activities.visibility[a]
          shown[i] += activities.visibility[a]
        }
      }
    }

    /** Moves support by the exact solution for what is seen in this tick. */
    function persuade(i: number): void {
      const gain = (parameters.approval * shown[i]) / (shown[i] + parameters.usualSeen)
      const unseen = endowment[i] * (1 - participation[i])
      const loss = (parameters.annoyance * unseen) / (unseen + 1)
      const rate = gain + loss + parameters.drift
      if (rate === 0) return
      const end = (gain + parameters.drift / 2) / rate
      support[i] = Math.min(1, Math.max(0, end + (support[i] - end) * exp(-rate * dt)))
    }

    /** A new council keeps the means, raises or cuts them, and shares out its portfolios. */
    function elect(i: number): void {
      const push = parameters.verdict * (2 * support[i] - 1)
      const u = draws.at(i, verdict)
      leads[i] = draws.at(i, portfolio) < parameters.leadership ? 1 : 0
      mandate[i] = kept
      if (u < logistic(-parameters.inertia - push)) change(i, cut, 1 - parameters.change)
      else if (u >= 1 - logistic(-parameters.inertia + push))
        change(i, raised, 1 / (1 - parameters.change))
    }

    function change(i: number, how: number, by: number): void {
      mandate[i] = how
      endowment[i] *= by
      events.add(how === cut ? 'meansCut' : 'meansRaised', {
        actor: i,
        value: endowment[i],
        reason: 'a new council, by what residents think of external action',
      })
    }
  },
})
