/** An undirected graph as lists of neighbours: those of i from `i * capacity` on, `degree[i]` of them. */
export interface Graph {
  readonly capacity: number
  readonly degree: Int32Array
  readonly target: Int32Array
}

export interface DegreeStatistics {
  readonly mean: number
  readonly median: number
  readonly maximum: number
  /** Gini coefficient: 0 where all have the same number of ties. */
  readonly gini: number
}

/**
 * Mean, median, maximum and Gini coefficient of the degrees of some nodes, counted by degree and never sorted.
 *
 * @param nodes which nodes count
 * @param least only those with so many ties
 * @returns NaN throughout if none are left; a Gini coefficient of NaN if nobody has a tie
 */
export function degreeStatistics(
  { capacity, degree }: Graph,
  nodes: Int32Array,
  least: number,
): DegreeStatistics {
  const counts = new Float64Array(capacity + 1)
  for (let k = 0; k < nodes.length; k++) counts[degree[nodes[k]]]++
  let n = 0
  let total = 0
  let maximum = NaN
  for (let d = least; d <= capacity; d++) {
    n += counts[d]
    total += d * counts[d]
    if (counts[d] > 0) maximum = d
  }
  if (n === 0) return { mean: NaN, median: NaN, maximum, gini: NaN }
  // Gini = Σ (2 rank − n − 1) x / (n Σ x), ranks ascending; equal degrees share the mean of their ranks.
  let below = 0
  let ranked = 0
  for (let d = least; d <= capacity; d++) {
    ranked += d * counts[d] * (2 * below + counts[d] - n)
    below += counts[d]
  }
  const median = (atRank((n - 1) >> 1) + atRank(n >> 1)) / 2
  return { mean: total / n, median, maximum, gini: ranked / (n * total) }

  function atRank(rank: number): number {
    let seen = 0
    for (let d = least; d <= capacity; d++) {
      seen += counts[d]
      if (rank < seen) return d
    }
    return NaN
  }
}

export interface Clustering {
  /** Share of a node's pairs of neighbours that are tied, mean over nodes with two ties or more. */
  readonly local: number
  /** Share of all such pairs that are tied: three times the triangles over the paths of two ties. */
  readonly overall: number
}

/**
 * Clustering (Watts and Strogatz 1998; Newman 2003). Looks at each neighbour of a neighbour once: time grows with the
 * sum of squared degrees.
 *
 * @returns NaN where nobody has two ties
 */
export function clustering({ capacity, degree, target }: Graph): Clustering {
  const n = degree.length
  // Whose neighbour a node is known to be, at the moment.
  const mark = new Int32Array(n).fill(-1)
  let nodes = 0
  let sum = 0
  let closed = 0
  let pairs = 0
  for (let i = 0; i < n; i++) {
    const d = degree[i]
    if (d < 2) continue
    const first = i * capacity
    for (let a = first; a < first + d; a++) mark[target[a]] = i
    // Each tie between two neighbours is met from both of its ends.
    let met = 0
    for (let a = first; a < first + d; a++) {
      const other = target[a] * capacity
      for (let b = other, end = other + degree[target[a]]; b < end; b++)
        if (mark[target[b]] === i) met++
    }
    nodes++
    sum += met / (d * (d - 1))
    closed += met
    pairs += d * (d - 1)
  }
  return { local: nodes === 0 ? NaN : sum / nodes, overall: pairs === 0 ? NaN : closed / pairs }
}

/**
 * Degree assortativity: the correlation of the degrees at the two ends of a tie (Newman 2002, Physical Review
 * Letters 89, 208701).
 *
 * @returns NaN where all ends have the same degree, or there is no tie
 */
export function assortativity({ capacity, degree, target }: Graph): number {
  let ends = 0
  let sum = 0
  let squares = 0
  let products = 0
  for (let i = 0; i < degree.length; i++) {
    const d = degree[i]
    ends += d
    sum += d * d
    squares += d * d * d
    for (let a = i * capacity, end = a + d; a < end; a++) products += d * degree[target[a]]
  }
  // Whole numbers below 2^53 as long as they may be: the comparison with 0 is exact.
  const spread = ends * squares - sum * sum
  return spread > 0 ? (ends * products - sum * sum) / spread : NaN
}
