/** A horizontal direction: parts toward the east and the north, together of length 1. */
export interface Direction {
  readonly east: number
  readonly north: number
}

/**
 * A compass bearing as a direction. The two parts are rounded to 1e-9, because Math.sin and Math.cos differ between
 * processors in their last bits.
 *
 * @param degrees clockwise from north
 */
export function direction(degrees: number): Direction {
  const angle = (degrees * Math.PI) / 180
  return {
    east: Math.round(Math.sin(angle) * 1e9) / 1e9,
    north: Math.round(Math.cos(angle) * 1e9) / 1e9,
  }
}
