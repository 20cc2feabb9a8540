import { feature, neighbors } from 'topojson-client'
import type { GeometryCollection, GeometryObject, Polygon, Topology } from 'topojson-specification'
import { toSphere } from '../numeric/index.js'

/**
 * Parts of a state that lie farther than this from the rest, island by island, are overseas. A thousand and two
 * hundred kilometres keep an exclave or a chain of islands with its state, and part a dependency on another continent.
 */
const overseasKm = 1200

/** Most corners that one part of a state is represented by in measuring how far it lies off. */
const corners = 40

/** Which states touch by land, worked out from a map: home by home, and overseas parts apart. */
export interface LandBorders {
  /** Codes of the map whose mainland touches the mainland of `code`. */
  mainland(code: string): ReadonlySet<string>
  /** Codes of the map whose mainland touches an overseas part of `code`. */
  overseas(code: string): ReadonlySet<string>
  /** Whether the map has this code. */
  has(code: string): boolean
}

interface Part {
  readonly owner: string
  readonly shape: Polygon
  overseas: boolean
}

/**
 * Works out land borders from a topology: two parts touch where they share an arc.
 *
 * @param topology the countries of world-atlas, or a map of the same form; shapes without an id are left out
 */
export function landBorders(topology: Topology): LandBorders {
  const { geometries } = topology.objects.countries as GeometryCollection
  const parts: Part[] = []
  for (const geometry of geometries) {
    if (geometry.id === undefined) continue
    const own = polygonsOf(geometry).map((shape) => ({
      owner: String(geometry.id),
      shape,
      overseas: false,
    }))
    markOverseas(own, topology)
    parts.push(...own)
  }
  const home = new Map<string, Set<string>>()
  const away = new Map<string, Set<string>>()
  for (const { owner } of parts) {
    home.set(owner, new Set())
    away.set(owner, new Set())
  }
  neighbors(parts.map((p) => p.shape)).forEach((touching, at) => {
    const { owner, overseas } = parts[at]
    for (const other of touching) {
      if (parts[other].owner === owner || parts[other].overseas) continue
      ;(overseas ? away : home).get(owner)?.add(parts[other].owner)
    }
  })
  const none: ReadonlySet<string> = new Set()
  return {
    mainland: (code) => home.get(code) ?? none,
    overseas: (code) => away.get(code) ?? none,
    has: (code) => home.has(code),
  }
}

function polygonsOf(geometry: GeometryObject): Polygon[] {
  if (geometry.type === 'Polygon') return [{ type: 'Polygon', arcs: geometry.arcs }]
  if (geometry.type !== 'MultiPolygon') return []
  return geometry.arcs.map((arcs) => ({ type: 'Polygon', arcs }))
}

/** Spreads from the largest part to all within reach of what has been reached; what is left lies overseas. */
function markOverseas(parts: readonly Part[], topology: Topology): void {
  if (parts.length < 2) return
  const points = parts.map((p) => cornersOf(p.shape, topology))
  const sizes = points.map(({ size }) => size)
  const reached = new Set([sizes.indexOf(Math.max(...sizes))])
  // A set visits what is added to it on the way.
  for (const at of reached) {
    parts.forEach((_, other) => {
      if (!reached.has(other) && near(points[at].places, points[other].places)) reached.add(other)
    })
  }
  parts.forEach((part, at) => {
    part.overseas = !reached.has(at)
  })
}

type Place = ReturnType<typeof toSphere>

function cornersOf(shape: Polygon, topology: Topology) {
  const { geometry } = feature(topology, shape)
  const ring = geometry.coordinates[0]
  let area = 0
  for (let k = 1; k < ring.length; k++)
    area += ring[k - 1][0] * ring[k][1] - ring[k][0] * ring[k - 1][1]
  const every = Math.max(1, Math.floor(ring.length / corners))
  const places = ring
    .filter((_, k) => k % every === 0)
    .map(([longitude, latitude]) => toSphere(latitude, longitude))
  return { size: Math.abs(area), places }
}

function near(some: readonly Place[], others: readonly Place[]): boolean {
  const most = square(overseasKm * 1000)
  return some.some((a) =>
    others.some((b) => square(a.x - b.x) + square(a.y - b.y) + square(a.z - b.z) < most),
  )
}

function square(x: number): number {
  return x * x
}
