// A theory of one's own, as a file that `paradiplomacy run … --mechanism` takes. docs/own-mechanism.md walks through it.
import { actorColumns, defineMeasure, defineMechanism, exp, number, real } from 'paradiplomacy'

const alarm = real({
  meaning: 'alarm that focusing events have left behind',
  unit: 'event',
  range: [0, 1000],
})

const focusingEvents = defineMechanism({
  name: 'focusingEvents',
  summary: 'Now and then something happens to a unit that draws its attention at once, and fades.',
  source: 'Birkland 1998 (focusing events); Downs 1972 (attention fades)',
  parameters: {
    rate: number({
      default: 0.2,
      range: [0.05, 1],
      limits: [0, 50],
      unit: '1/yr',
      meaning: 'focusing events of a unit in a year',
      source: 'no figure known',
      grade: 'assumed',
    }),
    jump: number({
      default: 0.5,
      range: [0, 2],
      limits: [0, 20],
      unit: 'sd',
      meaning: 'attention that one event adds',
      source: 'no figure known',
      grade: 'assumed',
    }),
    fading: number({
      default: 1,
      range: [0.3, 3],
      limits: [0, 50],
      unit: '1/yr',
      meaning: 'rate at which alarm fades',
      source: 'Downs 1972 gives the form',
      grade: 'assumed',
    }),
  },
  writes: { actors: { alarm, salience: actorColumns.salience } },
  step({ n, units, issues, actors }, { dt, draws, parameters, events }) {
    const { alarm, salience } = actors
    const chance = 1 - exp(-parameters.rate * dt)
    const left = exp(-parameters.fading * dt)
    const u = draws.block(1)
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      alarm[i] *= left
      if (u[i] >= chance) continue
      alarm[i] += 1
      for (let q = 0; q < issues.n; q++) salience[q * n + i] += parameters.jump
      events.add('focusingEvent', { actor: i, value: alarm[i], reason: 'something happened here' })
    }
  },
})

const alarmOfUnits = defineMeasure({
  name: 'alarm',
  title: 'Alarm of units',
  meaning: alarm.meaning,
  unit: alarm.unit,
  of: ['units'],
  reads: { actors: { alarm } },
  observe({ units, actors: { alarm } }, out, at) {
    for (let k = 0; k < units.length; k++) out[at + k] = alarm[units[k]]
  },
})

export default [focusingEvents, alarmOfUnits]

/** Where it acts in the tick: once attention has moved by itself. */
export const after = 'salience'
