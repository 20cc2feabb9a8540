import { defineMeasure, defineMechanism } from '../../src/contract/index.js'
import { code, real } from '../../src/world/index.js'

export const mood = real({ meaning: 'mood', unit: '1', range: [-10, 10] })
const alarm = code({ meaning: 'alarm', unit: '1', range: [0, 1], pulse: true, input: 'optional' })

/** Every town's mood goes up or down by chance. */
export const wander = defineMechanism({
  name: 'wander',
  summary: 'Moods wander.',
  source: 'Nobody 1999',
  parameters: {},
  writes: { actors: { mood } },
  setup({ n, actors }, { draws }) {
    for (let i = 0; i < n; i++) actors.mood[i] = draws.at(i, 0) - 0.5
  },
  step({ n, actors }, { draws, dt }) {
    const u = draws.block(2)
    for (let i = 0; i < n; i++) actors.mood[i] += (u[2 * i] - u[2 * i + 1]) * dt
  },
})

/** Now and then a town proposes to the town whose pair drew the smallest number. */
export const visits = defineMechanism({
  name: 'visits',
  summary: 'Towns visit each other.',
  source: 'Nobody 2001',
  parameters: {},
  ties: { visited: { shape: 'matrix', meaning: 'visits', unit: '1' } },
  step({ n, units, agreements, ties }, { draws, day, events }) {
    for (const i of units) {
      if (draws.at(i, 0) < 0.4) continue
      let best = 1
      let host = -1
      for (const j of units) {
        const u = draws.pair(i, j, 1)
        if (j === i || u >= best) continue
        best = u
        host = j
      }
      ties.visited.values[i * n + host]++
      const row = agreements.propose({
        instrument: 0,
        issue: 0,
        day,
        parties: [i, host],
        commitment: 0,
        effect: 0,
        appeal: best,
      })
      events.add('visited', { actor: i, other: host, agreement: row, value: best })
    }
  },
})

/** Rings the alarm of the first actor in the third tick, by the calendar of the scenario or by itself. */
export const watch = defineMechanism({
  name: 'watch',
  summary: 'An alarm rings.',
  source: 'Nobody 2002',
  parameters: {},
  writes: { actors: { alarm } },
  step({ actors }, { tick }) {
    if (tick === 2) actors.alarm[0] = 1
  },
})

export const moods = defineMeasure({
  name: 'moods',
  title: 'Moods',
  meaning: 'mood of a town',
  unit: '1',
  of: ['units'],
  reads: { actors: { mood } },
  observe({ units, actors }, out, at) {
    for (let k = 0; k < units.length; k++) out[at + k] = actors.mood[units[k]]
  },
})

export const visitCount = defineMeasure({
  name: 'visitCount',
  title: 'Visits',
  meaning: 'visits so far',
  unit: '1',
  whole: true,
  of: [],
  observe({ agreements }, out, at) {
    out[at] = agreements.n
  },
})
