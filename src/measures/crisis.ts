import { defineMeasure } from '../contract/index.js'
import { real, whole } from '../world/index.js'
import { columnOfUnits } from './columnOfUnits.js'

const patients = (meaning: string) => real({ meaning, unit: 'person' })
const columns = {
  patientsInNeed: patients('patients so far for whom the state of the unit had no bed'),
  patientsSent: patients('patients of the unit taken in abroad so far'),
  patientsTaken: patients('patients from abroad that the unit has taken in so far'),
} as const

const unit = (meaning: string) =>
  whole({ meaning, unit: '1', references: 'actors', input: 'required' })
const commuting = {
  from: unit('unit in which they live'),
  commuters: real({
    meaning: 'people who cross the border to work',
    unit: 'person',
    range: [0, 1e8],
    input: 'required',
  }),
  stopped: real({
    meaning: 'commuters whom a closed border keeps from their work at present',
    unit: 'person',
  }),
} as const

export const patientsInNeed = columnOfUnits(
  'patientsInNeed',
  columns.patientsInNeed,
  'Patients without a bed in their state',
)
export const patientsSent = columnOfUnits(
  'patientsSent',
  columns.patientsSent,
  'Patients sent abroad',
)
export const patientsTaken = columnOfUnits(
  'patientsTaken',
  columns.patientsTaken,
  'Patients taken in from abroad',
)

export const patientsAbroad = defineMeasure({
  name: 'patientsAbroad',
  title: 'Patients treated abroad',
  meaning: 'patients of all units taken in abroad so far',
  unit: 'person',
  of: [],
  reads: { actors: columns },
  observe({ units, actors: { patientsSent } }, out, at) {
    out[at] = 0
    for (let k = 0; k < units.length; k++) out[at] += patientsSent[units[k]]
  },
})

export const patientsHelped = defineMeasure({
  name: 'patientsHelped',
  title: 'Share of patients in need treated abroad',
  meaning:
    'share of the patients so far for whom their state had no bed who were taken in abroad; 0 before there are any',
  unit: '1',
  of: [],
  reads: { actors: columns },
  observe({ units, actors: { patientsSent, patientsInNeed } }, out, at) {
    let sent = 0
    let need = 0
    for (let k = 0; k < units.length; k++) {
      sent += patientsSent[units[k]]
      need += patientsInNeed[units[k]]
    }
    out[at] = need > 0 ? sent / need : 0
  },
})

export const commutersStopped = defineMeasure({
  name: 'commutersStopped',
  title: 'Commuters stopped',
  meaning: 'commuters of the unit whom a closed border keeps from their work',
  unit: 'person',
  of: ['units'],
  reads: { commutes: commuting },
  observe({ n, units, commutes, scratch }, out, at) {
    const stopped = scratch.reals(n)
    for (let m = 0; m < commutes.n; m++) stopped[commutes.from[m]] += commutes.stopped[m]
    for (let k = 0; k < units.length; k++) out[at + k] = stopped[units[k]]
  },
})

export const commutersStoppedShare = defineMeasure({
  name: 'commutersStoppedShare',
  title: 'Share of commuters stopped',
  meaning: 'share of all commuters across borders whom a closed border keeps from their work',
  unit: '1',
  of: [],
  reads: { commutes: commuting },
  observe({ commutes }, out, at) {
    let stopped = 0
    let all = 0
    for (let m = 0; m < commutes.n; m++) {
      stopped += commutes.stopped[m]
      all += commutes.commuters[m]
    }
    out[at] = all > 0 ? stopped / all : 0
  },
})
