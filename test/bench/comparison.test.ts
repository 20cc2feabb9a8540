import { describe, expect, it } from 'vitest'
import { comparison } from '../../bench/comparison.mjs'
import { median, ratioOfMedians } from '../../bench/statistics.mjs'

/** Made-up times that scatter evenly by a tenth to either side, the same for the same middle. */
function times(middle: number, n = 40): number[] {
  return Array.from({ length: n }, (_, k) => middle * (0.9 + (0.2 * ((k * 17) % n)) / (n - 1)))
}

const machine = { processor: 'made up', threads: 2, node: 'v20' }

function table(ms: number[], yardstick: number[] = times(10), unit = 'ms') {
  return { machine, yardstick, sections: { run: [{ name: 'one run', unit, samples: ms }] } }
}

describe('median', () => {
  it('is the middle of an odd number and between the two middle ones of an even number', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 3, 2])).toBe(2.5)
  })

  it('goes by size, not by spelling', () => {
    expect(median([10, 9, 100])).toBe(10)
  })
})

describe('ratioOfMedians', () => {
  it('is that of the medians, inside its interval', () => {
    const { ratio, low, high } = ratioOfMedians(times(10), times(12))
    expect(ratio).toBeCloseTo(1.2, 10)
    expect(low).toBeLessThan(1.2)
    expect(high).toBeGreaterThan(1.2)
    expect(low).toBeGreaterThan(1)
  })

  it('has an interval around 1 for two samples of the same', () => {
    const { low, high } = ratioOfMedians(times(10), times(10, 41))
    expect(low).toBeLessThan(1)
    expect(high).toBeGreaterThan(1)
  })

  it('gives one verdict for one table', () => {
    expect(ratioOfMedians(times(10), times(11))).toEqual(ratioOfMedians(times(10), times(11)))
  })

  it('is exact where nothing scatters', () => {
    expect(ratioOfMedians([2, 2, 2], [3, 3, 3])).toEqual({ ratio: 1.5, low: 1.5, high: 1.5 })
  })

  it('is divided by what the machine has become slower', () => {
    const slower = { before: times(10), after: times(20) }
    expect(ratioOfMedians(times(5), times(10), slower).ratio).toBeCloseTo(1, 10)
  })

  it('is less sure the less sure the yardstick is', () => {
    const still = { before: [1, 1, 1], after: [1, 1, 1] }
    const shaky = { before: times(1, 5), after: times(1, 5) }
    const width = ({ low, high }: { low: number; high: number }) => high - low
    expect(width(ratioOfMedians(times(10), times(10), shaky))).toBeGreaterThan(
      width(ratioOfMedians(times(10), times(10), still)),
    )
  })
})

describe('comparison', () => {
  const verdicts = (saved: Parameters<typeof comparison>[0], now: typeof saved) =>
    comparison(saved, now).rows.map(({ verdict }) => verdict)

  it('says what has become slower or faster by more than noise', () => {
    expect(verdicts(table(times(10)), table(times(13)))).toEqual(['slower'])
    expect(verdicts(table(times(10)), table(times(8)))).toEqual(['faster'])
    expect(verdicts(table(times(10)), table(times(10, 41)))).toEqual([''])
  })

  it('does not blame the project for a busy machine', () => {
    const busy = table(times(20), times(20))
    expect(verdicts(table(times(10)), busy)).toEqual([''])
    expect(comparison(table(times(10)), busy).machine?.ratio).toBeCloseTo(2, 10)
  })

  it('leaves bytes to themselves: they do not grow with the load', () => {
    const busy = table(times(10), times(20), 'byte per actor and tick')
    expect(verdicts(table(times(10), times(10), 'byte per actor and tick'), busy)).toEqual([''])
  })

  it('takes a table without a yardstick as it is', () => {
    const { yardstick: _, ...bare } = table(times(10))
    const { machine: pace, rows } = comparison(bare, table(times(13)))
    expect(pace).toBeUndefined()
    expect(rows[0].ratio).toBeCloseTo(1.3, 10)
  })

  it('does not judge by one or two samples', () => {
    expect(verdicts(table([10]), table(times(10)))).toEqual(['too few samples'])
    expect(verdicts(table(times(10)), table([9, 11]))).toEqual(['too few samples'])
  })

  it('passes over what only one of the two has', () => {
    const other = {
      machine,
      sections: { run: [{ name: 'another', unit: 'ms', samples: times(1) }] },
    }
    expect(comparison(table(times(10)), other).rows).toEqual([])
  })

  it('refuses another machine', () => {
    const elsewhere = { ...table(times(10)), machine: { ...machine, node: 'v24' } }
    expect(comparison(elsewhere, table(times(10)))).toEqual({
      otherMachine: ['v24 then, v20 now'],
      machine: undefined,
      rows: [],
    })
  })
})
