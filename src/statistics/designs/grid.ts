import { checkCount } from './design.js'

/** Which level each factor takes: one whole number from 0 for each factor. */
export type LevelTuple = readonly number[]

/**
 * Every combination of levels (a full factorial design), the last factor changing fastest.
 *
 * @param sizes how many levels each factor has
 * @returns ∏ sizes tuples; none if a factor has no level, one empty tuple without factors
 * @throws RangeError if a size is not a whole number from 0
 */
export function grid(sizes: readonly number[]): LevelTuple[] {
  let tuples: LevelTuple[] = [[]]
  for (const size of sizes) {
    checkCount(size, 'the number of levels')
    tuples = tuples.flatMap((tuple) =>
      Array.from({ length: size }, (_, level) => [...tuple, level]),
    )
  }
  return tuples
}
