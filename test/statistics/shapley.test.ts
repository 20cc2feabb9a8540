import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveKey } from '../../src/random/index.js'
import {
  asymmetricShapley,
  asymmetricShapleyWeights,
  coalitionsOf,
  firstInWeights,
  lastOutWeights,
  pairsOf,
  permutationWeights,
  sampledPermutations,
  shapley,
  shapleyFromPermutations,
  shapleyInteraction,
  shapleyWeights,
  weigh,
} from '../../src/statistics/index.js'

const key = deriveKey('1', 0, 'shapley')

/** Players 0 and 1 own a left glove each, player 2 a right one; a pair is worth 1. */
const gloves = [0, 0, 0, 0, 0, 1, 1, 1]
/** A runway as long as the largest aeroplane needs. */
const needs = [8, 11, 13, 18]
const airport = (coalition: number) =>
  Math.max(0, ...needs.filter((_, player) => coalition & (1 << player)))
/** Worth 1 to all who are many enough. */
const unanimity = (members: number) => (coalition: number) =>
  (coalition & members) === members ? 1 : 0

function close(found: ArrayLike<number>, wanted: readonly number[], digits = 12) {
  expect(found.length).toBe(wanted.length)
  wanted.forEach((value, i) => {
    expect(found[i]).toBeCloseTo(value, digits)
  })
}

/** Every order of joining, by the definition. */
function orders(k: number): number[][] {
  if (k === 0) return [[]]
  return orders(k - 1).flatMap((order) =>
    Array.from({ length: k }, (_, at) => [...order.slice(0, at), k - 1, ...order.slice(at)]),
  )
}

function byDefinition(values: readonly number[], k: number, after: readonly number[][] = []) {
  const admitted = orders(k).filter((order) =>
    after.every((earlier, i) => earlier.every((j) => order.indexOf(j) < order.indexOf(i))),
  )
  return Array.from(shapleyFromPermutations(admitted, (coalition) => values[coalition]).values)
}

const game = fc.integer({ min: 1, max: 5 }).chain((k) =>
  fc.record({
    k: fc.constant(k),
    values: fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 << k, maxLength: 1 << k }),
  }),
)

/** A random partial order: player i may come after players of lower numbers. */
const orderedGame = game.chain(({ k, values }) =>
  fc.record({
    k: fc.constant(k),
    values: fc.constant(values),
    after: fc.tuple(
      ...Array.from({ length: k }, (_, i) => fc.subarray(Array.from({ length: i }, (_, j) => j))),
    ) as fc.Arbitrary<number[][]>,
  }),
)

