import { isOnMap } from '../../../scenario/index.js'
import type { Account } from '../../Account.js'
import type { Named, Unit } from '../../reading/Cast.js'
import { inForceOn, type Pact } from '../../reading/chronicle.js'
import { plotWidth } from '../../render/theme.js'
import { brief, yearEnds, yearOfDay } from '../axes.js'
import { inFrame } from './inFrame.js'
import { type Landscape, landscapeOf } from './landscape.js'

/** Values of units over time that a map carries at most: with more, it shows fewer years. */
const mostValues = 8000
/** Ties that it draws at most, the newest first; units, the most populous first. */
const mostTies = 1500
const mostUnits = 1500
/** How far positions must lie on both sides before an issue counts as contested. */
const contestedFrom = 0.05

/** A unit on the map; what changes with time has a value for each frame. */
export interface Spot {
  readonly unit: Unit
  readonly x: number
  readonly y: number
  /** Positions on the issue; empty on a map of no issue in particular. */
  readonly positions: readonly number[]
  readonly sizes: readonly number[]
}

/** The frames from `from` to before `to`. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A tie between two units or more, and the frames in which it holds. */
export interface Tie extends Span {
  readonly kind: string
  readonly parties: readonly string[]
}

/** What the size of units shows. */
export interface Sizing {
  readonly title: string
  readonly unit: string
}

/** What there is to draw on a map, and when. */
export interface MapScene {
  readonly landscape: Landscape
  readonly spots: readonly Spot[]
  readonly ties: readonly Tie[]
  /** Kinds of ties that are drawn, the most frequent first. */
  readonly kinds: readonly string[]
  /** Agreements behind the ties. */
  readonly pacts: readonly Pact[]
  /** Of twin towns one in so many is drawn. */
  readonly sampled: number
  /** Whether units are coloured by their position on an issue. */
  readonly coloured: boolean
  /** Units that lie far off and weigh next to nothing, or are too many and too small. */
  readonly outside: readonly Unit[]
  /** Tick and name of each frame, and the one that is shown first. */
  readonly ticks: readonly number[]
  readonly frames: readonly string[]
  readonly shown: number
  /** What size shows, and the largest of any unit in any frame; none where nothing is known. */
  readonly sizing: Sizing | undefined
  readonly largest: number
}

/** Whether units stand on both sides of an issue at any time of the run. */
export function isContested({ cast, tracks }: Account, issue: Named): boolean {
  let low = 0
  let high = 0
  for (const { id } of cast.units) {
    for (const v of tracks.find('position', id, issue.id) ?? []) {
      if (v < low) low = v
      if (v > high) high = v
    }
  }
  return low < -contestedFrom && high > contestedFrom
}

/**
 * Sets the scene; none where fewer than two units have a place.
 *
 * @param issue a contested issue, by whose positions units are coloured; none for a map of ties alone
 * @param about the issues whose ties are drawn
 */
