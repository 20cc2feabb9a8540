import { choice, defineMechanism, number, onOff } from '../contract/index.js'
import { exp, logistic, standardDeviation } from '../numeric/index.js'
import {
  actorColumns,
  membershipColumns,
  real,
  status,
  type Table,
  type World,
} from '../world/index.js'

const shortest = 100

/** Where a credibility has not been worked out yet; none is negative. */
const unknown = -1

/**
 * What a centre hears. At home, its units' positions weighted by population and attention; from abroad, the allies
 * that its units are tied to, each by its leverage, attention and credibility. An ally is credible as far as it has
 * bound itself to cut ("clean hands"). Pressure is a running average in standard deviations of a unit's voice, not
 * a stock that grows.
 *
 * The weight of the foreign route has no data behind it: show results as a curve over it.
 */
export default defineMechanism({
  name: 'pressure',
  summary: 'Units press their centre, directly and through allies abroad who press in their stead.',
  source: 'Keck and Sikkink 1998 (boomerang); Bloodgood and Clough 2017 (its formal model)',
  parameters: {
    boomerang: number({
      default: 0.5,
      range: [0, 1],
      limits: [0, 10],
      unit: '1',
      meaning: 'weight of the foreign route φ',
      source: 'unknown: uniform on its range; no data',
      grade: 'assumed',
    }),
    rate: number({
      default: 0.42,
      range: [0.2, 0.9],
      limits: [0, 50],
      unit: '1/yr',
      meaning: 'rate at which the running average forgets',
      source: '0.1 a quarter (0.05–0.2), as a continuous rate',
      grade: 'assumed',
    }),
    blockage: choice({
      default: 'weighted',
      values: ['weighted', 'unweighted'],
      meaning: 'whether the foreign route counts as far as the home route is blocked, or fully',
      source: 'Keck and Sikkink weigh by blockage; the effect then fades as gates open',
      grade: 'assumed',
    }),
    cleanHands: onOff({
      default: true,
      meaning: "whether an ally's own commitments are credited",
      source: 'Bloodgood and Clough 2017',
      grade: 'assumed',
    }),
    threshold: number({
      default: 0.25,
      range: [0.1, 0.4],
      limits: [0, 2],
      unit: '1',
      meaning: 'committed cut, relative to a half, at which credibility is one half',
      source: 'Milgrom-style commitment; threshold assumed',
      grade: 'assumed',
    }),
    steepness: number({
      default: 8,
      range: [4, 16],
      limits: [0, 100],
      unit: 'logit',
      meaning: 'how sharply credibility rises with the committed cut',
      source: 'no figure known',
      grade: 'assumed',
    }),
    network: number({
      default: 0.1,
      range: [0, 0.3],
      limits: [0, 10],
      unit: '1',
      meaning: 'voice of a tie through a shared network, relative to an agreement',
      source: 'no figure known',
      grade: 'assumed',
    }),
  },
  reads: {
    actors: {
      population: actorColumns.population,
      position: actorColumns.position,
      salience: actorColumns.salience,
      stake: actorColumns.stake,
      ownProgramme: actorColumns.ownProgramme,
      policy: actorColumns.policy,
      programmeCut: actorColumns.programmeCut,
      blockage: actorColumns.blockage,
    },
    memberships: membershipColumns,
  },
  writes: {
    actors: {
      pressure: actorColumns.pressure,
      foreignVoice: real({
        meaning: 'what the centre hears through allies abroad (rows of states)',
        unit: 'sd',
        range: [-1000, 1000],
        per: 'issues',
      }),
    },
    issues: {
      voiceScale: real({
        meaning:
          'standard deviation over units of the voice that full attention would give at the start',
        unit: 'sd',
        range: [0, 1e6],
      }),
    },
  },
  ties: {
    leverage: {
      shape: 'matrix',
      meaning:
        "share of the second unit in the first one's trade abroad (gravity; no data by unit)",
      unit: '1',
    },
  },
  prepare({ n, units, actors: { population, state }, geography, ties }) {
    const leverage = ties.leverage.values
    for (const i of units) {
      let total = 0
      for (const j of units) {
        if (state[j] === state[i]) continue
        const trade = population[j] / Math.max(shortest, geography.distance(i, j))
        leverage[i * n + j] = trade
        total += trade
      }
      if (total > 0) for (const j of units) leverage[i * n + j] /= total
    }
  },
  step(world, { tick, dt, parameters }) {
    const { n, states, issues, actors, scratch } = world
    const { blockage, pressure, foreignVoice } = actors
    const recall = 1 - exp(-parameters.rate * dt)
    const credible = scratch.reals(n)
    const ears = { world, parameters, credible }

    for (let q = 0; q < issues.n; q++) {
      const of = q * n
      if (tick === 0) issues.voiceScale[q] = spreadOfVoice(world, of)
      for (let k = 0; k < states.length; k++) foreignVoice[of + states[k]] = 0
      credible.fill(unknown)
      hearAgreements(ears, q)
      hearNetworks(ears, q)
      const scale = issues.voiceScale[q] > 0 ? 1 / issues.voiceScale[q] : 0
      for (let k = 0; k < states.length; k++) {
        const at = of + states[k]
        const blocked = blockage[at]
        const route = parameters.boomerang * (parameters.blockage === 'weighted' ? blocked : 1)
        foreignVoice[at] *= scale
        const heard =
          (1 - blocked) * domesticVoice(world, of, states[k]) * scale + route * foreignVoice[at]
        pressure[at] += recall * (heard - pressure[at])
      }
    }
  },
})