describe('shapley', () => {
  it('solves the games of the textbooks', () => {
    close(shapley(gloves, 3), [1 / 6, 1 / 6, 4 / 6])
    // Littlechild & Owen (1973): the users of each stretch of runway share it.
    close(shapley(airport, 4), [2, 3, 4, 9])
    // Nations that can pass a motion of the UN Security Council's kind: one veto player of five, majority of three.
    const council = (c: number) =>
      c & 1 && [1, 2, 3, 4].filter((i) => c & (1 << i)).length >= 2 ? 1 : 0
    close(shapley(council, 5), [0.6, 0.1, 0.1, 0.1, 0.1])
  })

  it('gives the members of a unanimity game equal shares, others nothing', () => {
    for (const members of [0b1, 0b101, 0b1111, 0b110110]) {
      const size = members.toString(2).replaceAll('0', '').length
      const wanted = Array.from({ length: 6 }, (_, i) => (members & (1 << i) ? 1 / size : 0))
      close(shapley(unanimity(members), 6), wanted)
    }
  })

  it('is the mean over all orders, efficient, symmetric, linear, and fair to dummies', () => {
    fc.assert(
      fc.property(game, fc.integer({ min: -9, max: 9 }), ({ k, values }, own) => {
        const found = shapley(values, k)
        close(found, byDefinition(values, k), 10)
        const total = found.reduce((a, b) => a + b)
        expect(total).toBeCloseTo(values[(1 << k) - 1] - values[0], 10)
        // A further player who adds the same to every coalition gets that and changes nobody's share.
        const all = 1 << k
        const joined = [...values, ...values.map((v) => v + own)]
        close(shapley(joined, k + 1), [...found, own], 10)
        // Renaming players renames shares: the first and the last change places.
        const swap = (c: number) => {
          const first = c & 1
          const last = (c >> (k - 1)) & 1
          return k === 1 ? c : (c & ~1 & ~(all >> 1)) | last | (first << (k - 1))
        }
        const renamed = shapley((c) => values[swap(c)], k)
        expect(renamed[0]).toBeCloseTo(found[k - 1], 10)
        expect(renamed[k - 1]).toBeCloseTo(found[0], 10)
      }),
    )
  })

  it('offers weights that need no value of weight 0', () => {
    const weights = shapleyWeights(3)
    close(weigh(weights, gloves), [1 / 6, 1 / 6, 4 / 6])
    close(weights[0], [-2 / 6, 2 / 6, -1 / 6, 1 / 6, -1 / 6, 1 / 6, -2 / 6, 2 / 6])
    close(weigh(firstInWeights(3), gloves), [0, 0, 0])
    close(weigh(lastOutWeights(3), gloves), [0, 0, 1])
    close(weigh(firstInWeights(4), airport), needs)
    close(weigh(lastOutWeights(4), airport), [0, 0, 0, 5])
    // Player 0 alone, then both: nothing is known of player 1 alone.
    close(asymmetricShapley([1, 3, NaN, 7], 2, [[], [0]]), [2, 4])
  })

  it('refuses what is no game', () => {
    expect(() => shapley([1, 2, 3], 2)).toThrow(RangeError)
    expect(() => shapleyWeights(0)).toThrow(RangeError)
    expect(() => shapleyWeights(17)).toThrow(RangeError)
  })
})

describe('shapleyInteraction', () => {
  it('is that of unanimity games: 1/(size − 1) for two members', () => {
    // Grabisch & Roubens (1999): the dividend of a coalition is shared by its pairs as 1/(t − 1).
    const found = shapleyInteraction(unanimity(0b10110), 5)
    pairsOf(5).forEach(([i, j], at) => {
      const both = (1 << i) | (1 << j)
      expect(found[at]).toBeCloseTo((0b10110 & both) === both ? 1 / 2 : 0, 12)
    })
    close(shapleyInteraction(unanimity(0b11), 2), [1])
  })

  it('sees gloves that need and gloves that replace each other', () => {
    close(shapleyInteraction(gloves, 3), [-1 / 2, 1 / 2, 1 / 2])
  })

  it('is the mean over orders in which the two join together', () => {
    fc.assert(
      fc.property(
        game.filter(({ k }) => k > 1),
        ({ k, values }) => {
          const found = shapleyInteraction(values, k)
          pairsOf(k).forEach(([i, j], at) => {
            const others = Array.from({ length: k }, (_, x) => x).filter((x) => x !== i && x !== j)
            const terms = orders(k - 1).map((order) => {
              // The last number of an order stands for the pair.
              let c = 0
              for (const x of order.slice(0, order.indexOf(k - 2))) c |= 1 << others[x]
              const a = 1 << i
              const b = 1 << j
              return values[c | a | b] - values[c | a] - values[c | b] + values[c]
            })
            expect(found[at]).toBeCloseTo(terms.reduce((x, y) => x + y) / terms.length, 10)
          })
        },
      ),
    )
  })
})

describe('asymmetricShapley', () => {
  it('is the mean over the admitted orders, and efficient', () => {
    fc.assert(
      fc.property(orderedGame, ({ k, values, after }) => {
        const found = asymmetricShapley(values, k, after)
        close(found, byDefinition(values, k, after), 10)
        const total = found.reduce((a, b) => a + b)
        expect(total).toBeCloseTo(values[(1 << k) - 1] - values[0], 10)
      }),
    )
  })

  it('without an order is the Shapley value, with a full one the chain of contributions', () => {
    close(asymmetricShapleyWeights(6, [[], [], [], [], [], []])[2], [...shapleyWeights(6)[2]])
    close(asymmetricShapley(airport, 4, [[], [0], [1], [2]]), [8, 3, 2, 5])
    close(asymmetricShapley(airport, 4, [[1], [2], [3], []]), [0, 0, 0, 18])
  })

  it('credits the cause that works through another', () => {
    // Frye et al. (2020): with X → Y and a worth that either brings, the ancestor gets all of it.
    close(asymmetricShapley([0, 1, 1, 1], 2, [[], [0]]), [1, 0])
    close(shapley([0, 1, 1, 1], 2), [0.5, 0.5])
  })

  it('refuses circles and strangers', () => {
    expect(() => asymmetricShapley(gloves, 3, [[1], [2], [0]])).toThrow(/circle/)
    expect(() => asymmetricShapley(gloves, 3, [[0], [], []])).toThrow(/circle/)
    expect(() => asymmetricShapley(gloves, 3, [[3], [], []])).toThrow(RangeError)
    expect(() => asymmetricShapley(gloves, 3, [[], []])).toThrow(RangeError)
  })
})

