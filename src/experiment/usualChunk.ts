/** Runs a chunk where nobody says: some seconds of work, and enough chunks for every worker. */
export function usualChunk(runs: number): number {
  return Math.max(1, Math.min(100, Math.ceil(runs / 64)))
}