/** What the helpers of a step see of the world. */
interface Hearing extends Pick<World, 'n' | 'units' | 'unitsOf' | 'agreements'> {
  readonly actors: World['actors'] & {
    readonly population: Float64Array
    readonly position: Float64Array
    readonly salience: Float64Array
    readonly stake: Float64Array
    readonly ownProgramme: Float64Array
    readonly policy: Float64Array
    readonly programmeCut: Float64Array
    readonly foreignVoice: Float64Array
  }
  readonly memberships: Table<typeof membershipColumns>
  readonly ties: { readonly leverage: { readonly values: Float64Array } }
}

/** A centre that listens to what is said abroad. */
interface Ears {
  readonly world: Hearing
  readonly parameters: {
    readonly cleanHands: boolean
    readonly steepness: number
    readonly threshold: number
    readonly network: number
  }
  /** Credibility of each actor in the issue at hand, as far as it has been asked for. */
  readonly credible: Float64Array
}

function voice({ salience, position }: Hearing['actors'], at: number): number {
  return salience[at] * position[at]
}

/** Standard deviation over units of the voice that full attention would give. */
function spreadOfVoice({ units, actors: { stake, position } }: Hearing, of: number): number {
  return standardDeviation(Float64Array.from(units, (i) => stake[of + i] * position[of + i]))
}

function domesticVoice(world: Hearing, of: number, s: number): number {
  const { actors } = world
  const units = world.unitsOf(s)
  let sum = 0
  let people = 0
  for (let k = 0; k < units.length; k++) {
    sum += actors.population[units[k]] * voice(actors, of + units[k])
    people += actors.population[units[k]]
  }
  return people > 0 ? sum / people : 0
}

/** Allies tied by agreements with effect: each party carries its foreign partners' voice to its own centre. */
function hearAgreements(ears: Ears, q: number): void {
  const { agreements } = ears.world
  const { columns: c, parties } = agreements
  const live = agreements.living()
  for (let l = 0; l < live.n; l++) {
    const a = live.rows[l]
    if (c.status[a] !== status.inForce || c.issue[a] !== q || c.effect[a] === 0) continue
    const first = c.firstParty[a]
    const last = first + c.partyCount[a]
    for (let p = first; p < last; p++) {
      for (let r = first; r < last; r++) {
        carry(ears, q, parties.actor[p], parties.actor[r], c.effect[a] * parties.voice[p])
      }
    }
  }
}

function hearNetworks(ears: Ears, q: number): void {
  const { memberships, actors } = ears.world
  for (let a = 0; a < memberships.n; a++) {
    const network = memberships.network[a]
    if (actors.active[network] === 0) continue
    for (let b = 0; b < memberships.n; b++) {
      if (memberships.network[b] !== network) continue
      carry(ears, q, memberships.member[a], memberships.member[b], ears.parameters.network)
    }
  }
}

/** Brings the voice of j, through its ally i, to the centre of i. */
function carry(ears: Ears, q: number, i: number, j: number, weight: number): void {
  const { n, actors, ties } = ears.world
  const { state, foreignVoice } = actors
  if (state[i] < 0 || state[i] === state[j]) return
  const { credible } = ears
  const of = q * n
  // Worked out once a tick: an actor may have many allies.
  if (credible[j] === unknown) credible[j] = credibility(ears, of, j)
  foreignVoice[of + state[i]] +=
    weight * ties.leverage.values[i * n + j] * voice(actors, of + j) * credible[j]
}

/** An ally is credible as far as it has bound itself ("clean hands"). */
function credibility({ world: { actors }, parameters }: Ears, of: number, j: number): number {
  const { state, policy, programmeCut, ownProgramme } = actors
  const bound = state[j] < 0 ? 0 : policy[of + state[j]] * programmeCut[j]
  const committed = parameters.cleanHands ? Math.max(ownProgramme[of + j], bound) : 0
  return logistic(parameters.steepness * (committed / 0.5 - parameters.threshold))
}