describe('sampledPermutations', () => {
  it('draws every admitted order alike, and no other', () => {
    const after = [[], [0], [], [0, 2]]
    const admitted = orders(4).filter((o) =>
      after.every((earlier, i) => earlier.every((j) => o.indexOf(j) < o.indexOf(i))),
    )
    expect(admitted).toHaveLength(5)
    for (const [wanted, partial] of [
      [orders(4), undefined],
      [admitted, after],
    ] as const) {
      const counts = new Map(wanted.map((order) => [order.join(), 0]))
      const n = 400 * wanted.length
      for (const order of sampledPermutations(4, n, key, partial)) {
        expect(counts.has(order.join())).toBe(true)
        counts.set(order.join(), counts.get(order.join())! + 1)
      }
      // Each 400, standard deviation at most 20.
      for (const count of counts.values()) expect(Math.abs(count - 400)).toBeLessThan(80)
    }
  })

  it('begins alike however many, and knows its limits', () => {
    const some = sampledPermutations(9, 5, key)
    expect(sampledPermutations(9, 12, key).slice(0, 5)).toEqual(some)
    expect(sampledPermutations(31, 1, key)[0]).toHaveLength(31)
    expect(() => sampledPermutations(32, 1, key)).toThrow(RangeError)
    expect(() => sampledPermutations(21, 1, key, new Array(21).fill([]))).toThrow(RangeError)
    expect(sampledPermutations(3, 0, key)).toEqual([])
  })
})

describe('shapleyFromPermutations', () => {
  const k = 10
  const worth = (c: number) => Math.sqrt((c * 2654435761) % 1024) + (c & 3 ? 5 : 0)

  it('comes near the exact values, by about the error it tells', () => {
    const exact = shapley(worth, k)
    const orders = sampledPermutations(k, 2000, key)
    const { values, standardErrors } = shapleyFromPermutations(orders, worth)
    let squares = 0
    for (let i = 0; i < k; i++) squares += ((values[i] - exact[i]) / standardErrors[i]) ** 2
    expect(Math.sqrt(squares / k)).toBeLessThan(2)
    expect(Math.max(...standardErrors)).toBeLessThan(0.5)
    expect(values.reduce((a, b) => a + b)).toBeCloseTo(worth(1023) - worth(0), 9)
  })

  it('is linear in the values of the coalitions it passes through', () => {
    const orders = sampledPermutations(k, 20, key)
    const coalitions = coalitionsOf(orders)
    expect(coalitions[0]).toBe(0)
    expect(coalitions.at(-1)).toBe(1023)
    expect(coalitions.length).toBeLessThanOrEqual(2 + 20 * (k - 1))
    const weights = permutationWeights(orders, coalitions)
    close(
      weigh(weights, Float64Array.from(coalitions, worth)),
      [...shapleyFromPermutations(orders, worth).values],
      10,
    )
  })

  it('comes near the asymmetric values with an order', () => {
    const after = [[], [0], [0], [1, 2], [], [4], [], [], [3, 6], []]
    const exact = asymmetricShapley(worth, k, after)
    const { values, standardErrors } = shapleyFromPermutations(
      sampledPermutations(k, 2000, key, after),
      worth,
    )
    for (let i = 0; i < k; i++) {
      expect(Math.abs(values[i] - exact[i])).toBeLessThanOrEqual(4 * standardErrors[i])
    }
  })
})
