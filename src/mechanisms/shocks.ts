import { defineMechanism } from '../contract/index.js'
import { actorColumns, real, whole } from '../world/index.js'

/**
 * Shocks from outside that last from one day to another: they shut travel, squeeze public money, bring distress. A tick
 * that a shock covers in part feels that part of it. Each row can be switched off by its weight, so that a history
 * without the shock can be compared with one that has it.
 */
export default defineMechanism({
  name: 'shocks',
  summary: 'Dated shocks shut travel, squeeze public money and bring distress, while they last.',
  source: 'Scenario data (pandemics, wars, crises of public money); no theory.',
  parameters: {},
  reads: {
    shocks: {
      from: whole({ meaning: 'first day', unit: 'day', input: 'required' }),
      until: whole({
        meaning: 'day on which it is over',
        unit: 'day',
        ends: 'from',
        input: 'required',
      }),
      state: whole({
        meaning: 'state that it strikes; none: all',
        unit: '1',
        references: 'actors',
        kinds: ['state'],
        input: 'optional',
      }),
      shut: real({
        meaning: 'how far it keeps people from travelling abroad: 0 not, 1 wholly',
        unit: '1',
        range: [0, 1],
        input: 'optional',
      }),
      squeeze: real({
        meaning: 'rate at which means fall for want of money where nobody supports them',
        unit: '1/yr',
        range: [0, 10],
        input: 'optional',
      }),
      distress: real({
        meaning: 'how far it asks units for relief: 0 not, 1 as much as can be',
        unit: '1',
        range: [0, 1],
        input: 'optional',
      }),
      weight: real({
        meaning: 'what of it is felt: 1 all, 0 nothing (as if it had not come)',
        unit: '1',
        initial: 1,
        range: [0, 1],
        input: 'optional',
      }),
    },
  },
  writes: {
    actors: {
      travel: actorColumns.travel,
      squeeze: actorColumns.squeeze,
      distress: actorColumns.distress,
    },
  },
  step({ states, shocks, actors: { travel, squeeze, distress } }, { day, tick, timeline }) {
    const end = timeline.start(tick + 1)
    for (let k = 0; k < states.length; k++) {
      const s = states[k]
      travel[s] = 1
      squeeze[s] = 0
      distress[s] = 0
      for (let r = 0; r < shocks.n; r++) {
        if (shocks.state[r] >= 0 && shocks.state[r] !== s) continue
        const days = Math.min(end, shocks.until[r]) - Math.max(day, shocks.from[r])
        if (days <= 0) continue
        const felt = (shocks.weight[r] * days) / (end - day)
        travel[s] *= 1 - felt * shocks.shut[r]
        squeeze[s] = Math.min(10, squeeze[s] + felt * shocks.squeeze[r])
        distress[s] = Math.min(1, distress[s] + felt * shocks.distress[r])
      }
    }
  },
})
