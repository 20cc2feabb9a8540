import { describe, expect, test } from 'vitest'
import { Timeline } from '../../src/calendar/index.js'
import { type AnyMeasure, defineMeasure, defineMechanism } from '../../src/contract/index.js'
import { Model, seriesOf } from '../../src/engine/index.js'
import { giantComponent, meanPath, sampleByKey } from '../../src/measures/graphPaths.js'
import {
  assortativity,
  clustering,
  degreeStatistics,
  type Graph,
} from '../../src/measures/graphStatistics.js'
import { entityKeys } from '../../src/random/index.js'

function graph(n: number, edges: readonly (readonly [number, number])[], capacity = 12): Graph {
  const degree = new Int32Array(n)
  const target = new Int32Array(n * capacity).fill(-1)
  for (const [a, b] of edges) {
    target[a * capacity + degree[a]++] = b
    target[b * capacity + degree[b]++] = a
  }
  return { capacity, degree, target }
}

const all = (n: number) => Int32Array.from({ length: n }, (_, i) => i)
const ring = (n: number) =>
  graph(
    n,
    Array.from({ length: n }, (_, i) => [i, (i + 1) % n]),
  )
const path = (n: number) =>
  graph(
    n,
    Array.from({ length: n - 1 }, (_, i) => [i, i + 1]),
  )
const star = (n: number) =>
  graph(
    n,
    Array.from({ length: n - 1 }, (_, i) => [0, i + 1]),
  )
const clique = (n: number) =>
  graph(
    n,
    Array.from({ length: n }, (_, i) => i).flatMap((i) =>
      Array.from({ length: i }, (_, j) => [i, j] as const),
    ),
  )
/** Two triangles that share a node, a separate pair, and a node alone. */
const bowTie = graph(8, [
  [0, 1],
  [1, 2],
  [2, 0],
  [2, 3],
  [3, 4],
  [4, 2],
  [5, 6],
])
/** A tree of 10 nodes with degrees 4, 3, 3, 2 and six of 1, on which all can be counted by hand. */
const irregular = graph(10, [
  [0, 1],
  [0, 2],
  [0, 3],
  [0, 4],
  [1, 5],
  [1, 6],
  [2, 7],
  [2, 8],
  [3, 9],
])

describe('degrees', () => {
  test('of a ring, a star and a bow tie', () => {
    expect(degreeStatistics(ring(9), all(9), 0)).toEqual({
      mean: 2,
      median: 2,
      maximum: 2,
      gini: 0,
    })
    // One with 9, nine with 1: Gini = Σ (2r − 11) x / (10 · 18) = (9 · 9 − 9) / 180.
    const found = degreeStatistics(star(10), all(10), 0)
    expect(found).toEqual({ mean: 1.8, median: 1, maximum: 9, gini: 0.4 })
    expect(degreeStatistics(bowTie, all(8), 0)).toMatchObject({
      mean: 14 / 8,
      median: 2,
      maximum: 4,
    })
    expect(degreeStatistics(bowTie, all(8), 1)).toMatchObject({ mean: 2, median: 2 })
  })

  test('agree with the definition of the Gini coefficient', () => {
    const { degree } = irregular
    let gaps = 0
    for (const x of degree) for (const y of degree) gaps += Math.abs(x - y)
    const mean = degree.reduce((a, b) => a + b) / 10
    expect(degreeStatistics(irregular, all(10), 0).gini).toBeCloseTo(gaps / (200 * mean), 14)
  })

  test('of nobody are not a number', () => {
    const empty = graph(3, [])
    expect(degreeStatistics(empty, all(3), 1)).toEqual({
      mean: NaN,
      median: NaN,
      maximum: NaN,
      gini: NaN,
    })
    expect(degreeStatistics(empty, all(3), 0)).toEqual({
      mean: 0,
      median: 0,
      maximum: 0,
      gini: NaN,
    })
  })
})

describe('clustering', () => {
  test('is 1 in a clique, 0 in a tree, known in a bow tie', () => {
    expect(clustering(clique(6))).toEqual({ local: 1, overall: 1 })
    expect(clustering(irregular)).toEqual({ local: 0, overall: 0 })
    // Four nodes with 1, the middle with 2 of 6 pairs; two triangles over ten paths.
    const found = clustering(bowTie)
    expect(found.local).toBeCloseTo((4 + 1 / 3) / 5, 14)
    expect(found.overall).toBeCloseTo((3 * 2) / 10, 14)
    expect(clustering(path(2))).toEqual({ local: NaN, overall: NaN })
  })
})

describe('assortativity', () => {
  test('is −1 in a star, undefined where all degrees are equal', () => {
    expect(assortativity(star(7))).toBe(-1)
    expect(assortativity(ring(7))).toBeNaN()
    expect(assortativity(graph(3, []))).toBeNaN()
  })

  test('is the correlation over both directions of every tie', () => {
    const { capacity, degree, target } = irregular
    const x: number[] = []
    const y: number[] = []
    degree.forEach((d, i) => {
      for (let a = 0; a < d; a++) {
        x.push(d)
        y.push(degree[target[i * capacity + a]])
      }
    })
    const mean = x.reduce((a, b) => a + b) / x.length
    const of = (p: number[], q: number[]) =>
      p.reduce((s, v, k) => s + (v - mean) * (q[k] - mean), 0)
    expect(assortativity(irregular)).toBeCloseTo(of(x, y) / of(x, x), 13)
    // Newman's own form for a path of four: −1/2.
    expect(assortativity(path(4))).toBeCloseTo(-0.5, 14)
  })
})

