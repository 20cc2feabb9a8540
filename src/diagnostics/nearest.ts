/**
 * The candidate that a misspelt word most likely meant: the least Damerau–Levenshtein distance
 * (insertions, deletions, substitutions, swaps of neighbours; optimal string alignment), ignoring case
 * and hyphens, underscores and spaces. Of equals, the first in the list.
 *
 * @returns undefined if even the closest is too far: more than a third of the longer word, at least 1
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(word)
  let best: string | undefined
  let least = Infinity
  for (const candidate of candidates) {
    const folded = fold(candidate)
    const cutoff = Math.max(1, Math.floor(Math.max(wanted.length, folded.length) / 3))
    // The difference in length is a lower bound: most candidates need no more work than this.
    const apart = Math.abs(wanted.length - folded.length)
    if (apart > cutoff || apart >= least) continue
    const far = distance(wanted, folded)
    // One letter for another in a word of one letter is no likeness.
    if (far <= cutoff && far < least && far < Math.max(wanted.length, folded.length)) {
      best = candidate
      least = far
    }
  }
  return best
}

function fold(text: string): string {
  return text.slice(0, 100).toLowerCase().replace(/[-_ ]/g, '')
}

function distance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2] + 1)
      }
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.length]
}
