import { defineMeasure } from '../contract/index.js'
import { quantileOfSorted } from '../statistics/index.js'
import { actorColumns, type Ledger, logPopulations, type Scratch, status } from '../world/index.js'
import { logisticFit } from './logisticFit.js'

/** Years between two looks at all pairs: a year is too short for the picture to change. */
const every = 1

const distances = ['lower', 'median', 'upper', 'mean'] as const
const sizes = ['ratio', 'population'] as const
const weights = ['distance', 'size', 'disparity'] as const

export const pairs = defineMeasure({
  name: 'pairs',
  title: 'Pairs of units that are tied',
  meaning: 'number of pairs of units of different states with at least one agreement in force',
  unit: 'pair',
  whole: true,
  every,
  of: [],
  observe(world, out, at) {
    out[at] = pairsInForce(world).count
  },
})

export const pairDistance = defineMeasure({
  name: 'pairDistance',
  title: 'Distance between tied units',
  meaning:
    'quartiles and mean of the great-circle distance between two units of different states that are tied by an agreement in force, each pair once',
  unit: 'km',
  every,
  of: [{ name: 'distanceStatistic', ids: distances }],
  observe(world, out, at) {
    const { count, first, second } = pairsInForce(world)
    const kilometres = new Float64Array(count)
    let sum = 0
    for (let p = 0; p < count; p++) {
      kilometres[p] = world.geography.distance(first[p], second[p])
      sum += kilometres[p]
    }
    kilometres.sort()
    for (let q = 0; q < 3; q++)
      out[at + q] = count === 0 ? NaN : quantileOfSorted(kilometres, 0.25 * (q + 1))
    out[at + 3] = count === 0 ? NaN : sum / count
  },
})

export const pairSize = defineMeasure({
  name: 'pairSize',
  title: 'Size of tied units',
  meaning:
    'medians over pairs of units of different states that are tied by an agreement in force: the ratio of populations, larger to smaller, and the population of a partner',
  unit: '1 or person',
  every,
  of: [{ name: 'sizeStatistic', ids: sizes }],
  reads: { actors: { population: actorColumns.population } },
  observe(world, out, at) {
    const { population } = world.actors
    const { count, first, second } = pairsInForce(world)
    const ratios = new Float64Array(count)
    const people = new Float64Array(2 * count)
    for (let p = 0; p < count; p++) {
      const a = Math.max(1, population[first[p]])
      const b = Math.max(1, population[second[p]])
      ratios[p] = Math.max(a, b) / Math.min(a, b)
      people[2 * p] = a
      people[2 * p + 1] = b
    }
    ratios.sort()
    people.sort()
    out[at] = count === 0 ? NaN : quantileOfSorted(ratios, 0.5)
    out[at + 1] = count === 0 ? NaN : quantileOfSorted(people, 0.5)
  },
})

/** Units beyond which the fit would look at too many pairs. */
const mostFitted = 600

export const pairGravity = defineMeasure({
  name: 'pairGravity',
  title: 'Gravity of tied units',
  meaning: `weights of the logarithm of distance, of the product and of the absolute ratio of populations in a logistic regression of whether two active units of different states are tied by an agreement in force (up to ${mostFitted} units)`,
  unit: 'logit',
  every: 50,
  of: [{ name: 'gravityWeight', ids: weights }],
  reads: { actors: { population: actorColumns.population } },
  observe(world, out, at) {
    out.fill(NaN, at, at + weights.length)
    const { units, actors, geography } = world
    const { state, active, population } = actors
    const { count, first, second } = pairsInForce(world)
    if (count === 0 || units.length > mostFitted) return
    const place = world.scratch.wholes(world.n)
    for (let k = 0; k < units.length; k++) place[units[k]] = k
    const isTied = new Uint8Array(units.length * units.length)
    for (let p = 0; p < count; p++) isTied[place[first[p]] * units.length + place[second[p]]] = 1
    const logs = world.scratch.reals(world.n)
    logPopulations(population, units, logs)
    const most = (units.length * (units.length - 1)) / 2
    const terms = new Float64Array(4 * most)
    const outcome = new Uint8Array(most)
    let rows = 0
    const distances = world.scratch.reals(units.length)
    for (let a = 0; a < units.length; a++) {
      geography.logDistances(units[a], units, units.length, distances)
      for (let b = a + 1; b < units.length; b++) {
        const i = units[a]
        const j = units[b]
        if (active[i] === 0 || active[j] === 0 || state[i] === state[j]) continue
        terms[4 * rows] = 1
        terms[4 * rows + 1] = distances[b]
        terms[4 * rows + 2] = logs[i] + logs[j]
        terms[4 * rows + 3] = Math.abs(logs[i] - logs[j])
        outcome[rows++] = isTied[a * units.length + b]
      }
    }
    const fitted = logisticFit(terms.subarray(0, 4 * rows), outcome.subarray(0, rows))
    weights.forEach((_, w) => {
      out[at + w] = fitted?.[w + 1] ?? NaN
    })
  },
})

export const renewed = defineMeasure({
  name: 'renewed',
  title: 'Renewals',
  meaning: 'number of times that agreements of the instrument have been renewed so far',
  unit: 'renewal',
  whole: true,
  of: ['instruments'],
  observe(world, out, at) {
    const { agreements } = world
    const { columns: c } = agreements
    for (let m = 0; m < world.view('instruments').n; m++) out[at + m] = 0
    for (let a = 0; a < agreements.n; a++) out[at + c.instrument[a]] += c.renewals[a]
  },
})

interface Pairs {
  readonly count: number
  /** Rows of the two units of each pair, the smaller row first. */
  readonly first: Int32Array
  readonly second: Int32Array
}

/** The pairs of units of different states with an agreement in force, each once, by the smaller row. */
function pairsInForce({ n, actors: { state }, agreements, scratch }: Told): Pairs {
  const { columns: c, parties } = agreements
  const lower = new Int32Array(agreements.n)
  const upper = new Int32Array(agreements.n)
  const from = scratch.wholes(n + 1)
  let rows = 0
  const live = agreements.living()
  for (let l = 0; l < live.n; l++) {
    const a = live.rows[l]
    if (c.status[a] !== status.inForce || c.partyCount[a] !== 2) continue
    const i = parties.actor[c.firstParty[a]]
    const j = parties.actor[c.firstParty[a] + 1]
    if (state[i] < 0 || state[j] < 0 || state[i] === state[j]) continue
    lower[rows] = i < j ? i : j
    upper[rows] = i < j ? j : i
    from[lower[rows++] + 1]++
  }
  for (let i = 0; i < n; i++) from[i + 1] += from[i]
  const others = new Int32Array(rows)
  const filled = scratch.wholes(n)
  for (let r = 0; r < rows; r++) others[from[lower[r]] + filled[lower[r]]++] = upper[r]
  const seenBy = scratch.wholes(n)
  let count = 0
  for (let i = 0; i < n; i++) {
    for (let at = from[i]; at < from[i + 1]; at++) {
      if (seenBy[others[at]] === i + 1) continue
      seenBy[others[at]] = i + 1
      lower[count] = i
      upper[count++] = others[at]
    }
  }
  return { count, first: lower, second: upper }
}

/** What a look at pairs needs of any world. */
interface Told {
  readonly n: number
  readonly actors: { readonly state: Int32Array }
  readonly agreements: Ledger
  readonly scratch: Scratch
}
