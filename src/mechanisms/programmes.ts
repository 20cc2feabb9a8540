import { defineMechanism } from '../contract/index.js'
import { actorColumns, real } from '../world/index.js'

/** No programme takes everything. */
const most = 0.95

/**
 * What a state's programme would ask of each of its units, as the bills of the time had it: either a limit for the
 * unit, or its part of a national tonnage that is spread over the emissions of electric utilities. The content of a
 * programme is given; whether and when it becomes law is for politics to say.
 */
export default defineMechanism({
  name: 'programmes',
  summary:
    "A state's programme asks each unit for a cut: down to its limit, or its part of a national tonnage.",
  source: 'Scenario data (the bills and programmes of the time); no theory.',
  parameters: {},
  reads: {
    actors: {
      baseEmissions: actorColumns.baseEmissions,
      utilityShare: real({
        meaning: "electric utilities' share of the unit's emissions",
        unit: '1',
        range: [0, 1],
        input: 'optional',
      }),
      emissionLimit: real({
        meaning:
          "yearly emissions that the state's programme allows the unit; 0: no limit of its own",
        unit: 'kt/yr',
        range: [0, 60000],
        input: 'optional',
      }),
      programmeTonnage: real({
        meaning:
          "cut of yearly emissions that the state's programme spreads over utilities (rows of states)",
        unit: 'kt/yr',
        range: [0, 60000],
        input: 'optional',
      }),
    },
  },
  writes: { actors: { programmeCut: actorColumns.programmeCut } },
  prepare(world) {
    const { states, actors } = world
    const { baseEmissions, utilityShare, emissionLimit, programmeTonnage, programmeCut } = actors
    for (const s of states) {
      const units = world.unitsOf(s)
      let utilities = 0
      for (const i of units) utilities += baseEmissions[i] * utilityShare[i]
      for (const i of units) {
        const spread = utilities > 0 ? (programmeTonnage[s] * utilityShare[i]) / utilities : 0
        const limited =
          emissionLimit[i] > 0 && baseEmissions[i] > 0 ? 1 - emissionLimit[i] / baseEmissions[i] : 0
        programmeCut[i] = Math.min(most, Math.max(0, spread, limited))
      }
    }
  },
  step() {},
})
