import { daysPerYear } from '../calendar/index.js'
import { defineMechanism, number } from '../contract/index.js'
import { exp, exps } from '../numeric/index.js'
import {
  actorColumns,
  code,
  logPopulations,
  never,
  real,
  status,
  type World,
  whole,
} from '../world/index.js'

/**
 * Units pass programmes of their own, and copy those of others. The yearly rate of adoption is
 * exp(α + β_V value + β_L learning + β_I imitation): learning from units tied by agreement or network, stronger in
 * large units; imitation of larger units at home, fading with the age of their programme.
 */
export default defineMechanism({
  name: 'diffusion',
  summary:
    'A unit that favours action may pass its own programme; partners teach it, larger peers lead it.',
  source: 'Shipan and Volden 2008, 2012 (mechanisms of policy diffusion)',
  parameters: {
    constant: number({
      default: -6,
      range: [-7, -4],
      limits: [-50, 10],
      unit: 'log 1/yr',
      meaning: 'logarithm of the yearly rate of adoption by an indifferent unit',
      source: 'set so that about two units have a programme by the end of 1986',
      grade: 'inferred',
    }),
    value: number({
      default: 0.7,
      range: [0.3, 1.5],
      limits: [0, 20],
      unit: '1/logit',
      meaning: "effect of the unit's own value of action",
      source: 'Shipan and Volden give the form',
      grade: 'assumed',
    }),
    learning: number({
      default: 0.7,
      range: [0, 1.5],
      limits: [0, 20],
      unit: '1',
      meaning:
        'effect of the first partner abroad or in a network that has a programme, at mean size',
      source: 'Shipan and Volden give the sign',
      grade: 'assumed',
    }),
    imitation: number({
      default: 0.5,
      range: [0, 1.5],
      limits: [0, 20],
      unit: '1',
      meaning: 'effect of a fresh programme of a larger unit at home',
      source: 'Shipan and Volden give the sign; imitation is short-lived',
      grade: 'assumed',
    }),
    fading: number({
      default: 3,
      range: [1, 6],
      limits: [0.1, 100],
      unit: 'yr',
      meaning: 'time in which imitation fades to 1/e',
      source: 'Shipan and Volden give the form',
      grade: 'assumed',
    }),
    cut: number({
      default: 0.3,
      range: [0.1, 0.5],
      limits: [0, 1],
      unit: '1',
      meaning: "share of the unit's starting emissions that its own programme removes",
      source: 'no figure known',
      grade: 'assumed',
    }),
  },
  reads: {
    actors: {
      population: actorColumns.population,
      baseEmissions: actorColumns.baseEmissions,
      value: actorColumns.value,
    },
  },
  writes: {
    actors: {
      ownProgramme: actorColumns.ownProgramme,
      taught: code({
        meaning: 'has a partner abroad or in a network with a programme',
        unit: '1',
        range: [0, 1],
      }),
      led: real({
        meaning: 'the freshest programme of a larger unit at home, from 1 (new) to 0',
        unit: '1',
        range: [0, 1],
      }),
      ownSince: whole({
        meaning: 'day of its own programme',
        unit: 'day',
        initial: never,
        per: 'issues',
      }),
    },
  },
  ties: {
    coMembership: {
      shape: 'matrix',
      meaning: 'number of active networks that both belong to',
      unit: 'network',
    },
  },
  step(world, { dt, day, draws, parameters, events }) {
    const { n, units, issues, actors, scratch } = world
    const { population, baseEmissions, value, ownProgramme, ownSince, taught, led } = actors
    const logSize = scratch.reals(n)
    logPopulations(population, units, logSize)
    let meanLogSize = 0
    for (let k = 0; k < units.length; k++) meanLogSize += logSize[units[k]] / units.length
    const stays = scratch.reals(units.length)
    const chance = draws.block(issues.n)

    for (let q = 0; q < issues.n; q++) {
      taught.fill(0)
      led.fill(0)
      for (let k = 0; k < units.length; k++) {
        const j = units[k]
        if (!hasProgramme(world, q, j, day)) continue
        const days = day - ownSince[q * n + j]
        radiate(world, j, exp(-days / (daysPerYear * parameters.fading)))
      }
      learnFromAgreements(world, q, day)
      for (let k = 0; k < units.length; k++) {
        const i = units[k]
        const size = logSize[i] / meanLogSize
        stays[k] =
          parameters.constant +
          parameters.value * value[q * n + i] +
          parameters.learning * size * taught[i] +
          parameters.imitation * led[i]
      }
      // From the logarithm of a yearly rate to the chance that nothing happens in the tick.
      exps(stays, units.length)
      for (let k = 0; k < units.length; k++) stays[k] *= -dt
      exps(stays, units.length)
      for (let k = 0; k < units.length; k++) {
        const i = units[k]
        if (ownProgramme[q * n + i] > 0 || baseEmissions[i] === 0) continue
        if (chance[i * issues.n + q] >= 1 - stays[k]) continue
        ownProgramme[q * n + i] = parameters.cut
        ownSince[q * n + i] = day
        events.add('ownProgramme', {
          actor: i,
          issue: q,
          value: parameters.cut,
          reason: "the unit's own law",
        })
      }
    }
  },
})

/** What the helpers of a step see of the world. */
interface Peers extends Pick<World, 'n' | 'units' | 'agreements'> {
  readonly actors: {
    readonly state: Int32Array
    readonly population: Float64Array
    readonly ownProgramme: Float64Array
    readonly ownSince: Int32Array
    readonly taught: Uint8Array
    readonly led: Float64Array
  }
  readonly ties: { readonly coMembership: { readonly values: Float64Array } }
}

/** Before this tick: who comes first in the table must not lead. */
function hasProgramme({ n, actors }: Peers, q: number, j: number, day: number): boolean {
  return actors.ownProgramme[q * n + j] > 0 && actors.ownSince[q * n + j] < day
}

/** A unit with a programme teaches those it meets in networks and leads the smaller ones at home. */
function radiate({ n, units, actors, ties }: Peers, j: number, freshness: number): void {
  const { state, population, taught, led } = actors
  const shared = ties.coMembership.values
  for (let k = 0; k < units.length; k++) {
    const i = units[k]
    if (shared[i * n + j] > 0) taught[i] = 1
    if (state[i] === state[j] && population[i] < population[j]) led[i] = Math.max(led[i], freshness)
  }
}

function learnFromAgreements(world: Peers, q: number, day: number): void {
  const { agreements } = world
  const { taught } = world.actors
  const { columns: c } = agreements
  const live = agreements.living()
  for (let l = 0; l < live.n; l++) {
    const a = live.rows[l]
    if (c.status[a] !== status.inForce || c.issue[a] !== q || c.effect[a] === 0) continue
    const first = agreements.party(a, 0)
    const second = agreements.party(a, 1)
    if (hasProgramme(world, q, second, day)) taught[first] = 1
    if (hasProgramme(world, q, first, day)) taught[second] = 1
  }
}
