/** The reference model, "diffusion with tie formation", as anybody's own mechanism through the public API. */
import { fromBuild } from '../build.mjs'

const { defineMeasure, defineMechanism, exp, real } = await fromBuild('model.js')

const firstTies = 10
const attribute = real({
  meaning: 'a place in the space of attributes',
  unit: '1',
  range: [0, 1],
  fixed: true,
})
const columns = {
  x: attribute,
  y: attribute,
  z: attribute,
  adoption: real({ meaning: 'how far it has adopted', unit: '1', range: [0, 1] }),
}

/** Who knows whom; with kept weights the closeness of the two stands beside the tie. */
const ties = (kept) => ({
  knows: {
    shape: 'list',
    meaning: 'whose adoption an actor sees',
    unit: '1',
    capacity: 20,
    ...(kept ? { columns: ['weight'] } : {}),
  },
})

const head = {
  summary: 'Actors adopt what those near to them have adopted, and meet new ones.',
  source: 'the yardstick of this project',
  parameters: {},
  writes: { actors: columns },
}

/** What chance decides before the first tick: attributes, adoption and ten acquaintances each. */
function setup({ n, actors: { x, y, z, adoption }, ties: { knows } }, { draws }) {
  for (let i = 0; i < n; i++) {
    x[i] = draws.at(i, 0)
    y[i] = draws.at(i, 1)
    z[i] = draws.at(i, 2)
    adoption[i] = draws.at(i, 3)
    knows.degree[i] = firstTies
    for (let k = 0; k < firstTies; k++) {
      knows.target[i * knows.capacity + k] = other(i, n, draws.at(i, 4 + k))
    }
  }
}

/** What each tick fills anew: how far the actors will have adopted after it, and two draws each. */
function workings({ n }) {
  return { next: new Float64Array(n), u: new Float64Array(2 * n) }
}

function other(i, n, u) {
  const j = Math.floor(u * (n - 1))
  return j >= i ? j + 1 : j
}

export const recomputed = defineMechanism({
  ...head,
  name: 'acquaintance',
  ties: ties(false),
  setup,
  stepIn(world) {
    const own = workings(world)
    return ({ draws }) => {
      const { n, actors } = world
      const { knows } = world.ties
      const { x, y, z, adoption } = actors
      const { next, u } = own
      const { capacity, degree, target } = knows
      draws.block(2, u)
      for (let i = 0; i < n; i++) {
        const first = i * capacity
        const last = first + degree[i]
        const xi = x[i]
        const yi = y[i]
        const zi = z[i]
        let sum = 0
        let weights = 0
        for (let t = first; t < last; t++) {
          const j = target[t]
          const dx = xi - x[j]
          const dy = yi - y[j]
          const dz = zi - z[j]
          const w = exp(-Math.sqrt(dx * dx + dy * dy + dz * dz))
          sum += w * adoption[j]
          weights += w
        }
        next[i] = sum / weights
      }
      // In a pass of its own: V8 keeps the constants of exp in registers for an innermost loop only.
      for (let i = 0; i < n; i++) {
        const pull = 6 * (0.7 * next[i] + 0.3 * adoption[i] - 0.45)
        next[i] = 1 / (1 + exp(-pull - 2 * (u[2 * i] - 0.5)))
      }
      adoption.set(next)
      for (let i = 0; i < n; i++) if (u[2 * i + 1] < 0.02) meet(i, n, actors, knows, draws)
    }
  },
})

export const kept = defineMechanism({
  ...head,
  name: 'acquaintance',
  ties: ties(true),
  setup(world, context) {
    setup(world, context)
    const { n, actors, ties } = world
    const { capacity, degree, target, columns } = ties.knows
    for (let i = 0; i < n; i++) {
      for (let t = i * capacity; t < i * capacity + degree[i]; t++) {
        columns.weight[t] = closeness(actors, i, target[t])
      }
    }
  },
  stepIn(world) {
    const own = workings(world)
    return ({ draws }) => {
      const { n, actors } = world
      const { knows } = world.ties
      const { adoption } = actors
      const { next, u } = own
      const { capacity, degree, target } = knows
      const { weight } = knows.columns
      draws.block(2, u)
      for (let i = 0; i < n; i++) {
        const first = i * capacity
        const last = first + degree[i]
        let sum = 0
        let weights = 0
        for (let t = first; t < last; t++) {
          const w = weight[t]
          sum += w * adoption[target[t]]
          weights += w
        }
        next[i] = sum / weights
      }
      for (let i = 0; i < n; i++) {
        const pull = 6 * (0.7 * next[i] + 0.3 * adoption[i] - 0.45)
        next[i] = 1 / (1 + exp(-pull - 2 * (u[2 * i] - 0.5)))
      }
      adoption.set(next)
      for (let i = 0; i < n; i++) if (u[2 * i + 1] < 0.02) meet(i, n, actors, knows, draws)
    }
  },
})

/** One actor meets another. In a pass of its own: a loop without calls runs faster, and the ties are the actor's own. */
function meet(i, n, actors, { capacity, degree, target, columns: { weight } }, draws) {
  const j = other(i, n, draws.at(i, 2))
  const near = closeness(actors, i, j)
  if (near * draws.at(i, 3) <= 0.3) return
  const slot = degree[i] < capacity ? degree[i]++ : Math.floor(draws.at(i, 4) * capacity)
  target[i * capacity + slot] = j
  if (weight) weight[i * capacity + slot] = near
}

function closeness({ x, y, z }, i, j) {
  const dx = x[i] - x[j]
  const dy = y[i] - y[j]
  const dz = z[i] - z[j]
  return exp(-Math.sqrt(dx * dx + dy * dy + dz * dz))
}

export const meanAdoption = defineMeasure({
  name: 'meanAdoption',
  title: 'Mean adoption',
  meaning: 'mean adoption of all actors',
  unit: '1',
  of: [],
  reads: { actors: { adoption: columns.adoption } },
  observe({ n, actors: { adoption } }, out, at) {
    let sum = 0
    for (let i = 0; i < n; i++) sum += adoption[i]
    out[at] = sum / n
  },
})
