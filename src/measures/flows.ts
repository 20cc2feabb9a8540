import { defineMeasure } from '../contract/index.js'
import { actorColumns } from '../world/index.js'

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
    const { n, units, states, actors, ties } = world
    const { values } = ties.transport
    for (let k = 0; k < units.length; k++) {
      for (let s = 0; s < states.length; s++) {
        let relief = 0
        for (const j of world.unitsOf(states[s])) {
          relief += values[j * n + units[k]] * actors.emissions[j] * actors.programmeCut[j]
        }
        out[at + k * states.length + s] = actors.deposition[units[k]] - relief
      }
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
      member: actorColumns.member,
    },
  },
  ties: { transport },
  observe(world, out, at) {
    const { n, units, actors, ties } = world
    const groups = world.view('groups').n
    const { values } = ties.transport
    for (let from = 0; from < groups; from++) {
      for (let on = 0; on < groups; on++) {
        let caused = 0
        let all = 0
        for (const j of units) {
          if (actors.member[on * n + j] === 0) continue
          all += actors.deposition[j]
          for (const i of units) {
            if (actors.member[from * n + i] === 1) caused += values[i * n + j] * actors.emissions[i]
          }
        }
        out[at + from * groups + on] = all > 0 ? caused / all : 0
      }
    }
  },
})

const leading = 8

export const leadingSources = defineMeasure({
  name: 'leadingSources',
  title: 'Share of the eight largest sources',
  meaning:
    "share of the unit's deposition, background included, that its eight largest source units cause",
  unit: '1',
  of: ['units'],
  reads: { actors: { deposition: actorColumns.deposition, emissions: actorColumns.emissions } },
  ties: { transport },
  observe({ n, units, actors, ties }, out, at) {
    const { values } = ties.transport
    for (let k = 0; k < units.length; k++) {
      const j = units[k]
      const caused = Array.from(units, (i) => values[i * n + j] * actors.emissions[i])
      caused.sort((a, b) => b - a)
      let sum = 0
      for (let c = 0; c < leading && c < caused.length; c++) sum += caused[c]
      out[at + k] = actors.deposition[j] > 0 ? sum / actors.deposition[j] : 0
    }
  },
})
