import { type Direction, greatCircle, toSphere } from '../numeric/index.js'

/** Up to so many places, distances are kept once they have been worked out: two megabytes. */
const keptPlaces = 512

/**
 * Where actors lie. Places are kept as whole metres on a sphere, so that a distance is the same number on every
 * machine; distances are computed on demand, because a matrix of all pairs would not fit a large world. A small world
 * keeps them.
 */
export class Geography {
  private readonly x: Int32Array
  private readonly y: Int32Array
  private readonly z: Int32Array
  /** Distance from i to j at i × n + j, −1 where nobody has asked yet. */
  private readonly known: Float64Array | undefined

  /** @param latitude, longitude degrees, one of each a place */
  constructor(latitude: Float64Array, longitude: Float64Array) {
    const n = latitude.length
    this.x = new Int32Array(n)
    this.y = new Int32Array(n)
    this.z = new Int32Array(n)
    for (let i = 0; i < n; i++) {
      const place = toSphere(latitude[i], longitude[i])
      this.x[i] = place.x
      this.y[i] = place.y
      this.z[i] = place.z
    }
    if (n <= keptPlaces) this.known = new Float64Array(n * n).fill(-1)
  }

  /** Great-circle distance between two places, in kilometres. */
  distance(i: number, j: number): number {
    const { known } = this
    if (known === undefined) return this.measure(i, j)
    const at = i * this.x.length + j
    if (known[at] < 0) known[at] = this.measure(i, j)
    return known[at]
  }

  /**
   * How far the way from i to j runs along a horizontal direction at i: the cosine of the angle between them, −1 to 1;
   * 0 for a place and itself, and at the poles, where no direction is defined.
   */
  along({ east, north }: Direction, i: number, j: number): number {
    const x = this.x[i]
    const y = this.y[i]
    const z = this.z[i]
    const ring = Math.sqrt(x * x + y * y)
    const radius = Math.sqrt(x * x + y * y + z * z)
    if (ring === 0) return 0
    const dx = this.x[j] - x
    const dy = this.y[j] - y
    const dz = this.z[j] - z
    const toEast = (-y * dx + x * dy) / ring
    const toNorth = (-z * (x * dx + y * dy)) / (ring * radius) + (ring * dz) / radius
    const length = Math.sqrt(toEast * toEast + toNorth * toNorth)
    return length === 0 ? 0 : (toEast * east + toNorth * north) / length
  }

  private measure(i: number, j: number): number {
    return greatCircle(this.x[i], this.y[i], this.z[i], this.x[j], this.y[j], this.z[j])
  }
}