export function mapScene(
  account: Account,
  issue: Named | undefined,
  about: ReadonlySet<string>,
): MapScene | undefined {
  const { cast, tracks, decisive } = account
  const placed = cast.units.filter(
    (u) =>
      Number.isFinite(u.longitude) &&
      Number.isFinite(u.latitude) &&
      (issue === undefined || tracks.find('position', u.id, issue.id)),
  )
  const kept = new Set(
    [...placed].sort((a, b) => (b.population || 0) - (a.population || 0)).slice(0, mostUnits),
  )
  const values = kept.size * yearEnds(account).length * (issue || tracks.has('emissions') ? 1 : 0)
  const every = Math.max(1, Math.ceil(values / mostValues))
  const ticks = yearEnds(account).filter((_, k, all) => (all.length - 1 - k) % every === 0)
  if (kept.size < 2 || ticks.length === 0) return undefined

  const known = new Set([...kept].map(({ id }) => id))
  const pacts = account.pacts
    .filter(
      (p) =>
        about.has(p.issue) &&
        !Number.isNaN(p.inForce) &&
        p.parties.filter((id) => known.has(id)).length > 1,
    )
    .slice(-mostTies)
  const twins =
    issue === undefined ? account.twins.filter((pair) => pair.every((id) => known.has(id))) : []
  const sampled = Math.max(1, Math.ceil(twins.length / mostTies))
  const tied = new Set([...pacts.flatMap((p) => p.parties), ...twins.flat()])
  const { size, sizing } = sizesOf(account, [...kept])
  const candidates = placed.filter((u) => kept.has(u))
  const inside = inFrame(
    candidates.map((u) => ({ ...u, weight: size(u, 0), needed: tied.has(u.id) })),
  )
  // A map of ties is drawn around those that have any.
  const around = issue === undefined && tied.size > 1
  const framed = candidates.filter(({ id }, k) => (around ? tied.has(id) : inside[k]))
  const real = cast.states.some(({ id }) => isOnMap(id))
  const landscape = landscapeOf(framed, plotWidth, real)
  const units = around ? candidates.filter((unit) => landscape.holds(unit)) : framed
  const drawn = new Set(units)
  const still = sizing === undefined || sizing.title === population.title
  const spots = units.map((unit): Spot => {
    const [x, y] = landscape.project(unit)
    const positions = issue && tracks.find('position', unit.id, issue.id)
    return {
      unit,
      x,
      y,
      positions: positions ? ticks.map((t) => brief(positions[t], 3)) : [],
      sizes: (still ? ticks.slice(0, 1) : ticks).map((t) => brief(size(unit, t), 3)),
    }
  })
  const ties = joined(
    pacts.flatMap((pact) => {
      const on = ticks.map((tick) => inForceOn(pact, tracks.timeline.start(tick + 1) - 1))
      const from = on.indexOf(true)
      const kind = cast.instrument(pact.instrument)
      const { parties } = pact
      return from < 0 ? [] : [{ kind, parties, from, to: on.lastIndexOf(true) + 1 }]
    }),
  ).concat(
    // Of twin towns only the last day is kept.
    twins
      .filter((_, k) => k % sampled === 0)
      .map((parties) => ({
        kind: 'Twin towns',
        parties,
        from: ticks.length - 1,
        to: ticks.length,
      })),
  )
  const counts = new Map<string, number>()
  for (const { kind } of ties) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return {
    landscape,
    spots,
    ties,
    kinds: [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)),
    pacts,
    sampled,
    coloured: issue !== undefined,
    outside: placed.filter((u) => !drawn.has(u)),
    ticks,
    frames: ticks.map((tick) => String(Math.floor(yearOfDay(tracks.days[tick])))),
    // The last year that has ended when most is at stake.
    shown: Math.max(
      0,
      ticks.findLastIndex((tick) => tick <= decisive),
    ),
    sizing,
    largest: Math.max(0, ...spots.map(({ sizes }) => Math.max(...sizes))),
  }
}

const population: Sizing = { title: 'Population', unit: 'person' }

/** Emissions where they were measured, else population where the scenario knows it. */
function sizesOf({ tracks }: Account, units: readonly Unit[]) {
  const emitted = (id: string, tick: number) => tracks.find('emissions', id)?.[tick] ?? 0
  if (units.some(({ id }) => emitted(id, 0) > 0)) {
    return {
      size: ({ id }: Unit, tick: number) => emitted(id, tick),
      sizing: { title: 'Emissions', unit: tracks.unit('emissions') },
    }
  }
  const known = units.some(({ population }) => population > 0)
  return {
    size: ({ population }: Unit, _tick: number) => population || 0,
    sizing: known ? population : undefined,
  }
}

/** Agreements of one kind between the same units are one line, as long as any of them holds without a break. */
function joined(ties: readonly Tie[]): Tie[] {
  const found = new Map<string, Tie[]>()
  for (const tie of [...ties].sort((a, b) => a.from - b.from)) {
    const key = JSON.stringify([tie.kind, [...tie.parties].sort()])
    const own = found.get(key) ?? []
    found.set(key, own)
    const last = own[own.length - 1]
    if (last === undefined || tie.from > last.to) own.push(tie)
    else own[own.length - 1] = { ...last, to: Math.max(last.to, tie.to) }
  }
  return [...found.values()].flat()
}
