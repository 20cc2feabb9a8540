import { createRequire } from 'node:module'
import { type GeoProjection, geoConicEqualArea, geoEqualEarth, geoPath, geoStream } from 'd3-geo'
import type { GeometryObject, Position } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { simplify } from './simplify.js'

/** Places on a map, in degrees. */
export interface Place {
  readonly longitude: number
  readonly latitude: number
}

/** Land and borders in the pixels of a map of this size, and how to put places on it. */
export interface Landscape {
  readonly width: number
  readonly height: number
  readonly land: readonly (readonly Position[])[]
  readonly borders: readonly (readonly Position[])[]
  project(place: Place): readonly [number, number]
  /** Whether a place lies within the frame. */
  holds(place: Place): boolean
}

const margin = 34
const [lowest, highest] = [240, 560]

/** Least extent of a map in degrees: what lies closer together would be drawn without any land around it. */
const least = 0.8

/** Below this extent in degrees the finest outlines are needed, above the other the coarsest will do. */
const [near, wide] = [12, 90]

/**
 * The part of the earth that holds these places, by an equal-area projection chosen by their extent.
 *
 * @param real whether the places lie on this earth; around invented ones no land is drawn
 */
export function landscapeOf(places: readonly Place[], width: number, real = true): Landscape {
  const extent = extentOf(places)
  const projection = projectionFor(extent)
  const middle = (extent.south + extent.north) / 2
  const points: GeometryObject = {
    type: 'MultiPoint',
    coordinates: [
      ...places.map(({ longitude, latitude }) => [longitude, latitude]),
      [extent.longitude, Math.max(-90, middle - least / 2)],
      [extent.longitude, Math.min(90, middle + least / 2)],
    ],
  }
  projection.fitExtent(
    [
      [margin, margin],
      [width - margin, highest - margin],
    ],
    points,
  )
  const [[, top], [, bottom]] = geoPath(projection).bounds(points)
  const height = Math.round(Math.max(lowest, Math.min(highest, bottom - top + 2 * margin)))
  projection.fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    points,
  )
  projection.clipExtent([
    [0, 0],
    [width, height],
  ])
  const span = Math.max(extent.span, extent.north - extent.south)
  const atlas = readAtlas(span > wide ? '110m' : span < near ? '10m' : '50m')
  const countries = atlas.objects.countries as GeometryCollection
  const drawn = (shape: GeometryObject, closed: boolean) => trace(shape, projection, closed)
  const land = feature(atlas, atlas.objects.land)
  const shapes =
    land.type === 'FeatureCollection' ? land.features.map((f) => f.geometry) : [land.geometry]
  const project = ({ longitude, latitude }: Place): [number, number] => {
    const [x, y] = projection([longitude, latitude]) ?? [NaN, NaN]
    return [round(x), round(y)]
  }
  return {
    width,
    height,
    land: real ? shapes.flatMap((shape) => drawn(shape, true)) : [],
    borders: real
      ? drawn(
          mesh(atlas, countries, (a, b) => a !== b),
          false,
        )
      : [],
    project,
    holds(place) {
      const [x, y] = project(place)
      return x >= 0 && x <= width && y >= 0 && y <= height
    },
  }
}

function readAtlas(scale: '110m' | '50m' | '10m'): Topology {
  return createRequire(import.meta.url)(`world-atlas/countries-${scale}.json`) as Topology
}

/** Middle and span of the places; longitudes are counted from their mean direction, so that no seam divides them. */
function extentOf(places: readonly Place[]) {
  const radians = Math.PI / 180
  const sum = (of: (p: Place) => number) => places.reduce((all, p) => all + of(p), 0)
  const mean =
    Math.atan2(
      sum((p) => Math.sin(p.longitude * radians)),
      sum((p) => Math.cos(p.longitude * radians)),
    ) / radians
  const offsets = places.map(
    ({ longitude }) => ((((longitude - mean + 540) % 360) + 360) % 360) - 180,
  )
  const latitudes = places.map(({ latitude }) => latitude)
  const [west, east] = [Math.min(...offsets), Math.max(...offsets)]
  return {
    longitude: mean + (west + east) / 2,
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
    span: east - west,
  }
}

function projectionFor({
  longitude,
  south,
  north,
  span,
}: ReturnType<typeof extentOf>): GeoProjection {
  if (span > 180) return geoEqualEarth().rotate([-longitude, 0])
  const sixth = (north - south) / 6
  return geoConicEqualArea()
    .rotate([-longitude, 0])
    .center([0, (south + north) / 2])
    .parallels([south + sixth, north - sixth])
}

/** The rings or lines of a shape as they appear on the map, simplified to what the eye can tell apart. */
function trace(shape: GeometryObject, projection: GeoProjection, closed: boolean): Position[][] {
  const lines: Position[][] = []
  let line: Position[] = []
  geoStream(
    shape,
    projection.stream({
      point: (x, y) => {
        line.push([x, y])
      },
      lineStart: () => {
        line = []
      },
      lineEnd: () => {
        if (line.length > 1) lines.push(closed ? [...line, line[0]] : line)
      },
      polygonStart: () => {},
      polygonEnd: () => {},
    }),
  )
  return lines
    .map((points) => simplify(points, 0.5).map(([x, y]) => [round(x), round(y)]))
    .filter((points) => (closed ? points.length > 3 && areaOf(points) > 3 : points.length > 1))
}

function areaOf(ring: readonly Position[]): number {
  let twice = 0
  for (let k = 1; k < ring.length; k++) {
    twice += ring[k - 1][0] * ring[k][1] - ring[k][0] * ring[k - 1][1]
  }
  return Math.abs(twice) / 2
}

function round(x: number): number {
  return Math.round(x * 10) / 10
}
