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
    const { order, aside } = expectation(values, n, units, emissions)
    const first = Math.min(leading, units.length)
    const least = scratch.reals(n).fill(Infinity)
    for (let k = 0; k < units.length; k++) {
      const j = units[k]
      for (let a = k * units.length; a < k * units.length + first; a++) {
        const caused = values[order[a] * n + j] * emissions[order[a]]
        if (caused < least[j]) least[j] = caused
      }
    }
    // Hardly any other source reaches the least of those that are expected.
    const others = scratch.wholes(n)
    for (let a = 0; a < units.length; a++) {
      const row = units[a] * n
      const emitted = emissions[units[a]]
      for (let j = 0; j < n; j++) {
        if (values[row + j] * emitted - aside[row + j] >= least[j]) others[j]++
      }
    }
    const largest = scratch.reals(leading)
    for (let k = 0; k < units.length; k++) {
      const j = units[k]
      let held = 0
      let left = first + others[j]
      for (let a = k * units.length; left > 0; a++) {
        const caused = values[order[a] * n + j] * emissions[order[a]]
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

/** Where to look for the largest sources. What is found does not depend on it, only how soon. */
interface Expectation {
  /** All sources of each unit, those expected to be the largest first. */
  readonly order: Int32Array
  /** Infinity where the row is among the eight that are expected of the column, 0 elsewhere: what is set aside never reaches. */
  readonly aside: Float64Array
}

const known = new WeakMap<Float64Array, Expectation>()

/** Expects what was the case when this world was first looked at. */
function expectation(
  values: Float64Array,
  n: number,
  units: Int32Array,
  emissions: Float64Array,
): Expectation {
  const found = known.get(values)
  if (found) return found
  const order = new Int32Array(units.length * units.length)
  const aside = new Float64Array(n * n)
  units.forEach((j, k) => {
    const caused = (i: number) => values[i * n + j] * emissions[i]
    const falling = units.slice().sort((a, b) => caused(b) - caused(a))
    order.set(falling, k * units.length)
    for (const i of falling.subarray(0, leading)) aside[i * n + j] = Infinity
  })
  const expected = { order, aside }
  known.set(values, expected)
  return expected
}
