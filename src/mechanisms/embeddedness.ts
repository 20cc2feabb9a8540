import { defineMechanism, number } from '../contract/index.js'
import { log } from '../numeric/index.js'
import { actorColumns, affinityTies, Partnerships } from '../world/index.js'

/** Below this endowment a unit counts as having so much: nobody is loaded without limit. */
const least = 0.05
/**
 * A load beyond this counts as this, in logit. Nobody seeks a tie under it, whatever else speaks for the tie: its chance
 * is e^−50. It keeps what the theories add up within the range of their columns.
 */
const heaviest = 50

/**
 * Ties stand among other ties. Partners know each other, so more business with the same one is easier; partners of one
 * partner are introduced to each other; those who have many partners are known and sought; and each tie that is kept
 * takes attention and means, so that the next is worth less the more there are for what the unit is endowed with.
 */
export default defineMechanism({
  name: 'embeddedness',
  summary:
    'A tie is worth more with a known partner, a partner of partners or a popular unit, and less to a unit that keeps many.',
  source:
    'Granovetter 1985 (embeddedness); Snijders 2001 (transitivity, popularity and out-degree in actor-oriented models)',
  odd: { interaction: 'units see whom their partners are tied to, and how many ties a unit has' },
  parameters: {
    trust: number({
      default: 1,
      range: [0, 2],
      limits: [-20, 20],
      unit: 'logit',
      meaning: 'what another agreement with a partner of today is worth more',
      source: 'Granovetter 1985 gives the form',
      grade: 'assumed',
    }),
    transitivity: number({
      default: 0.5,
      range: [0, 1],
      limits: [-20, 20],
      unit: 'logit per log of one more than the shared partners',
      meaning: 'what shared partners add to the worth of a tie',
      source: 'Snijders 2001 gives the form',
      grade: 'assumed',
    }),
    popularity: number({
      default: 0.3,
      range: [0, 0.8],
      limits: [-20, 20],
      unit: 'logit per log of one more than the agreements',
      meaning: "what the partner's agreements add to the worth of a tie with it",
      source: '(1 + degree) to a power (mechanisms of tie formation); Snijders 2001 gives the form',
      grade: 'assumed',
    }),
    load: number({
      default: 0.5,
      range: [0.3, 2],
      limits: [0, 20],
      unit: 'logit per agreement and allowance-year/yr',
      meaning:
        'what each agreement that a unit keeps takes from the worth of the next, to it and to those who ask it, for its endowment',
      source: 'INET 2021 (staff and time as brakes); Snijders 2001 (out-degree) gives the form',
      grade: 'assumed',
    }),
  },
  reads: { actors: { endowment: actorColumns.endowment, passive: actorColumns.passive } },
  writes: {
    actors: { eagerness: actorColumns.eagerness, attraction: actorColumns.attraction },
  },
  ties: affinityTies,
  step({ n, units, actors, agreements, ties, scratch }, { parameters }) {
    const { state, active, passive, endowment, eagerness, attraction } = actors
    const affinity = ties.affinity.values
    const partnerships = new Partnerships(agreements, n, scratch)
    const known = scratch.wholes(n)
    const shared = scratch.wholes(n)
    const reached = scratch.wholes(n)
    // Each partner once, however many agreements there are: the first `partners[i]` of an actor's list.
    const partners = scratch.wholes(n)
    for (let i = 0; i < n; i++) partners[i] = partnerships.moveDistinctFirst(i, known)
    // What so many shared partners are worth; 0 where nobody has asked yet.
    const worth = scratch.reals(n + 1)
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      const degree = partnerships.degree(i)
      if (active[i] === 0 || degree === 0) continue
      const load = (parameters.load * degree) / Math.max(least, endowment[i])
      const burden = Math.min(heaviest, load)
      eagerness[i] -= burden
      // Whoever asks: one who keeps many ties consents to fewer.
      attraction[i] += parameters.popularity * log(1 + degree) - burden
      // What the unit makes of others matters only if it asks.
      if (passive[i] === 1) continue
      trustPartners(i)
      if (parameters.transitivity !== 0) introducePartnersOfPartners(i)
    }

    function trustPartners(i: number): void {
      for (let a = 0; a < partners[i]; a++)
        affinity[i * n + partnerships.partner(i, a)] += parameters.trust
    }

    function introducePartnersOfPartners(i: number): void {
      const home = state[i]
      let count = 0
      for (let a = 0; a < partners[i]; a++) {
        const j = partnerships.partner(i, a)
        for (let b = 0, end = partners[j]; b < end; b++) {
          const other = partnerships.partner(j, b)
          // At home nobody is sought.
          if (state[other] !== home && shared[other]++ === 0) reached[count++] = other
        }
      }
      for (let c = 0; c < count; c++) {
        const so = shared[reached[c]]
        if (worth[so] === 0) worth[so] = parameters.transitivity * log(1 + so)
        affinity[i * n + reached[c]] += worth[so]
        shared[reached[c]] = 0
      }
    }
  },
})
