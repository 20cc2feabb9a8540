import { defineMechanism, number } from '../contract/index.js'
import { exp } from '../numeric/index.js'
import {
  actorColumns,
  affinityTies,
  issueColumns,
  never,
  real,
  relationColumns,
  status,
  whole,
} from '../world/index.js'

/** A treaty between two states by which both centres promise to encourage contacts; only this theory speaks of it. */
export const treatyColumns = {
  treaty: whole({
    meaning:
      'day of a treaty by which the two centres promise to encourage contacts of their units',
    unit: 'day',
    initial: never,
    input: 'optional',
  }),
  promise: real({
    meaning: 'encouragement from the day of the treaty on, where it is more than without it',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
} as const

/**
 * Hostility between two peoples falls with contact: the more agreements are in force between units of the two states
 * and the livelier they are, the faster, up to a limit; and slowly by itself, as those who remember grow few. It does
 * two things that pull against each other. It gives units a motive to reconcile, the stronger the more the two
 * centres encourage it; and it makes people unwilling to tie up with those whom they resent. So ties are few at first
 * for want of willing partners, become easier as they spread, and lose that motive when it has done its work.
 */
export default defineMechanism({
  name: 'reconciliation',
  summary:
    'Hostility between two states draws units to reconcile, makes partners unwilling, and falls with contact.',
  source:
    'Allport 1954 (contact lowers prejudice, with the support of authorities); Deutsch et al. 1957 (security communities grow by transactions); Pettigrew and Tropp 2006',
  odd: {
    emergence:
      'the spread of ties feeds on itself, since each makes the next partner more willing, and ends the motive that began it',
  },
  parameters: {
    contact: number({
      default: 0.06,
      range: [0.02, 0.15],
      limits: [0, 10],
      unit: '1/yr',
      meaning: 'rate at which hostility falls when contact is as dense as can be',
      source: 'Allport 1954 gives the form; no figure known',
      grade: 'assumed',
    }),
    density: number({
      default: 1,
      range: [0.3, 3],
      limits: [0.001, 1000],
      unit: 'agreement/unit',
      meaning: 'agreements a unit, of usual contact, at which contact has half of its full effect',
      source: 'no figure known',
      grade: 'assumed',
    }),
    forgetting: number({
      default: 0.015,
      range: [0, 0.03],
      limits: [0, 10],
      unit: '1/yr',
      meaning: 'rate at which hostility falls without any contact',
      source: 'half in 46 years: the time in which those who were adults in a war grow few',
      grade: 'assumed',
    }),
    motive: number({
      default: 1,
      range: [0.3, 2],
      limits: [0, 20],
      unit: 'sd',
      meaning:
        'what full hostility, wholly encouraged, adds to the stake in an issue that reconciles',
      source: 'no figure known',
      grade: 'assumed',
    }),
    unaided: number({
      default: 0.5,
      range: [0.2, 0.8],
      limits: [0, 1],
      unit: '1',
      meaning: 'share of that motive that is there without any encouragement by the centres',
      source:
        'mayors acted before governments (Defrance 2008); Allport 1954 (support of authorities)',
      grade: 'assumed',
    }),
    unwillingness: number({
      default: 3,
      range: [1, 5],
      limits: [0, 50],
      unit: 'logit',
      meaning: 'what full hostility takes from the worth of a tie between units of the two states',
      source: 'no figure known',
      grade: 'assumed',
    }),
  },
  reads: {
    issues: { reconciles: issueColumns.reconciles },
    relations: {
      first: relationColumns.first,
      second: relationColumns.second,
      encouragement: relationColumns.encouragement,
      ...treatyColumns,
    },
  },
  writes: {
    relations: { hostility: relationColumns.hostility },
    actors: { motive: actorColumns.motive },
  },
  ties: affinityTies,
  step(world, { day, dt, parameters }) {
    const { n, issues, relations, agreements, ties, scratch } = world
    const { state, active, motive } = world.actors
    const { first, second, hostility, encouragement, treaty, promise } = relations
    const affinity = ties.affinity.values
    const contacts = scratch.reals(relations.n)
    countContacts()
    for (let r = 0; r < relations.n; r++) {
      const promised = day >= treaty[r] ? promise[r] : 0
      const aid = Math.max(encouragement[r], promised)
      const encouraged = parameters.unaided + (1 - parameters.unaided) * aid
      const wish = parameters.motive * hostility[r] * encouraged
      draw(first[r], wish)
      draw(second[r], wish)
      const unwilling = parameters.unwillingness * hostility[r]
      affinity[first[r] * n + second[r]] -= unwilling
      affinity[second[r] * n + first[r]] -= unwilling
      hostility[r] *= exp(-(parameters.contact * exposure(r) + parameters.forgetting) * dt)
    }

    /** Fills `contacts`: for each pair of states what is in force between their units, by how lively it is. */
    function countContacts(): void {
      const { columns: c } = agreements
      const live = agreements.living()
      for (let l = 0; l < live.n; l++) {
        const a = live.rows[l]
        if (c.status[a] !== status.inForce || c.partyCount[a] < 2) continue
        const s = state[agreements.party(a, 0)]
        const t = state[agreements.party(a, 1)]
        if (s < 0 || t < 0 || s === t) continue
        for (let r = 0; r < relations.n; r++) {
          const isIt = (first[r] === s && second[r] === t) || (first[r] === t && second[r] === s)
          if (isIt) contacts[r] += c.contact[a]
        }
      }
    }

    /** 0 without contact, 1 when it is as dense as can be. */
    function exposure(r: number): number {
      const count = countActive(first[r]) + countActive(second[r])
      if (count === 0) return 0
      const dense = contacts[r] / count
      return dense / (dense + parameters.density)
    }

    function countActive(s: number): number {
      const units = world.unitsOf(s)
      let count = 0
      for (let k = 0; k < units.length; k++) count += active[units[k]]
      return count
    }

    function draw(s: number, wish: number): void {
      const units = world.unitsOf(s)
      for (let q = 0; q < issues.n; q++) {
        const pull = wish * issues.reconciles[q]
        if (pull === 0) continue
        for (let k = 0; k < units.length; k++) motive[q * n + units[k]] += pull
      }
    }
  },
})
