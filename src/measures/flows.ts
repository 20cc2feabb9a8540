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
    const { deposition, emissions, programmeCut } = actors
    const { values } = ties.transport
    const width = states.length
    for (let s = 0; s < width; s++) {
      for (let k = 0; k < units.length; k++) out[at + k * width + s] = deposition[units[k]]
      for (const j of world.unitsOf(states[s])) {
        const cut = emissions[j] * programmeCut[j]
        if (cut === 0) continue
        const row = j * n
        for (let k = 0; k < units.length; k++) {
          out[at + k * width + s] -= values[row + units[k]] * cut
        }
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
    const { member, emissions, deposition } = actors
    const groups = world.view('groups').n
    const { values } = ties.transport
    const grouped = unitsInGroups()
    const caused = new Float64Array(grouped.length)
    for (let from = 0; from < groups; from++) {
      caused.fill(0)
      for (let a = 0; a < grouped.length; a++) {
        const i = grouped[a]
        if (member[from * n + i] === 0) continue
        const emitted = emissions[i]
        const row = i * n
        for (let k = 0; k < grouped.length; k++) caused[k] += values[row + grouped[k]] * emitted
      }
      for (let on = 0; on < groups; on++) {
        let sum = 0
        for (let k = 0; k < grouped.length; k++) sum += member[on * n + grouped[k]] * caused[k]
        out[at + from * groups + on] = sum
      }
    }
    for (let on = 0; on < groups; on++) {
      let all = 0
      for (const j of units) all += member[on * n + j] * deposition[j]
      for (let from = 0; from < groups; from++) {
        const cell = at + from * groups + on
        out[cell] = all > 0 ? out[cell] / all : 0
      }
    }

    function unitsInGroups(): number[] {
      const rows: number[] = []
      for (let k = 0; k < units.length; k++) {
        for (let g = 0; g < groups; g++) {
          if (member[g * n + units[k]] === 0) continue
          rows.push(units[k])
          break
        }
      }
      return rows
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
    const { emissions, deposition } = actors
    const { values } = ties.transport
    // The largest of each unit, in falling order; sources outermost, since their rows lie together.
    const largest = new Float64Array(units.length * leading)
    for (let a = 0; a < units.length; a++) {
      const row = units[a] * n
      const emitted = emissions[units[a]]
      for (let k = 0; k < units.length; k++) {
        const caused = values[row + units[k]] * emitted
        const first = k * leading
        let c = first + leading - 1
        if (caused <= largest[c]) continue
        for (; c > first && largest[c - 1] < caused; c--) largest[c] = largest[c - 1]
        largest[c] = caused
      }
    }
    for (let k = 0; k < units.length; k++) {
      let sum = 0
      for (let c = k * leading; c < (k + 1) * leading; c++) sum += largest[c]
      out[at + k] = deposition[units[k]] > 0 ? sum / deposition[units[k]] : 0
    }
  },
})
