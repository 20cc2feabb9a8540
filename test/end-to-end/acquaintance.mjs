// A theory of one's own with ties of its own: units come to know each other by chance, the more readily the more they
// have in common friends, and forget. `export default` is a function, so that it loads where the package is not installed.
export default ({ defineMeasure, defineMechanism, exp, number, real }) => {
  const known = real({ meaning: 'units that it knows', unit: 'unit', range: [0, 3] })
  const rate = (value, meaning) =>
    number({
      default: value,
      range: [0, 4],
      unit: '1/yr',
      meaning,
      source: 'none',
      grade: 'assumed',
    })
  const acquaintance = defineMechanism({
    name: 'acquaintance',
    summary: 'Units come to know each other, and forget.',
    source: 'none',
    parameters: {
      meeting: rate(1, 'rate at which a pair meets'),
      forgetting: rate(0.3, 'rate at which warmth is lost'),
    },
    writes: { actors: { known } },
    ties: {
      knows: {
        shape: 'list',
        capacity: 3,
        columns: ['warmth'],
        meaning: 'units that it knows',
        unit: 'tie',
      },
    },
    step({ units, actors: { known }, ties: { knows } }, { dt, draws, parameters, events }) {
      const { capacity, degree, target } = knows
      const { warmth } = knows.columns
      const chance = 1 - exp(-parameters.meeting * dt)
      const left = exp(-parameters.forgetting * dt)
      for (const i of units) {
        for (let t = 0; t < degree[i]; t++) warmth[i * capacity + t] *= left
        for (const j of units) {
          const full = degree[i] === capacity
          const own = target.subarray(i * capacity, i * capacity + degree[i])
          if (i === j || full || own.includes(j) || draws.pair(i, j, 0) >= chance) continue
          const at = i * capacity + degree[i]++
          target[at] = j
          warmth[at] = 1 + draws.at(i, 1)
          events.add('met', { actor: i, other: j, value: warmth[at], reason: 'by chance' })
        }
        known[i] = degree[i]
      }
    },
  })
  const knownUnits = defineMeasure({
    name: 'knownUnits',
    title: 'Units that are known',
    meaning: known.meaning,
    unit: known.unit,
    of: ['units'],
    reads: { actors: { known } },
    observe({ units, actors: { known } }, out, at) {
      for (let k = 0; k < units.length; k++) out[at + k] = known[units[k]]
    },
  })
  return [acquaintance, knownUnits]
}
