import { defineMechanism } from '../contract/index.js'
import { exp, log } from '../numeric/index.js'
import { actorColumns } from '../world/index.js'

/** Emissions drift for reasons outside the model: fuel prices, recession, older laws. */
export default defineMechanism({
  name: 'baselineTrend',
  summary: "Emissions without policy grow or shrink at their state's dated rate.",
  source: 'Scenario data (national inventories); no theory.',
  parameters: {},
  reads: { actors: { trend: actorColumns.trend } },
  writes: { actors: { baseline: actorColumns.baseline } },
  step({ units, actors: { state, trend, baseline } }, { dt }) {
    let rate = 0
    let growth = 1
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      // Neighbours in the table mostly share their state.
      if (trend[state[i]] !== rate) {
        rate = trend[state[i]]
        growth = exp(log(1 + rate) * dt)
      }
      if (rate !== 0) baseline[i] *= growth
    }
  },
})
