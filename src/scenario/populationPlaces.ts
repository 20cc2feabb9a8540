import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import countries from 'i18n-iso-countries'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { asin, earthRadius, toSphere } from '../numeric/index.js'

/** A place in degrees, to five decimals: about a metre. */
export interface Spot {
  readonly latitude: number
  readonly longitude: number
}

/** Uniform numbers in [0, 1): draw k of one city. */
export type Chance = (k: number) => number

type Ring = readonly (readonly number[])[]

/** Points are tried so often; a country that is nearly all bays would need more, and there is none. */
const mostTries = 10_000

/**
 * The land of one country, from which places are drawn. Its outline is taken as straight between the points of the
 * map in longitude and latitude.
 */
export class Outline {
  private readonly parts: readonly Part[]
  private readonly area: number

  constructor(polygons: readonly (readonly Ring[])[]) {
    const found = polygons.map((rings) => new Part(rings)).filter((part) => part.area > 0)
    this.parts = found
    this.area = found.reduce((sum, part) => sum + part.area, 0)
  }

  /** A place drawn evenly over the country's area. */
  place(chance: Chance): Spot {
    let rest = chance(0) * this.area
    const part = this.parts.find(({ area }) => {
      rest -= area
      return rest < 0
    })
    return (part ?? this.parts[this.parts.length - 1]).place(chance)
  }

  contains({ latitude, longitude }: Spot): boolean {
    return this.parts.some((part) => part.contains(longitude, latitude))
  }
}

/** One piece of land, with its lakes. */
class Part {
  /** Area in units that compare parts: steradians but for a constant. */
  readonly area: number
  private readonly west: number
  private readonly east: number
  private readonly south: number
  private readonly north: number
  /** Edges by bands of latitude: west to east ends do not matter, x1, y1, x2, y2 of each edge do. */
  private readonly bands: readonly Float64Array[]

  constructor(rings: readonly Ring[]) {
    const xs = rings[0].map(([x]) => x)
    const ys = rings[0].map(([, y]) => y)
    this.west = xs.reduce((a, b) => Math.min(a, b))
    this.east = xs.reduce((a, b) => Math.max(a, b))
    this.south = ys.reduce((a, b) => Math.min(a, b))
    this.north = ys.reduce((a, b) => Math.max(a, b))
    this.area = rings.reduce(
      (sum, ring, at) => sum + (at === 0 ? 1 : -1) * Math.abs(areaOf(ring)),
      0,
    )
    this.bands = banded(rings, this.south, this.north)
  }

  place(chance: Chance): Spot {
    // Even over the sphere: even in the height above the equator's plane. Heights are whole metres, so portable.
    const low = heightOf(this.south)
    const high = heightOf(this.north)
    for (let k = 1; k < mostTries; k += 2) {
      const latitude = rounded(
        (asin((low + chance(k) * (high - low)) / earthRadius) * 180) / Math.PI,
      )
      const longitude = rounded(this.west + chance(k + 1) * (this.east - this.west))
      if (this.contains(longitude, latitude)) return { latitude, longitude }
    }
    throw new Error('No place was found within the outline.')
  }

  /** Even–odd rule: a line to the east crosses the outline an odd number of times. */
  contains(x: number, y: number): boolean {
    if (!(x >= this.west && x <= this.east && y >= this.south && y < this.north)) return false
    const edges = this.bands[bandOf(y, this.south, this.north, this.bands.length)]
    let inside = false
    for (let e = 0; e < edges.length; e += 4) {
      const y1 = edges[e + 1]
      const y2 = edges[e + 3]
      if (y1 > y === y2 > y) continue
      if (x < edges[e] + ((y - y1) / (y2 - y1)) * (edges[e + 2] - edges[e])) inside = !inside
    }
    return inside
  }
}

/** Height of a latitude above the equator's plane in whole metres. */
function heightOf(latitude: number): number {
  return toSphere(latitude, 0).z
}

function rounded(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000
}

/** Signed area of a ring: the integral of height over longitude. */
function areaOf(ring: Ring): number {
  let sum = 0
  for (let p = 1; p < ring.length; p++) {
    const [x1, y1] = ring[p - 1]
    const [x2, y2] = ring[p]
    sum += (x2 - x1) * (heightOf(y1) + heightOf(y2))
  }
  return sum
}

/** The edges that touch each of some bands of latitude, so that a test looks at few of them. */
function banded(rings: readonly Ring[], south: number, north: number): Float64Array[] {
  const points = rings.reduce((sum, ring) => sum + ring.length, 0)
  const count = Math.max(1, Math.min(512, points >> 2))
  const bands: number[][] = Array.from({ length: count }, () => [])
  for (const ring of rings) {
    for (let p = 1; p < ring.length; p++) {
      const [x1, y1] = ring[p - 1]
      const [x2, y2] = ring[p]
      const first = bandOf(Math.min(y1, y2), south, north, count)
      const last = bandOf(Math.max(y1, y2), south, north, count)
      for (let band = first; band <= last; band++) bands[band].push(x1, y1, x2, y2)
    }
  }
  return bands.map((band) => Float64Array.from(band))
}

function bandOf(y: number, south: number, north: number, count: number): number {
  const band = Math.floor(((y - south) / (north - south)) * count)
  return band < 0 ? 0 : band >= count ? count - 1 : band
}

/** Outlines of countries from Natural Earth at 1:50 million, as the package world-atlas ships it. */
export class Atlas {
  private readonly map: Topology<{ countries: GeometryCollection }>
  private readonly outlines = new Map<string, Outline | undefined>()

  constructor() {
    const path = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
    this.map = JSON.parse(readFileSync(path, 'utf8')) as typeof this.map
  }

  /** @param code ISO 3166-1, two letters; undefined for what the map does not have */
  outline(code: string): Outline | undefined {
    if (!this.outlines.has(code)) this.outlines.set(code, this.trace(code))
    return this.outlines.get(code)
  }

  private trace(code: string): Outline | undefined {
    const number = countries.alpha2ToNumeric(code)
    if (number === undefined) return undefined
    const { countries: all } = this.map.objects
    const polygons = all.geometries
      .filter(({ id }) => id !== undefined && String(id) === number)
      .flatMap((geometry) => {
        const found = feature(this.map, geometry)
        const shape = 'geometry' in found ? found.geometry : undefined
        if (shape?.type === 'Polygon') return [shape.coordinates]
        return shape?.type === 'MultiPolygon' ? shape.coordinates : []
      })
    return polygons.length === 0 ? undefined : new Outline(polygons)
  }
}
