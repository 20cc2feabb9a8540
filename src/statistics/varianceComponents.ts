/** How the spread of observations divides into that between clusters and that within them. */
export interface VarianceComponents {
  /** Variance of the clusters' true means, in the square of the observations' unit, 0 or more. */
  readonly between: number
  /** Variance of observations about their cluster's mean, same unit. */
  readonly within: number
  /** Share of their sum that lies between clusters (the intraclass correlation), 0 to 1; NaN if there is no spread. */
  readonly share: number
  /** Clusters with at least one observation. */
  readonly clusters: number
  readonly observations: number
}

/**
 * Variance components of a one-way layout with random effects, from the analysis of variance: the mean square within
 * clusters, and what the mean square between them has above it over the mean size n₀ = (N − Σnᵢ²/N) / (a − 1). A
 * negative component, which chance can give, counts as 0.
 * Source: Searle, S. R., Casella, G. & McCulloch, C. E. (1992), Variance components, sections 3.5 and 3.6.
 *
 * @param clusters the observations of each cluster; sizes may differ, and empty ones count for nothing
 * @returns components of NaN where they cannot be told: fewer than two clusters, no cluster of two observations, a NaN
 */
export function varianceComponents(clusters: readonly ArrayLike<number>[]): VarianceComponents {
  const filled = clusters.filter((cluster) => cluster.length > 0)
  let n = 0
  let squaredSizes = 0
  let total = 0
  for (const cluster of filled) {
    n += cluster.length
    squaredSizes += cluster.length * cluster.length
    for (let j = 0; j < cluster.length; j++) total += cluster[j]
  }
  const grandMean = total / n
  let squaresBetween = 0
  let squaresWithin = 0
  for (const cluster of filled) {
    let offset = 0
    for (let j = 0; j < cluster.length; j++) offset += cluster[j] - grandMean
    const deviation = offset / cluster.length
    squaresBetween += cluster.length * deviation * deviation
    for (let j = 0; j < cluster.length; j++) {
      const d = cluster[j] - grandMean - deviation
      squaresWithin += d * d
    }
  }
  const a = filled.length
  const within = squaresWithin / (n - a)
  const meanSize = (n - squaredSizes / n) / (a - 1)
  const between = Math.max(0, (squaresBetween / (a - 1) - within) / meanSize)
  return { between, within, share: between / (between + within), clusters: a, observations: n }
}
