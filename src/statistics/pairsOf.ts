/** Two of several factors or players, the lower number first. */
export type IndexPair = readonly [first: number, second: number]

/** The pairs of k, in the order of all results about pairs: (0, 1), (0, 2) … (1, 2) … */
export function pairsOf(k: number): IndexPair[] {
  const pairs: IndexPair[] = []
  for (let i = 0; i < k; i++) for (let j = i + 1; j < k; j++) pairs.push([i, j])
  return pairs
}
