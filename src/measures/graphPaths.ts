import type { Graph } from './graphStatistics.js'

/** The largest part of a graph in which every node can be reached from every other. */
export interface Giant {
  readonly size: number
  /** 1 for its nodes. */
  readonly within: Uint8Array
}

/** The largest component; of two as large, the one with the first node. A single node is none. */
export function giantComponent({ capacity, degree, target }: Graph): Giant {
  const n = degree.length
  const part = new Int32Array(n).fill(-1)
  const queue = new Int32Array(n)
  let largest = -1
  let size = 0
  for (let start = 0; start < n; start++) {
    if (part[start] >= 0 || degree[start] === 0) continue
    let tail = 0
    queue[tail++] = start
    part[start] = start
    for (let head = 0; head < tail; head++) {
      const i = queue[head]
      for (let a = i * capacity, end = a + degree[i]; a < end; a++) {
        const j = target[a]
        if (part[j] >= 0) continue
        part[j] = start
        queue[tail++] = j
      }
    }
    if (tail > size) {
      size = tail
      largest = start
    }
  }
  const within = new Uint8Array(n)
  if (largest >= 0) for (let i = 0; i < n; i++) if (part[i] === largest) within[i] = 1
  return { size, within }
}

/**
 * Mean number of ties on the shortest way between two nodes of the giant component, over all ways from some sources.
 *
 * @param sources nodes to start from; those outside the component are passed over
 * @returns NaN if no source has anywhere to go
 */
export function meanPath(graph: Graph, { within }: Giant, sources: Iterable<number>): number {
  const { capacity, degree, target } = graph
  const n = degree.length
  const steps = new Int32Array(n)
  const queue = new Int32Array(n)
  let ways = 0
  let total = 0
  for (const source of sources) {
    if (within[source] === 0) continue
    steps.fill(-1)
    steps[source] = 0
    let tail = 0
    queue[tail++] = source
    for (let head = 0; head < tail; head++) {
      const i = queue[head]
      total += steps[i]
      for (let a = i * capacity, end = a + degree[i]; a < end; a++) {
        const j = target[a]
        if (steps[j] >= 0) continue
        steps[j] = steps[i] + 1
        queue[tail++] = j
      }
    }
    ways += tail - 1
  }
  return ways === 0 ? NaN : total / ways
}

/**
 * A sample that needs no chance: the nodes of a component with the smallest keys. Keys are hashes of ids, so the
 * sample is as good as random, is the same in every tick and run as long as its nodes are there, and takes nothing
 * from the chance of the model.
 *
 * @param hi, lo the two words of each node's key
 * @returns up to `most` nodes, in order of keys
 */
export function sampleByKey(
  within: Uint8Array,
  hi: Int32Array,
  lo: Int32Array,
  most: number,
): number[] {
  const chosen: number[] = []
  const before = (i: number, j: number) => hi[i] < hi[j] || (hi[i] === hi[j] && lo[i] < lo[j])
  for (let i = 0; i < within.length; i++) {
    if (within[i] === 0) continue
    if (chosen.length === most && !before(i, chosen[most - 1])) continue
    let at = chosen.length < most ? chosen.push(i) - 1 : most - 1
    for (; at > 0 && before(i, chosen[at - 1]); at--) chosen[at] = chosen[at - 1]
    chosen[at] = i
  }
  return chosen
}
