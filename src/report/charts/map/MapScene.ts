import type { Account } from '../../Account.js'
import type { Named, Unit } from '../../reading/Cast.js'
import { inForceOn, type Pact } from '../../reading/chronicle.js'
import { plotWidth } from '../../render/theme.js'
import { brief, yearEnds, yearOfDay } from '../axes.js'
import { inFrame } from './inFrame.js'
import { type Landscape, landscapeOf } from './landscape.js'

/** Values of units over time that a map carries at most: with more, it shows fewer years. */
const mostValues = 8000
/** Ties that it draws at most, the newest first. */
const mostTies = 1500

/** A unit on the map, with its position and emissions frame by frame. */
export interface Spot {
  readonly unit: Unit
  readonly x: number
  readonly y: number
  readonly positions: readonly number[]
  readonly sizes: readonly number[]
}

/** The frames from `from` to before `to`. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** An agreement and the frames in which it is in force. */
export interface Tie extends Span {
  readonly pact: Pact
}

/** What there is to draw on a map, and when. */
export interface MapScene {
  readonly landscape: Landscape
  readonly spots: readonly Spot[]
  readonly ties: readonly Tie[]
  /** Units that lie far off and weigh next to nothing. */
  readonly outside: readonly Unit[]
  /** Tick and name of each frame, and the one that is shown first. */
  readonly ticks: readonly number[]
  readonly frames: readonly string[]
  readonly shown: number
  /** The largest emissions of any unit in any frame; 0 where they were not measured. */
  readonly largest: number
}

/** Sets the scene for an issue; none where fewer than two units have a place and a position. */
export function mapScene(account: Account, issue: Named): MapScene | undefined {
  const { cast, tracks, pacts, decisive, lastDay } = account
  const placed = cast.units.filter(
    (u) =>
      Number.isFinite(u.longitude) &&
      Number.isFinite(u.latitude) &&
      tracks.find('position', u.id, issue.id),
  )
  const every = Math.ceil((placed.length * yearEnds(account).length) / mostValues)
  const ticks = yearEnds(account).filter((_, k, all) => (all.length - 1 - k) % every === 0)
  if (placed.length < 2 || ticks.length === 0) return undefined
  const signed = pacts
    .filter((p) => p.issue === issue.id && p.inForce <= lastDay && p.parties.length > 1)
    .slice(-mostTies)
  const tied = new Set(signed.flatMap((p) => p.parties))
  const size = (id: string, tick: number) => tracks.find('emissions', id)?.[tick] ?? 0
  const inside = inFrame(
    placed.map((u) => ({ ...u, weight: size(u.id, 0), needed: tied.has(u.id) })),
  )
  const units = placed.filter((_, k) => inside[k])
  const landscape = landscapeOf(units, plotWidth)
  const spots = units.map((unit): Spot => {
    const [x, y] = landscape.project(unit)
    const positions = tracks.find('position', unit.id, issue.id)!
    return {
      unit,
      x,
      y,
      positions: ticks.map((t) => brief(positions[t], 3)),
      sizes: ticks.map((t) => brief(size(unit.id, t), 3)),
    }
  })
  return {
    landscape,
    spots,
    ties: signed.flatMap((pact) => {
      const on = ticks.map((tick) => inForceOn(pact, tracks.timeline.start(tick + 1) - 1))
      const from = on.indexOf(true)
      return from < 0 ? [] : [{ pact, from, to: on.lastIndexOf(true) + 1 }]
    }),
    outside: placed.filter((_, k) => !inside[k]),
    ticks,
    frames: ticks.map((tick) => String(Math.floor(yearOfDay(tracks.days[tick])))),
    // The last year that has ended when most is at stake.
    shown: Math.max(
      0,
      ticks.findLastIndex((tick) => tick <= decisive),
    ),
    largest: Math.max(0, ...spots.map(({ sizes }) => Math.max(...sizes))),
  }
}
