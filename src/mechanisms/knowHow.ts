import { defineMechanism, number } from '../contract/index.js'
import { exp } from '../numeric/index.js'
import {
  activityColumns,
  actorColumns,
  instrumentColumns,
  networkColumns,
  networkMemberColumns,
  status,
} from '../world/index.js'

/**
 * Know-how of external action. It comes by doing (each lively agreement and each activity teaches, the next one less
 * than the one before), from staff that is there to learn, and from partners abroad and fellow members of networks who
 * know more; it is lost as people leave and routines are forgotten. Whoever knows less than an instrument takes finds
 * it worth less. What came from abroad is kept apart: it is what a city carries home.
 *
 * Between two ticks the pulls are constant, and the level is moved by the exact solution, so it stays in [0, 1].
 */
export default defineMechanism({
  name: 'knowHow',
  summary:
    'Know-how grows with doing, staff, partners and networks, is forgotten, and decides which instruments a unit can handle.',
  source:
    'Arrow 1962 (learning by doing); Argote 2013 (organisational forgetting); Shipan and Volden 2008 (learning from others); INET 2021 (exchange of practice; only well-staffed authorities apply)',
  odd: {
    learning:
      'Units learn from what they do and from partners and fellow members of networks who know more than they do; they forget.',
  },
  parameters: {
    doing: number({
      default: 0.15,
      range: [0.05, 0.3],
      limits: [0, 20],
      unit: '1/yr',
      meaning: 'rate of learning by doing under a very large load of action',
      source: 'Arrow 1962 gives the form; no figure known',
      grade: 'assumed',
    }),
    usualLoad: number({
      default: 4,
      range: [2, 8],
      limits: [0.01, 1000],
      unit: 'agreement',
      meaning: 'lively agreements at which doing teaches half as much as it can',
      source: 'Arrow 1962: learning from the next repetition falls; no figure known',
      grade: 'assumed',
    }),
    activity: number({
      default: 0.5,
      range: [0.2, 1],
      limits: [0, 100],
      unit: 'agreement',
      meaning: 'agreements that teach as much as one activity',
      source: 'no figure known',
      grade: 'assumed',
    }),
    training: number({
      default: 0.1,
      range: [0.03, 0.2],
      limits: [0, 20],
      unit: '1/yr',
      meaning: 'rate at which a very large staff learns by itself',
      source: 'INET 2021 names staff and training as brakes; no figure known',
      grade: 'assumed',
    }),
    usualStaff: number({
      default: 6,
      range: [3, 10],
      limits: [0.01, 1000],
      unit: 'full-time person',
      meaning: 'staff that learns half as fast as a very large one',
      source: 'mean staff of large French authorities, INET 2021',
      grade: 'inferred',
    }),
    partners: number({
      default: 0.05,
      range: [0, 0.15],
      limits: [0, 20],
      unit: '1/yr',
      meaning: 'rate at which one lively agreement draws a unit to a partner who knows more',
      source: 'Shipan and Volden 2008 give the form; no figure known',
      grade: 'assumed',
    }),
    networks: number({
      default: 0.03,
      range: [0, 0.1],
      limits: [0, 20],
      unit: '1/yr',
      meaning: 'rate at which one network draws a member to the mean of members who know more',
      source: 'EHNE and INET 2021 (networks exchange practice); no figure known',
      grade: 'assumed',
    }),
    forgetting: number({
      default: 0.08,
      range: [0.03, 0.2],
      limits: [0, 20],
      unit: '1/yr',
      meaning: 'rate at which know-how is lost',
      source: 'Argote 2013 gives the form; staff that changes about every twelve years',
      grade: 'assumed',
    }),
    demand: number({
      default: 4,
      range: [2, 8],
      limits: [0, 100],
      unit: 'logit',
      meaning: 'what an instrument is worth less when it takes all know-how and the unit has none',
      source: 'INET 2021 gives the sign; no figure known',
      grade: 'assumed',
    }),
  },
  reads: {
    actors: {
      staff: actorColumns.staff,
      engaged: actorColumns.engaged,
      membership: networkMemberColumns.membership,
      members: networkMemberColumns.members,
    },
    activities: activityColumns,
    instruments: instrumentColumns,
    networks: networkColumns,
  },
  writes: {
    actors: {
      knowHow: actorColumns.knowHow,
      learned: actorColumns.learned,
      fitness: actorColumns.fitness,
    },
  },
  step(world, { dt, parameters }) {
    const { n, units, agreements, instruments, networks, activities, actors, scratch } = world
    const { state, knowHow, learned, staff, engaged, membership, members, fitness } = actors
    // Load of doing; then the rates at which others draw a unit, and the same times what those others know.
    const load = scratch.reals(n)
    const pull = scratch.reals(n)
    const taught = scratch.reals(n)
    const pullAbroad = scratch.reals(n)
    const taughtAbroad = scratch.reals(n)
    meetPartners()
    meetMembers()
    for (let a = 0; a < activities.n; a++) {
      for (let k = 0; k < units.length; k++)
        load[units[k]] += parameters.activity * engaged[a * n + units[k]]
    }

    const kept = exp(-parameters.forgetting * dt)
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      const before = knowHow[i]
      const own =
        (parameters.doing * load[i]) / (load[i] + parameters.usualLoad) +
        (parameters.training * staff[i]) / (staff[i] + parameters.usualStaff)
      const rate = own + pull[i] + parameters.forgetting
      const end = rate === 0 ? before : (own + taught[i]) / rate
      const after = Math.min(1, Math.max(0, end + (before - end) * exp(-rate * dt)))
      const gains = own * (1 - before) + taught[i] - pull[i] * before
      const gainsAbroad = taughtAbroad[i] - pullAbroad[i] * before
      const gained = Math.max(0, after - before * kept)
      const fromAbroad = gains > 0 ? (gained * gainsAbroad) / gains : 0
      knowHow[i] = after
      learned[i] = Math.min(after, Math.max(0, learned[i] * kept + fromAbroad))
    }
    for (let m = 0; m < instruments.n; m++) {
      if (instruments.complexity[m] === 0) continue
      for (let k = 0; k < units.length; k++) {
        const i = units[k]
        fitness[m * n + i] -=
          parameters.demand * Math.max(0, instruments.complexity[m] - knowHow[i])
      }
    }

    /** Lively agreements teach by being carried out, and by the partner who knows more. */
    function meetPartners(): void {
      const { columns: c } = agreements
      const live = agreements.living()
      for (let l = 0; l < live.n; l++) {
        const a = live.rows[l]
        if (c.status[a] !== status.inForce) continue
        for (let p = 0; p < c.partyCount[a]; p++) {
          const i = agreements.party(a, p)
          load[i] += c.contact[a]
          for (let r = 0; r < c.partyCount[a]; r++) {
            if (r !== p) drawTo(i, agreements.party(a, r), parameters.partners * c.contact[a])
          }
        }
      }
    }

    function drawTo(i: number, other: number, rate: number): void {
      if (knowHow[other] <= knowHow[i]) return
      pull[i] += rate
      taught[i] += rate * knowHow[other]
      if (state[other] === state[i]) return
      pullAbroad[i] += rate
      taughtAbroad[i] += rate * knowHow[other]
    }

    /** A network draws its members to their mean, if they know less; it teaches from abroad as far as its members are. */
    function meetMembers(): void {
      for (let m = 0; m < networks.n; m++) {
        const at = m * n
        const all = members[at + networks.actor[m]]
        if (all < 2) continue
        let total = 0
        for (let k = 0; k < units.length; k++)
          if (membership[at + units[k]] === 1) total += knowHow[units[k]]
        const mean = total / all
        for (let k = 0; k < units.length; k++) {
          const i = units[k]
          if (membership[at + i] === 0 || knowHow[i] >= mean) continue
          const abroad = state[i] < 0 ? 1 : 1 - members[at + state[i]] / all
          pull[i] += parameters.networks
          taught[i] += parameters.networks * mean
          pullAbroad[i] += parameters.networks * abroad
          taughtAbroad[i] += parameters.networks * abroad * mean
        }
      }
    }
  },
})
