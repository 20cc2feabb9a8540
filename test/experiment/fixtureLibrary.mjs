// A small library from compiled code, which both the tests and the workers can load.
import { defineMeasure, defineMechanism, number } from '../../dist/contract/index.js'
import { actorColumns, borderColumns, gravity, instrumentColumns } from '../../dist/world/index.js'

const parameter = (value, range = [0, 1]) =>
  number({
    default: value,
    range,
    unit: '1',
    meaning: 'a number',
    source: 'none',
    grade: 'assumed',
  })

/** Attention wanders upwards. */
const wandering = defineMechanism({
  name: 'wandering',
  summary: 'Attention wanders.',
  source: 'none',
  parameters: { step: parameter(0.5) },
  writes: { actors: { salience: actorColumns.salience } },
  step({ n, issues, actors: { salience } }, { draws, parameters: { step } }) {
    const u = draws.block(issues.n)
    for (let k = 0; k < n * issues.n; k++) salience[k] += step * u[k]
  },
})

/** Units of different states sign by gravity. */
const meeting = defineMechanism({
  name: 'meeting',
  summary: 'Units meet and sign.',
  source: 'none',
  parameters: {
    distance: parameter(-1, [-5, 0]),
    size: parameter(0.2, [0, 5]),
    disparity: parameter(0, [-5, 0]),
    chance: parameter(0.2),
  },
  reads: {
    actors: { population: actorColumns.population },
    instruments: { binding: instrumentColumns.binding },
    borders: { first: borderColumns.first, second: borderColumns.second },
  },
  step(world, { draws, day, parameters }) {
    const { units, agreements, geography, actors } = world
    for (const i of units) {
      for (const j of units) {
        if (i >= j || actors.state[i] === actors.state[j]) continue
        const pull = gravity(
          parameters,
          geography.distance(i, j),
          actors.population[i],
          actors.population[j],
        )
        if (draws.pair(i, j, 0) > parameters.chance / (1 + Math.abs(pull))) continue
        const row = agreements.propose({
          instrument: 0,
          issue: 0,
          day,
          parties: [j, i],
          commitment: 0,
          effect: 1,
          appeal: 0,
        })
        agreements.conclude(row, day)
      }
    }
  },
})

/** Fails now and then, in one of two ways. Never in a run whose chance does not say so. */
const misfortune = defineMechanism({
  name: 'misfortune',
  summary: 'Things go wrong.',
  source: 'none',
  parameters: { failing: parameter(0), dying: parameter(0), lasting: parameter(0, [0, 10_000]) },
  step(_world, { draws, tick, parameters: { failing, dying, lasting } }) {
    if (tick !== 1) return
    const end = performance.now() + lasting
    while (performance.now() < end);
    if (draws.at(0, 0) < failing) throw new Error('=bad luck, "as ever"')
    if (draws.at(0, 1) < dying) process.exit(7)
  },
})

const attention = defineMeasure({
  name: 'attention',
  title: 'Mean attention',
  meaning: 'mean attention of all actors',
  unit: 'sd',
  of: ['issues'],
  reads: { actors: { salience: actorColumns.salience } },
  observe({ n, issues, actors: { salience } }, out, at) {
    for (let q = 0; q < issues.n; q++) {
      let total = 0
      for (let i = 0; i < n; i++) total += salience[q * n + i]
      out[at + q] = total / n
    }
  },
})

export const library = { mechanisms: [wandering, meeting, misfortune], measures: [attention] }
