import { type Direction, greatCircle, log, toSphere } from '../numeric/index.js'

/** Up to so many places, logarithms of distances are kept once they have been worked out: two megabytes. */
const keptPlaces = 512

/**
 * Where actors lie. Places are kept as whole metres on a sphere, so that a distance is the same number on every
 * machine; distances are computed on demand, because a matrix of all pairs would not fit a large world. A small world
 * keeps their logarithms.
 */
export class Geography {
  private readonly x: Int32Array
  private readonly y: Int32Array
  private readonly z: Int32Array
  /** Logarithm of the kilometres from i to j at i × n + j, −1 where nobody has asked yet. */
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
    return greatCircle(this.x[i], this.y[i], this.z[i], this.x[j], this.y[j], this.z[j])
  }

  /**
   * Natural logarithms of the distances from one place to several others, in kilometres; below 1 km counts as 1.
   *
   * @param others of which the first `count` are meant
   * @param out receives one number for each of the others, in their order
   */
  logDistances(i: number, others: Int32Array, count: number, out: Float64Array): void {
    const { known } = this
    const row = i * this.x.length
    for (let c = 0; c < count; c++) {
      const j = others[c]
      if (known === undefined) out[c] = this.logDistance(i, j)
      else {
        if (known[row + j] < 0) known[row + j] = this.logDistance(i, j)
        out[c] = known[row + j]
      }
    }
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

  private logDistance(i: number, j: number): number {
    return log(Math.max(1, this.distance(i, j)))
  }
}
