/** Areas of the smallest and the largest mark on a map, in square pixels. */
export const smallestMark = 10
export const largestMark = 900

/** Radius of the mark for a value, if the largest value has the largest mark. */
export function markRadius(value: number, largest: number): number {
  const share = largest > 0 ? value / largest : 0
  return Math.sqrt((smallestMark + share * (largestMark - smallestMark)) / Math.PI)
}
