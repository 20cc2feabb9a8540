import { defineMechanism, number } from '../contract/index.js'
import { exp } from '../numeric/index.js'
import { actorColumns, instrumentColumns, real, status } from '../world/index.js'

/**
 * An agreement lives by contact. Contact follows how freely people of the two states travel; where they cannot, video
 * replaces a part of it. Units learn to use video while travel is shut, and keep to some of it when travel opens again
 * (shock and substitution). Each year of contact brings a benefit, which fades.
 */
export default defineMechanism({
  name: 'contacts',
  summary:
    'Agreements are as lively as travel and video allow; contact brings benefit; the use of video is learned in a shock and partly stays.',
  source:
    'INET 2021 (pandemic: visits stop, video substitutes); Larcom, Rauch and Willems 2017 (a forced experiment leaves lasting habits)',
  parameters: {
    pace: number({
      default: 6,
      range: [3, 12],
      limits: [0, 400],
      unit: '1/yr',
      meaning: 'rate at which contact follows what travel and video allow',
      source: 'a matter of months; no figure known',
      grade: 'assumed',
    }),
    video: number({
      default: 0.6,
      range: [0.3, 0.9],
      limits: [0, 1],
      unit: '1',
      meaning: 'part of a visit that a meeting by video is worth, where both use it fully',
      source: 'INET 2021 (video as a cheap substitute); no figure known',
      grade: 'assumed',
    }),
    learning: number({
      default: 4,
      range: [1, 10],
      limits: [0, 400],
      unit: '1/yr',
      meaning: 'rate at which units learn to meet by video while travel is shut',
      source: 'INET 2021 on 2020: within the year; no figure known',
      grade: 'assumed',
    }),
    kept: number({
      default: 0.4,
      range: [0.1, 0.8],
      limits: [0, 1],
      unit: '1',
      meaning: 'part of what was learned that remains in use when people travel again',
      source: 'Larcom, Rauch and Willems 2017 find that some keep to it; no figure known',
      grade: 'assumed',
    }),
    fading: number({
      default: 0.5,
      range: [0.2, 1],
      limits: [0, 50],
      unit: '1/yr',
      meaning: 'rate at which the benefit of past contact fades',
      source: 'no figure known',
      grade: 'assumed',
    }),
  },
  reads: {
    actors: {
      travel: actorColumns.travel,
      connection: real({
        meaning:
          'how well one can meet by video at all: 0 not, 1 as from the 2010s on (rows of states)',
        unit: '1',
        initial: 1,
        range: [0, 1],
        input: 'optional',
      }),
    },
    instruments: instrumentColumns,
  },
  writes: {
    actors: {
      videoSkill: real({
        meaning: 'how far the unit has learned to meet by video',
        unit: '1',
        range: [0, 1],
      }),
      videoUse: actorColumns.videoUse,
    },
  },
  step({ units, states, actors, agreements, instruments }, { dt, parameters: p }) {
    const { state, travel, connection, videoSkill, videoUse } = actors
    for (let k = 0; k < units.length; k++) practise(units[k])
    for (let k = 0; k < states.length; k++) practise(states[k])

    const { columns: c } = agreements
    const toward = 1 - exp(-p.pace * dt)
    // How much of its distance to the usual contact remains on average over the tick.
    const lag = p.pace > 0 ? toward / (p.pace * dt) : 1
    const left = exp(-p.fading * dt)
    // What a year's rate of 1 has brought by the end of the tick, less what has faded.
    const gained = p.fading > 0 ? (1 - left) / p.fading : dt
    const live = agreements.living()
    for (let l = 0; l < live.n; l++) {
      const a = live.rows[l]
      if (c.status[a] !== status.inForce) continue
      const usual = possible(a)
      const before = c.contact[a]
      c.contact[a] += toward * (usual - before)
      const mean = usual + (before - usual) * lag
      c.benefit[a] = c.benefit[a] * left + instruments.yields[c.instrument[a]] * mean * gained
    }

    /** Learns the use of video as far as travel is shut, and uses what it has learned. */
    function practise(i: number): void {
      const s = state[i] < 0 ? i : state[i]
      const shut = 1 - travel[s]
      videoSkill[i] += (1 - videoSkill[i]) * (1 - exp(-p.learning * connection[s] * shut * dt))
      videoUse[i] = connection[s] * videoSkill[i] * Math.max(shut, p.kept)
    }

    /** Contact that travel of the least free party allows, and what the least practised makes up by video. */
    function possible(a: number): number {
      let free = 1
      let video = 1
      for (let at = 0; at < c.partyCount[a]; at++) {
        const i = agreements.party(a, at)
        free = Math.min(free, travel[state[i] < 0 ? i : state[i]])
        video = Math.min(video, videoUse[i])
      }
      return free + p.video * video * (1 - free)
    }
  },
})
