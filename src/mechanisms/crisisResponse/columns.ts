import { code, real, territorialKinds, whole } from '../../world/index.js'

/** What presses on units and states: dated inputs of a scenario. */
export const pressing = {
  beds: real({
    meaning: 'beds of the kind that is short in the crisis',
    unit: 'bed',
    range: [0, 1e6],
    input: 'optional',
  }),
  hospitalLoad: real({
    meaning: 'patients of the unit who need such a bed, for each bed that it has',
    unit: '1',
    range: [0, 100],
    input: 'optional',
  }),
  borderClosure: real({
    meaning: 'how far the borders of the state are closed: 0 open, 1 shut (rows of states)',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
} as const

export const preparedness = {
  readiness: real({
    meaning: 'how far agreements on the issue help in the crisis',
    unit: '1',
    initial: 1,
    range: [0, 1],
    input: 'optional',
  }),
} as const

export const standing = {
  personality: code({
    meaning: 'a body with legal personality of its own (1) or not (0)',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
} as const

/** Who lives in one unit and works in another. */
export const commuteColumns = {
  from: whole({
    meaning: 'unit in which they live',
    unit: '1',
    references: 'actors',
    kinds: territorialKinds,
    input: 'required',
  }),
  to: whole({
    meaning: 'unit in which they work',
    unit: '1',
    references: 'actors',
    kinds: territorialKinds,
    otherThan: 'from',
    input: 'required',
  }),
  commuters: real({
    meaning: 'people who cross the border to work',
    unit: 'person',
    range: [0, 1e8],
    input: 'required',
  }),
} as const

export const stoppedColumn = {
  stopped: real({
    meaning: 'commuters whom a closed border keeps from their work at present',
    unit: 'person',
    range: [0, 1e8],
  }),
} as const

export const patientColumns = {
  patientsInNeed: real({
    meaning: 'patients so far for whom the state of the unit had no bed',
    unit: 'person',
    range: [0, 1e9],
  }),
  patientsSent: real({
    meaning: 'patients of the unit taken in abroad so far',
    unit: 'person',
    range: [0, 1e9],
  }),
  patientsTaken: real({
    meaning: 'patients from abroad that the unit has taken in so far',
    unit: 'person',
    range: [0, 1e9],
  }),
} as const
