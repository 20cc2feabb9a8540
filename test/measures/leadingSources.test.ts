import { describe, expect, it } from 'vitest'
import { leadingSources } from '../../src/measures/index.js'
import { Draws, deriveKey, entityKeys } from '../../src/random/index.js'
import { Scratch } from '../../src/world/index.js'

const n = 30
const units = Int32Array.from({ length: n - 1 }, (_, k) => k + 1)
const draws = new Draws(
  deriveKey('leading', 0, 'test'),
  entityKeys(units.join().split(',').concat('x')),
)

/** What the measure says, and what sorting all sources of each unit says. */
function both(values: Float64Array, emissions: Float64Array, scratch: Scratch) {
  const deposition = new Float64Array(n).fill(2)
  const found = new Float64Array(units.length)
  scratch.clear()
  const world = {
    n,
    units,
    actors: { emissions, deposition },
    ties: { transport: { values } },
    scratch,
  }
  leadingSources.observe(world as never, found, 0, { tick: 0, day: 0, dt: 1 })
  const sorted = Float64Array.from(units, (j) => {
    const caused = Array.from(units, (i) => values[i * n + j] * emissions[i])
    caused.sort((a, b) => b - a)
    return caused.slice(0, 8).reduce((sum, x) => sum + x, 0) / 2
  })
  return { found, sorted }
}

describe('the share of the eight largest sources', () => {
  it('is that of all sources sorted, however emissions move and wherever the wind turns', () => {
    const values = new Float64Array(n * n)
    const emissions = new Float64Array(n)
    const scratch = new Scratch()
    for (let tick = 0; tick < 40; tick++) {
      draws.setTick(tick)
      const turns = tick % 10 === 0
      if (turns) for (let k = 0; k < n * n; k++) values[k] = draws.pair(k % n, Math.floor(k / n), 1)
      for (let i = 0; i < n; i++) {
        const rises = tick > 0 && draws.at(i, 2) < 0.2
        // Some begin with nothing, most stay as they are, some rise far above what was expected.
        if (tick === 0) emissions[i] = draws.at(i, 3) < 0.2 ? 0 : draws.at(i, 4)
        else if (rises) emissions[i] = 3 * draws.at(i, 5)
      }
      const { found, sorted } = both(values, emissions, scratch)
      expect(found).toEqual(sorted)
    }
  })
})
