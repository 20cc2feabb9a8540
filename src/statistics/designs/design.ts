/** One row of a design in the unit cube: a coordinate in [0, 1) for each dimension. */
export type UnitPoint = Float64Array

/** The largest double below 1. */
export const belowOne = 1 - 1 / 9007199254740992

/**
 * @param what what the number is, for the message
 * @throws RangeError if the number is not a whole one between the two
 */
export function checkCount(count: number, what: string, least = 0, most = 4294967295): void {
  if (!Number.isInteger(count) || count < least || count > most) {
    throw new RangeError(`${what} must be a whole number from ${least} to ${most}, not ${count}`)
  }
}
