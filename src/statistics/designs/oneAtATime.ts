import { checkCount } from './design.js'
import type { LevelTuple } from './grid.js'

/**
 * The base, then every other level of each factor with all others at the base (Daniel, C. 1973, One-at-a-time plans,
 * JASA 68(342), 353–360).
 *
 * @param levelsPerFactor how many levels each factor has, 1 or more
 * @param base the level of each factor to which the others are compared
 * @returns 1 + Σ (levels − 1) tuples, factor by factor in ascending order of levels
 * @throws RangeError if the lists differ in length or a base is not a level of its factor
 */
export function oneAtATime(levelsPerFactor: readonly number[], base: LevelTuple): LevelTuple[] {
  if (levelsPerFactor.length !== base.length) {
    throw new RangeError(`levels of ${levelsPerFactor.length} factors but a base of ${base.length}`)
  }
  const tuples: LevelTuple[] = [[...base]]
  levelsPerFactor.forEach((levels, factor) => {
    checkCount(levels, 'the number of levels', 1)
    checkCount(base[factor], `the base of factor ${factor}`, 0, levels - 1)
    for (let level = 0; level < levels; level++) {
      if (level !== base[factor]) tuples.push(base.map((own, i) => (i === factor ? level : own)))
    }
  })
  return tuples
}
