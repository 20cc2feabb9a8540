import type { Place } from './landscape.js'

/** A place with what it weighs and whether it must be on the map. */
export interface Weighed extends Place {
  readonly weight: number
  readonly needed: boolean
}

const far = 3
const negligible = 0.01

/**
 * Which places a map should be drawn around: all but those that lie far off, weigh next to nothing and are needed by
 * nobody. Far off is more than three times the distance at which nine in ten have their nearest neighbour.
 */
export function inFrame(places: readonly Weighed[]): readonly boolean[] {
  const points = places.map(onSphere)
  const nearest = points.map((a, i) => {
    let least = Infinity
    for (let j = 0; j < points.length; j++)
      if (j !== i) least = Math.min(least, squaredChord(a, points[j]))
    return least
  })
  const sorted = [...nearest].sort((a, b) => a - b)
  const usual = sorted[Math.floor((sorted.length - 1) * 0.9)] ?? Infinity
  const total = places.reduce((sum, { weight }) => sum + weight, 0)
  return places.map(
    ({ weight, needed }, k) =>
      needed || nearest[k] <= far * far * usual || !(weight <= negligible * total),
  )
}

type Point = readonly [number, number, number]

function onSphere({ longitude, latitude }: Place): Point {
  const [l, p] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180]
  return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)]
}

/** Grows with the distance on a sphere. */
function squaredChord(a: Point, b: Point): number {
  const [x, y, z] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
  return x * x + y * y + z * z
}
