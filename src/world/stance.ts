/** How a unit's own line stands to its centre's (Encyclopaedia "Paradiplomacy", 2019; Soldatos 1990). */
export const stances = ['complementary', 'parallel', 'conflicting'] as const

export type Stance = (typeof stances)[number]

const complementary = stances.indexOf('complementary')
const parallel = stances.indexOf('parallel')
const conflicting = stances.indexOf('conflicting')

/** Below this product of lines, neither agreement nor conflict is meant seriously. */
const indifference = 0.1

/**
 * @param position the unit's, −1 to 1
 * @param line its centre's, −1 to 1
 */
export function stanceOf(position: number, line: number): Stance {
  return stances[stanceAt(position, line)]
}

/** The same as a position in `stances`. */
export function stanceAt(position: number, line: number): number {
  const agreement = position * line
  if (agreement > indifference) return complementary
  return agreement < -indifference ? conflicting : parallel
}
