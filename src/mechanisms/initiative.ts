import { defineMechanism, number } from '../contract/index.js'
import { exps, gumbel, gumbelStaysBelow, gumbels, log, logs } from '../numeric/index.js'
import {
  actorColumns,
  affinityTies,
  borderColumns,
  gravities,
  instrumentColumns,
  isOpenToUnits,
  logPopulations,
} from '../world/index.js'

/** Draws of an ordered pair in one opportunity: one to be sampled, then one for each issue and instrument. */
const sampling = 0
const noise = 1

/**
 * Whom, by what instrument, about what. Now and then, and the more it attends to an issue, a unit has an opportunity to act abroad; it looks at a few
 * candidates in other states and takes the best option, or none (random utility). An option is worth the gravity of
 * the pair, the support of both for action, the share of each one's deposition that the other causes, less what a
 * shared body already does and less the threshold of the instrument. Other theories add what they have to say to
 * `affinity`, `eagerness`, `attraction` and `fitness`, as forces add to a velocity.
 *
 * Chance is keyed by the pair, so a candidate more or less leaves all other pairs as they are.
 */
export default defineMechanism({
  name: 'initiative',
  summary:
    'Units with an opportunity weigh a few partners abroad and propose the best agreement, or none.',
  source:
    'McFadden 1974 (random utility); Snijders 2001 (actor-oriented tie formation); gravity fitted on 2,507 European twin cities',
  parameters: {
    rate: number({
      default: 1,
      range: [0.4, 2],
      limits: [0, 100],
      unit: '1/yr/sd',
      meaning:
        'opportunities to act abroad of a unit, for each standard deviation of its attention',
      source:
        'Snijders 2001 gives the form; 0.25 a quarter (0.1–0.5) at an attention of 1; that a unit which does not attend does not act follows Kingdon 1984',
      grade: 'assumed',
    }),
    candidates: number({
      default: 8,
      range: [4, 16],
      limits: [1, 1000],
      unit: 'unit',
      meaning: 'partners that are looked at in one opportunity',
      source: 'Snijders 2001 gives the form',
      grade: 'assumed',
    }),
    distance: number({
      default: -0.995,
      range: [-1.2, 0],
      limits: [-10, 0],
      unit: 'logit per log km',
      meaning: 'weight of distance in gravity',
      source: 'fitted on 2,507 cross-border twin cities in the EU',
      grade: 'inferred',
    }),
    size: number({
      default: 0.318,
      range: [0, 0.6],
      limits: [0, 10],
      unit: 'logit per log person²',
      meaning: 'weight of the product of populations in gravity',
      source: 'fitted on 2,507 cross-border twin cities in the EU',
      grade: 'inferred',
    }),
    disparity: number({
      default: -0.735,
      range: [-1.2, 0],
      limits: [-10, 0],
      unit: 'logit per log ratio',
      meaning: 'weight of the ratio of populations in gravity',
      source: 'fitted on 2,507 cross-border twin cities in the EU',
      grade: 'inferred',
    }),
    contiguity: number({
      default: 0,
      range: [0, 2],
      limits: [-20, 20],
      unit: 'logit',
      meaning: 'what a tie is worth more when the two touch across the border',
      source:
        'Duchacek 1990 (cross-border regional ties); off by default, since distance already counts',
      grade: 'assumed',
    }),
    support: number({
      default: 1,
      range: [0.5, 2],
      limits: [0, 20],
      unit: 'logit',
      meaning: 'weight of the support of both for action',
      source: 'unilateral initiative with reciprocal confirmation (Snijders and Steglich)',
      grade: 'assumed',
    }),
    attention: number({
      default: 0,
      range: [0, 2],
      limits: [0, 20],
      unit: 'logit/sd',
      meaning:
        'weight of the attention of the one that seeks the tie to the issue that it is about',
      source:
        'Kingdon 1984 gives the form; off by default, as attention already decides how often a unit acts',
      grade: 'assumed',
    }),
    flows: number({
      default: 10,
      range: [5, 20],
      limits: [0, 200],
      unit: 'logit',
      meaning: "weight of the share of each one's deposition that the other causes",
      source: 'Mäler 1989 gives the form',
      grade: 'assumed',
    }),
    sharedBody: number({
      default: -1.5,
      range: [-3, 0],
      limits: [-20, 20],
      unit: 'logit',
      meaning: 'what a tie is worth less when both sit in a network that handles the issue',
      source: 'substitution by the conference; no figure known',
      grade: 'assumed',
    }),
  },
  reads: {
    actors: {
      passive: actorColumns.passive,
      population: actorColumns.population,
      emissions: actorColumns.emissions,
      deposition: actorColumns.deposition,
      position: actorColumns.position,
      salience: actorColumns.salience,
      budget: actorColumns.budget,
      development: actorColumns.development,
      eagerness: actorColumns.eagerness,
      attraction: actorColumns.attraction,
      fitness: actorColumns.fitness,
    },
    instruments: instrumentColumns,
    borders: borderColumns,
  },
  ties: {
    ...affinityTies,
    touching: { shape: 'matrix', meaning: '1 where two units touch across a border', unit: '1' },
    transport: {
      shape: 'matrix',
      meaning: 'deposition at the second unit for each unit of emission of the first',
      unit: 'kg/ha/yr per kt/yr',
    },
    coMembership: {
      shape: 'matrix',
      meaning: 'number of active networks that both belong to',
      unit: 'network',
    },
  },
  prepare({ n, borders, ties }) {
    const touching = ties.touching.values
    for (let b = 0; b < borders.n; b++) {
      touching[borders.first[b] * n + borders.second[b]] = 1
      touching[borders.second[b] * n + borders.first[b]] = 1
    }
  },
  step(world, { dt, day, draws, parameters, events }) {
    const { n, units, issues, actors, instruments, agreements, ties, geography, scratch } = world
    const { state, active, population, emissions, deposition, position, salience, budget } = actors
    const { passive, development, eagerness, attraction, fitness } = actors
    const transport = ties.transport.values
    const affinity = ties.affinity.values
    const shared = ties.coMembership.values
    const touching = ties.touching.values

    const abroad = scratch.wholes(units.length)
    let abroadCount = 0
    let home = -1
    const chance = scratch.reals(Math.max(units.length, 1))
    const candidates = scratch.wholes(Math.floor(parameters.candidates))
    const most = candidates.length
    const drawn = scratch.reals(most)
    // What makes a tie with each candidate worth what it is, whatever it is about; and what it is worth, by issue.
    const pull = scratch.reals(most)
    const nearness = scratch.reals(most)
    const exposure = scratch.reals(most)
    const substitution = scratch.reals(most)
    const leaning = scratch.reals(most)
    const worth = scratch.reals(issues.n * most)
    // With whom the instrument at hand can be used: rows, places among the candidates, and noise by issue.
    const fit = scratch.wholes(most)
    const place = scratch.wholes(most)
    const noises = scratch.reals(issues.n * most)
    const logPopulation = scratch.reals(n)
    logPopulations(population, units, logPopulation)
    const drawsATurn = noise + issues.n * instruments.n
    // Who gets to act in this tick, how often a year, how often it has, and years from the tick's beginning to its next.
    const actor = scratch.wholes(units.length)
    const rate = scratch.reals(units.length)
    const turn = scratch.wholes(units.length)
    const next = scratch.reals(units.length)
    // In the opportunity at hand: the noise of doing nothing, and the wait for the next, in mean waits and negative.
    const nothing = scratch.reals(2)
    const wait = scratch.reals(1)

    const acting = waitForOpportunities()
    for (let a = firstToAct(); a >= 0; a = firstToAct()) {
      const k = turn[a]++
      draws.several(actor[a], 2 * k + 1, 2, nothing)
      wait[0] = 1 - nothing[1]
      gumbels(nothing, 1)
      logs(wait, 1)
      act(actor[a], k)
      next[a] -= wait[0] / rate[a]
    }

    /**
     * Opportunities come at random times at a constant pace, the faster the more a unit attends to the issue that it
     * attends to most. A long tick may bring several, and of two who want each other the first to act asks, wherever
     * they stand in the table. Returns how many have any.
     */
    function waitForOpportunities(): number {
      const seekers = scratch.wholes(units.length)
      const pace = scratch.reals(units.length)
      const none = scratch.reals(units.length)
      let seeking = 0
      for (let k = 0; k < units.length; k++)
        if (active[units[k]] === 1 && passive[units[k]] === 0) seekers[seeking++] = units[k]
      for (let q = 0; q < issues.n; q++) {
        for (let k = 0; k < seeking; k++)
          pace[k] = Math.max(pace[k], parameters.rate * salience[q * n + seekers[k]])
      }
      for (let k = 0; k < seeking; k++) none[k] = -pace[k] * dt
      exps(none, seeking)
      const first = draws.block(1)
      let count = 0
      for (let k = 0; k < seeking; k++) {
        const i = seekers[k]
        if (first[i] >= 1 - none[k]) continue
        actor[count] = i
        rate[count] = pace[k]
        next[count++] = -log(1 - first[i]) / pace[k]
      }
      return count
    }

    /** Who has the next opportunity of the tick; −1 when nobody has. */
    function firstToAct(): number {
      let who = -1
      for (let a = 0; a < acting; a++) {
        if (next[a] < dt && (who < 0 || next[a] < next[who])) who = a
      }
      return who
    }

    /** One opportunity: the best option is proposed, unless doing nothing is better. */
    function act(i: number, turn: number): void {
      const count = sample(i, turn)
      // Doing nothing is an option like others, with a noise of its own.
      let best = nothing[0]
      let partner = -1
      let instrument = -1
      let issue = -1
      let appeal = 0
      appraise(i, count)
      for (let m = 0; m < instruments.n; m++) {
        const fits = findFit(m, i, count)
        if (fits === 0) continue
        const only = instruments.issue[m]
        const from = only >= 0 ? only : 0
        const until = only >= 0 ? only + 1 : issues.n
        const k = turn * drawsATurn + noise + from * instruments.n + m
        draws.pairsSeveral(i, fit, fits, k, instruments.n, until - from, noises)
        const cost = instruments.cost[m]
        const ownFitness = fitness[m * n + i]
        let at = 0
        for (let q = from; q < until; q++) {
          for (let f = 0; f < fits; f++) {
            const u = noises[at++]
            const sure = worth[q * most + place[f]] - cost + (ownFitness + fitness[m * n + fit[f]])
            if (gumbelStaysBelow(u, best - sure)) continue
            const utility = sure + gumbel(u)
            if (utility <= best || agreements.holds(m, q, i, fit[f])) continue
            best = utility
            partner = fit[f]
            instrument = m
            issue = q
            appeal = sure
          }
        }
      }
      if (partner < 0) return
      const row = agreements.propose({
        instrument,
        issue,
        day,
        parties: [i, partner],
        commitment: instruments.pledge[instrument],
        effect: instruments.effect[instrument],
        appeal,
      })
      events.add('proposed', { actor: i, other: partner, agreement: row, issue, value: best })
    }

    /** Fills `candidates` with those whose pair drew the smallest numbers; returns how many. */
    function sample(i: number, turn: number): number {
      lookAbroad(state[i])
      draws.pairs(i, abroad, abroadCount, turn * drawsATurn + sampling, chance)
      let count = 0
      for (let r = 0; r < abroadCount; r++) {
        const u = chance[r]
        if (count === candidates.length && u >= drawn[count - 1]) continue
        let at = count < candidates.length ? count++ : count - 1
        for (; at > 0 && drawn[at - 1] > u; at--) {
          drawn[at] = drawn[at - 1]
          candidates[at] = candidates[at - 1]
        }
        drawn[at] = u
        candidates[at] = abroad[r]
      }
      return count
    }

    /** Fills `abroad` with the active units of other states. Neighbours in the table mostly share theirs. */
    function lookAbroad(from: number): void {
      if (home === from && abroadCount > 0) return
      home = from
      abroadCount = 0
      for (let k = 0; k < units.length; k++) {
        const j = units[k]
        if (state[j] !== from && active[j] !== 0) abroad[abroadCount++] = j
      }
    }

    /** Fills `fit` and `place` with the candidates with whom an instrument can be used; returns how many. */
    function findFit(m: number, i: number, count: number): number {
      if (!isOpenToUnits(instruments, m)) return 0
      let fits = 0
      for (let c = 0; c < count; c++) {
        if (!mayUse(m, i, candidates[c])) continue
        fit[fits] = candidates[c]
        place[fits++] = c
      }
      return fits
    }

    /** Whether two units can afford an instrument, and are such as it is for. */
    function mayUse(m: number, i: number, j: number): boolean {
      if (budget[i] < instruments.expense[m] || budget[j] < instruments.expense[m]) return false
      if (instruments.neighbours[m] === 1 && touching[i * n + j] === 0) return false
      return instruments.partners[m] === 0 || instruments.partners[m] === development[j]
    }

    /** Fills `worth`: what a tie is worth to either side, before the instrument's threshold and chance. */
    function appraise(i: number, count: number): void {
      const { support, contiguity, flows, sharedBody } = parameters
      gravities(parameters, geography, logPopulation, i, candidates, count, pull)
      for (let c = 0; c < count; c++) {
        const j = candidates[c]
        nearness[c] = contiguity * touching[i * n + j]
        exposure[c] = flows * (share(i, j) + share(j, i))
        substitution[c] = shared[i * n + j] > 0 ? sharedBody : 0
        leaning[c] = affinityOf(i, state[i], j)
      }
      for (let q = 0; q < issues.n; q++) {
        const ownPosition = position[q * n + i]
        const readiness = parameters.attention * salience[q * n + i] + eagerness[i]
        for (let c = 0; c < count; c++) {
          const j = candidates[c]
          worth[q * most + c] =
            pull[c] +
            support * (ownPosition + position[q * n + j]) +
            nearness[c] +
            exposure[c] +
            substitution[c] +
            (readiness + attraction[j] + leaning[c])
        }
      }
    }

    function affinityOf(i: number, home: number, j: number): number {
      const own = affinity[i * n + j]
      const abroad = state[j]
      if (home < 0 || abroad < 0) return own
      return own + affinity[i * n + abroad] + affinity[home * n + abroad]
    }

    /** Share of the deposition at j that i causes. */
    function share(i: number, j: number): number {
      return deposition[j] > 0 ? (transport[i * n + j] * emissions[i]) / deposition[j] : 0
    }
  },
})
