/**
 * The reference model as one loop over typed arrays, without the engine. Its exp and its Threefry are those of the
 * engine, the latter written out in the loop, so that the two differ by what the engine costs and by nothing else.
 */
import { fromBuild } from '../build.mjs'
import { serve } from './serve.mjs'

const { Draws, deriveKey, entityKeys, exp } = await fromBuild('model.js')

const n = Number(process.argv[2])
const isKept = process.argv[3] === 'kept'
const capacity = 20
const columns = {
  x: new Float64Array(n),
  y: new Float64Array(n),
  z: new Float64Array(n),
  adoption: new Float64Array(n),
  next: new Float64Array(n),
  degree: new Int32Array(n),
  target: new Int32Array(n * capacity),
  weight: new Float64Array(isKept ? n * capacity : 0),
  u: new Float64Array(n * 2),
}
// Functions with a loop in a loop take the columns once more: V8 writes their addresses into the code of such loops only
// if they are the function's own constants.
const { x, y, z, adoption, next, degree, target, weight, u } = columns
const ids = Array.from({ length: n }, (_, i) => String(i))
const keys = entityKeys(ids)
const key = deriveKey('1', 0, 'acquaintance')
const draws = new Draws(key, keys)

function other(i, u) {
  const j = Math.floor(u * (n - 1))
  return j >= i ? j + 1 : j
}

function closeness(i, j) {
  const dx = x[i] - x[j]
  const dy = y[i] - y[j]
  const dz = z[i] - z[j]
  return exp(-Math.sqrt(dx * dx + dy * dy + dz * dz))
}

function begin() {
  draws.setTick(-1)
  for (let i = 0; i < n; i++) {
    x[i] = draws.at(i, 0)
    y[i] = draws.at(i, 1)
    z[i] = draws.at(i, 2)
    adoption[i] = draws.at(i, 3)
    degree[i] = 10
    for (let k = 0; k < 10; k++) target[i * capacity + k] = other(i, draws.at(i, 4 + k))
  }
  if (!isKept) return
  for (let i = 0; i < n; i++) {
    for (let t = i * capacity; t < i * capacity + 10; t++) weight[t] = closeness(i, target[t])
  }
}

/** Two draws of each actor at a tick. */
function drawAll(tick) {
  const { u } = columns
  const { hi, lo } = keys
  const { hi: keyHi, lo: keyLo } = key
  let at = 0
  for (let i = 0; i < n; i++) {
    const k0 = keyHi ^ hi[i]
    const k1 = keyLo ^ lo[i]
    const k2 = 0x1bd11bda ^ k0 ^ k1
    const start = (tick + k0) | 0
    for (let j = 0; j < 2; j++) {
      let x1 = (j + k1) | 0
      let x0 = (start + x1) | 0
      x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0
      x0 = (x0 + x1) | 0
      x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0
      x0 = (x0 + x1) | 0
      x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0
      x0 = (x0 + x1) | 0
      x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0
      x0 = (x0 + k1) | 0
      x1 = (x1 + k2 + 1) | 0
      x0 = (x0 + x1) | 0
      x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0
      x0 = (x0 + x1) | 0
      x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0
      x0 = (x0 + x1) | 0
      x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0
      x0 = (x0 + x1) | 0
      x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0
      x0 = (x0 + k2) | 0
      x1 = (x1 + k0 + 2) | 0
      x0 = (x0 + x1) | 0
      x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0
      x0 = (x0 + x1) | 0
      x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0
      x0 = (x0 + x1) | 0
      x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0
      x0 = (x0 + x1) | 0
      x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0
      x0 = (x0 + k0) | 0
      x1 = (x1 + k1 + 3) | 0
      x0 = (x0 + x1) | 0
      x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0
      u[at++] = ((x0 >>> 5) * 67108864 + (x1 >>> 6)) / 9007199254740992
    }
  }
}

/** The mean of what the acquaintances have adopted, into `next`. */
function ask() {
  const { x, y, z, adoption, next, degree, target } = columns
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
}

function askKept() {
  const { adoption, next, degree, target, weight } = columns
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
}

/** In a pass of its own: V8 keeps the constants of exp in registers for an innermost loop only. */
function adopt() {
  for (let i = 0; i < n; i++) {
    const pull = 6 * (0.7 * next[i] + 0.3 * adoption[i] - 0.45) + 2 * (u[2 * i] - 0.5)
    next[i] = 1 / (1 + exp(-pull))
  }
  adoption.set(next)
}

function meet(i) {
  const j = other(i, draws.at(i, 2))
  const near = closeness(i, j)
  if (near * draws.at(i, 3) <= 0.3) return
  const slot = degree[i] < capacity ? degree[i]++ : Math.floor(draws.at(i, 4) * capacity)
  target[i * capacity + slot] = j
  if (isKept) weight[i * capacity + slot] = near
}

serve((ticks) => {
  begin()
  const start = performance.now()
  let mean = 0
  for (let tick = 0; tick < ticks; tick++) {
    draws.setTick(tick)
    drawAll(tick)
    if (isKept) askKept()
    else ask()
    adopt()
    for (let i = 0; i < n; i++) if (u[2 * i + 1] < 0.02) meet(i)
    mean = 0
    for (let i = 0; i < n; i++) mean += adoption[i]
    mean /= n
  }
  return { seconds: (performance.now() - start) / 1000, mean }
})
