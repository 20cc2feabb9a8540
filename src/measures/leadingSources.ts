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
    const { order, caused, emitted } = expectation(values, n, units, emissions)
    const rise = largestRise(units, emitted, emissions)
    const largest = scratch.reals(leading)
    for (let k = 0; k < units.length; k++) {
      const j = units[k]
      let held = 0
      for (let a = k * units.length; a < (k + 1) * units.length; a++) {
        // No source that comes later can cause more than it was expected to, times the largest rise.
        if (held === leading && caused[a] * rise <= largest[leading - 1]) break
        const causes = values[order[a] * n + j] * emissions[order[a]]
        if (held === leading && causes <= largest[leading - 1]) continue
        let c = held < leading ? held++ : leading - 1
        for (; c > 0 && largest[c - 1] < causes; c--) largest[c] = largest[c - 1]
        largest[c] = causes
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
  /** What each of them was expected to cause, in the same places: falling within a unit. */
  readonly caused: Float64Array
  /** The emissions, by actor, that were expected. */
  readonly emitted: Float64Array
  /** The transport that all this follows from: as bytes where it stands, and a copy. */
  readonly transport: Buffer
  readonly transportThen: Buffer
}

const known = new WeakMap<Float64Array, Expectation>()

/** Expects what was the case when this transport was first looked at. */
function expectation(
  values: Float64Array,
  n: number,
  units: Int32Array,
  emissions: Float64Array,
): Expectation {
  const found = known.get(values)
  // A mechanism may turn the wind. Comparing bytes costs a hundredth of looking at all sources.
  if (found?.transport.equals(found.transportThen)) return found
  const order = new Int32Array(units.length * units.length)
  const caused = new Float64Array(units.length * units.length)
  units.forEach((j, k) => {
    const causes = (i: number) => values[i * n + j] * emissions[i]
    const falling = units.slice().sort((a, b) => causes(b) - causes(a))
    order.set(falling, k * units.length)
    caused.set(Float64Array.from(falling, causes), k * units.length)
  })
  const transport = Buffer.from(values.buffer, values.byteOffset, values.byteLength)
  const transportThen = Buffer.from(transport)
  const expected = { order, caused, emitted: emissions.slice(), transport, transportThen }
  known.set(values, expected)
  return expected
}

/** By how much the emissions of any unit exceed the expected at most; a little more, for what rounding may do. */
function largestRise(units: Int32Array, emitted: Float64Array, emissions: Float64Array): number {
  let rise = 1
  for (let k = 0; k < units.length; k++) {
    const i = units[k]
    if (emissions[i] > emitted[i] * rise) rise = emissions[i] / emitted[i]
  }
  return rise * (1 + 1e-9)
}
