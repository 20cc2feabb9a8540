import { greatCircle, type SpherePoint, toSphere } from '../../numeric/index.js'

/** Some cities of one state that lie together: a box of the map, halved and halved again. */
export interface Box {
  readonly state: number
  /** Its cities are those from `first` to `end` − 1 in the order of the tree. */
  readonly first: number
  readonly end: number
  /** Sum of its cities' weights. */
  readonly weight: number
  /** A place in its middle, and the largest distance of a city from it, in kilometres. */
  readonly middle: SpherePoint
  readonly reach: number
  /** The quarters that have cities; none if it is not divided. */
  readonly parts: readonly Box[]
}

/** What the tree is made of; arrays by rows of actors. */
export interface Placed {
  readonly state: Int32Array
  readonly latitude: Float64Array
  readonly longitude: Float64Array
  readonly x: Int32Array
  readonly y: Int32Array
  readonly z: Int32Array
  /** How much a city counts. */
  readonly weight: Float64Array
}

/** Boxes are halved no further: at 2^14 they are two kilometres wide. */
const deepest = 14

/**
 * Divides each state's cities into boxes within boxes, down to single cities. The boxes are halves of halves of the
 * whole map: where they lie does not depend on where cities lie.
 *
 * @param order the cities' rows; on return in the order of the tree
 * @returns one box a state, in order of their first cities
 */
export function divide(order: Int32Array, placed: Placed): Box[] {
  const { state } = placed
  const scratch = new Int32Array(order.length)
  const quarterOf = new Uint8Array(order.length)
  const groups = new Map<number, number[]>()
  for (const i of order) {
    const group = groups.get(state[i])
    if (group) group.push(i)
    else groups.set(state[i], [i])
  }
  let at = 0
  return [...groups.values()].map((group) => {
    const first = at
    for (const i of group) order[at++] = i
    return box(first, at, -180, -90, 360, 180, 0)
  })

  function box(
    first: number,
    end: number,
    west: number,
    south: number,
    width: number,
    height: number,
    depth: number,
  ): Box {
    const parts: Box[] = []
    if (end - first > 1 && depth < deepest) {
      const bounds = quarter(first, end, west + width / 2, south + height / 2)
      for (let q = 0; q < 4; q++) {
        if (bounds[q + 1] === bounds[q]) continue
        const [x, y] = [west + (q % 2) * (width / 2), south + (q >> 1) * (height / 2)]
        parts.push(box(bounds[q], bounds[q + 1], x, y, width / 2, height / 2, depth + 1))
      }
      // A box whose cities all lie in one quarter is that quarter.
      if (parts.length === 1) return parts[0]
    }
    return { state: state[order[first]], first, end, parts, ...extent(first, end) }
  }

  /** Sorts cities by the quarter that they lie in; returns where each quarter begins, and the end. */
  function quarter(first: number, end: number, x: number, y: number): number[] {
    const counts = [0, 0, 0, 0]
    for (let k = first; k < end; k++) {
      const i = order[k]
      quarterOf[k] = (placed.longitude[i] >= x ? 1 : 0) + (placed.latitude[i] >= y ? 2 : 0)
      counts[quarterOf[k]]++
    }
    const bounds = [first, 0, 0, 0, end]
    for (let q = 1; q < 4; q++) bounds[q] = bounds[q - 1] + counts[q - 1]
    const next = bounds.slice()
    for (let k = first; k < end; k++) scratch[next[quarterOf[k]]++] = order[k]
    order.set(scratch.subarray(first, end), first)
    return bounds
  }

  function extent(first: number, end: number): Pick<Box, 'weight' | 'middle' | 'reach'> {
    let [west, east, south, north, weight] = [180, -180, 90, -90, 0]
    for (let k = first; k < end; k++) {
      const i = order[k]
      west = Math.min(west, placed.longitude[i])
      east = Math.max(east, placed.longitude[i])
      south = Math.min(south, placed.latitude[i])
      north = Math.max(north, placed.latitude[i])
      weight += placed.weight[i]
    }
    const middle = toSphere((south + north) / 2, (west + east) / 2)
    let reach = 0
    for (let k = first; k < end; k++) reach = Math.max(reach, away(middle, placed, order[k]))
    return { weight, middle, reach }
  }
}

/** Distance of a city from a place, in kilometres. */
function away({ x, y, z }: SpherePoint, placed: Placed, i: number): number {
  return greatCircle(x, y, z, placed.x[i], placed.y[i], placed.z[i])
}

/**
 * The least distance between two cities of two boxes that can be: a bound, in kilometres. Ten metres are taken off
 * for the rounding of places to a metre.
 */
export function gapBetween(a: Box, b: Box): number {
  const [p, q] = [a.middle, b.middle]
  return greatCircle(p.x, p.y, p.z, q.x, q.y, q.z) - a.reach - b.reach - 0.01
}