describe('components and paths', () => {
  test('the giant is the largest part; single nodes are none', () => {
    const giant = giantComponent(bowTie)
    expect(giant.size).toBe(5)
    expect([...giant.within]).toEqual([1, 1, 1, 1, 1, 0, 0, 0])
    expect(giantComponent(graph(4, [])).size).toBe(0)
  })

  test('means over all ways are known for a path, a ring, a star and a clique', () => {
    const from = (g: Graph) => meanPath(g, giantComponent(g), all(g.degree.length))
    expect(from(path(10))).toBeCloseTo(11 / 3, 14)
    expect(from(ring(9))).toBe(2.5)
    expect(from(star(10))).toBeCloseTo(1.8, 14)
    expect(from(clique(5))).toBe(1)
    expect(from(graph(3, []))).toBeNaN()
    expect(from(bowTie)).toBeCloseTo((6 * 1 + 4 * 2) / 10, 14)
  })

  test('a sample is the nodes with the smallest keys, and stays when others come', () => {
    const ids = Array.from({ length: 500 }, (_, i) => `node-${i}`)
    const { hi, lo } = entityKeys(ids)
    const within = new Uint8Array(500).fill(1)
    const chosen = sampleByKey(within, hi, lo, 20)
    const sorted = [...all(500)].sort((i, j) => hi[i] - hi[j])
    expect(chosen).toEqual(sorted.slice(0, 20))
    within[sorted[3]] = 0
    expect(sampleByKey(within, hi, lo, 20)).toEqual(sorted.slice(0, 21).filter((_, k) => k !== 3))
    expect(sampleByKey(within, hi, lo, 1000)).toHaveLength(499)
  })
})

describe('measures that are not taken in every tick', () => {
  const clock = (every?: number): AnyMeasure =>
    defineMeasure({
      name: 'clock',
      title: 'Clock',
      meaning: 'number of the tick',
      unit: '1',
      of: [],
      ...(every === undefined ? {} : { every }),
      observe(_, out, at, { tick }) {
        out[at] = tick
      },
    })
  const idle = defineMechanism({
    name: 'idle',
    summary: 'Nothing.',
    source: 'Nobody',
    parameters: {},
    step() {},
  })

  function model(every: number | undefined, years: number): Model {
    const head = { ids: [], keys: entityKeys([]), given: new Map(), columns: new Map() }
    const actors = { ...head, name: 'actors', ids: ['a'], keys: entityKeys(['a']) }
    const columns = ['kind', 'state', 'active', 'latitude', 'longitude'].map(
      (name) => [name, { type: 'f64', meaning: name, unit: '1' }] as const,
    )
    return new Model({
      timeline: new Timeline(0, Math.round(years * 365.25) - 2, 4),
      world: {
        tables: [
          { ...actors, columns: new Map(columns) },
          { ...head, name: 'issues' },
        ],
        ties: {},
        assignments: [],
        announcements: [],
      },
      mechanisms: [{ mechanism: idle, parameters: {} }],
      measures: [clock(every)],
    })
  }

  const series = (m: Model, ticks?: number) => {
    const run = m.run(ticks === undefined ? { seed: '1' } : { seed: '1', ticks })
    const recording = run.recordings.get('clock')
    return recording ? [...(seriesOf(recording, []) ?? [])] : []
  }

  test('are taken in the first tick, in the last, and so many years before; in between they stay', () => {
    expect(series(model(1, 2.5))).toEqual([0, 1, 1, 1, 1, 5, 5, 5, 5, 9])
    expect(series(model(2, 2.5))).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 9])
    expect(series(model(undefined, 1))).toEqual([0, 1, 2, 3])
    expect(series(model(0.01, 1))).toEqual([0, 1, 2, 3])
  })

  test('see the same in a run that ends early, and in one that goes on from a branch', () => {
    const m = model(1, 2.5)
    expect(series(m, 4)).toEqual([0, 1, 1, 1])
    const first = m.start({ seed: '1' })
    while (first.tick < 4) first.step()
    const run = m.resume(first.branch(), { seed: '1' }).finish()
    expect([...(run.recordings.get('clock')?.values ?? [])]).toEqual(series(model(1, 2.5)))
  })

  test('say so in their meaning', () => {
    const meaning = (every?: number) =>
      model(every, 1).run({ seed: '1' }).recordings.get('clock')?.meaning
    expect(meaning(1)).toBe('number of the tick; taken once a year')
    expect(meaning(5)).toBe('number of the tick; taken every 5 years')
    expect(meaning()).toBe('number of the tick')
  })
})
