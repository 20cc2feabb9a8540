import { defineMeasure } from '../contract/index.js'
import { actorColumns, addRows } from '../world/index.js'

const transport = {
  shape: 'matrix',
  meaning: 'deposition at the second unit for each unit of emission of the first',
  unit: 'kg/ha/yr per kt/yr',
} as const

export const emissions = defineMeasure({
  name: 'emissions',
  title: 'Emissions by unit',
  meaning: 'yearly emissions of the unit',
  unit: 'kt/yr',
  of: ['units'],
  reads: { actors: { emissions: actorColumns.emissions } },
  observe({ units, actors: { emissions } }, out, at) {
    for (let k = 0; k < units.length; k++) out[at + k] = emissions[units[k]]
  },
})

export const nationalEmissions = defineMeasure({
  name: 'nationalEmissions',
  title: 'Emissions by state',
  meaning: "yearly emissions of all the state's units",
  unit: 'kt/yr',
  of: ['states'],
  reads: { actors: { emissions: actorColumns.emissions } },
  observe(world, out, at) {
    const { states, actors } = world
    for (let k = 0; k < states.length; k++) {
      let total = 0
      for (const i of world.unitsOf(states[k])) total += actors.emissions[i]
      out[at + k] = total
    }
  },
})

export const deposition = defineMeasure({
  name: 'deposition',
  title: 'Deposition by unit',
  meaning: "yearly deposition at the unit's receptors, background included",
  unit: 'kg/ha/yr',
  of: ['units'],
  reads: { actors: { deposition: actorColumns.deposition } },
  observe({ units, actors: { deposition } }, out, at) {
    for (let k = 0; k < units.length; k++) out[at + k] = deposition[units[k]]
  },
})

export const depositionUnderProgramme = defineMeasure({
  name: 'depositionUnderProgramme',
  title: "Deposition if a state's programme were fulfilled",
  meaning:
    "yearly deposition at the unit's receptors if all units of the state gave up their programme's cut at once",
  unit: 'kg/ha/yr',
  of: ['units', 'states'],
  reads: {
    actors: {
      deposition: actorColumns.deposition,
      emissions: actorColumns.emissions,
      programmeCut: actorColumns.programmeCut,
    },
  },
  ties: { transport },
  observe(world, out, at) {
    const { n, units, states, actors, ties, scratch } = world
    const { deposition, emissions, programmeCut } = actors
    const change = scratch.reals(n)
    const left = scratch.reals(n)
    const width = states.length
    for (let s = 0; s < width; s++) {
      const own = world.unitsOf(states[s])
      for (let k = 0; k < own.length; k++)
        change[own[k]] = -(emissions[own[k]] * programmeCut[own[k]])
      left.set(deposition)
      addRows(ties.transport.values, own, own.length, change, left)
      for (let k = 0; k < units.length; k++) out[at + k * width + s] = left[units[k]]
    }
  },
})

export const depositionShare = defineMeasure({
  name: 'depositionShare',
  title: "One group's share of another's deposition",
  meaning:
    "share of the second group's summed deposition, background included, that the first group's emissions cause",
  unit: '1',
  of: ['groups', 'groups'],
  reads: {
    actors: {
      deposition: actorColumns.deposition,
      emissions: actorColumns.emissions,
    },
  },
  asks: { actors: { member: actorColumns.member } },
  ties: { transport },
  observe(world, out, at) {
    const { n, units, actors, ties, scratch } = world
    const { member, emissions, deposition } = actors
    const groups = world.view('groups').n
    const caused = scratch.reals(n)
    const sources = scratch.wholes(units.length)
    for (let from = 0; from < groups; from++) {
      let count = 0
      for (let k = 0; k < units.length; k++)
        if (member[from * n + units[k]] !== 0) sources[count++] = units[k]
      caused.fill(0)
      addRows(ties.transport.values, sources, count, emissions, caused)
      for (let on = 0; on < groups; on++) {
        let sum = 0
        let all = 0
        for (let k = 0; k < units.length; k++) {
          const j = units[k]
          if (member[on * n + j] === 0) continue
          sum += caused[j]
          all += deposition[j]
        }
        out[at + from * groups + on] = all > 0 ? sum / all : 0
      }
    }
  },
})

export { leadingSources } from './leadingSources.js'
