import { defineMeasure } from '../contract/index.js'
import { actorColumns } from '../world/index.js'

const leading = 8

export const leadingSources = defineMeasure({
  name: 'leadingSources',
  title: 'Share of the eight largest sources',
  meaning:
    "share of the unit's deposition, background included, that its eight largest source units cause",
  unit: '1',
  of: ['units'],
  reads: { actors: { deposition: actorColumns.deposition, emissions: actorColumns.emissions } },
  ties: {
    transport: {
      shape: 'matrix',
      meaning: 'deposition at the second unit for each unit of emission of the first',
      unit: 'kg/ha/yr per kt/yr',
    },
  },
  observe({ n, units, actors, ties, scratch }, out, at) {
    const { emissions, deposition } = actors
    const { values } = ties.transport
    const likely = likelySources(values, n, units, emissions)
    const first = Math.min(leading, units.length)
    const least = scratch.reals(n).fill(Infinity)
    for (let k = 0; k < units.length; k++) {
      const j = units[k]
      for (let a = k * units.length; a < k * units.length + first; a++) {
        const i = likely[a]
        const caused = values[i * n + j] * emissions[i]
        if (caused < least[j]) least[j] = caused
      }
    }
    // Few others reach the least of the likely ones, and only those who do need be put in order.
    const reaching = scratch.wholes(n)
    for (let a = 0; a < units.length; a++) {
      const row = units[a] * n
      const emitted = emissions[units[a]]
      for (let j = 0; j < n; j++) if (values[row + j] * emitted >= least[j]) reaching[j]++
    }
    const largest = scratch.reals(leading)
    for (let k = 0; k < units.length; k++) {
      const j = units[k]
      let held = 0
      let left = reaching[j]
      for (let a = k * units.length; left > 0; a++) {
        const i = likely[a]
        const caused = values[i * n + j] * emissions[i]
        if (caused < least[j]) continue
        left--
        if (held === leading && caused <= largest[leading - 1]) continue
        let c = held < leading ? held++ : leading - 1
        for (; c > 0 && largest[c - 1] < caused; c--) largest[c] = largest[c - 1]
        largest[c] = caused
      }
      let sum = 0
      for (let c = 0; c < held; c++) sum += largest[c]
      out[at + k] = deposition[j] > 0 ? sum / deposition[j] : 0
    }
  },
})

const known = new WeakMap<Float64Array, Int32Array>()

/**
 * All sources of each unit, the largest first as they stood when this world was first looked at. The order only says
 * where to look first: what is found does not depend on it.
 */
function likelySources(
  values: Float64Array,
  n: number,
  units: Int32Array,
  emissions: Float64Array,
): Int32Array {
  const found = known.get(values)
  if (found) return found
  const likely = new Int32Array(units.length * units.length)
  units.forEach((j, k) => {
    const caused = (i: number) => values[i * n + j] * emissions[i]
    const falling = units.slice().sort((a, b) => caused(b) - caused(a))
    likely.set(falling, k * units.length)
  })
  known.set(values, likely)
  return likely
}
