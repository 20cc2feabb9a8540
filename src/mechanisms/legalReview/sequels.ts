import { sequelKinds } from '../../law/index.js'
import { logistic } from '../../numeric/index.js'
import { legalPath, never, status } from '../../world/index.js'
import { meanSupport, waitOf } from './organs.js'
import type { Proceedings } from './proceedings.js'

const lapse = sequelKinds.indexOf('lapse')
const referendum = sequelKinds.indexOf('referendum')
const stepIn = sequelKinds.indexOf('step-in')
const demand = sequelKinds.indexOf('denounce-on-demand')

/** In the place of the row of a sequel: a breach is annulled, or nothing happens. */
const annulment = -1
const nothing = -2

/** Something that happens to an act in force. */
export interface Sequence {
  readonly day: number
  readonly agreement: number
  readonly party: number
  /** Row of the sequel; −1 where a breach is annulled. */
  readonly sequel: number
}

/**
 * What happens to an act in force on one side between two days: the earliest of its sequels, or that a breach is
 * annulled. What comes at a rate comes on a day of its own; a lapse and a referendum have fixed days.
 *
 * @param to first day that no longer counts
 * @param held row of a vote that has just been held on this side
 */
export function nextSequel(
  proceedings: Proceedings,
  agreement: number,
  party: number,
  from: number,
  to: number,
  held?: number,
): Sequence | undefined {
  const { agreements, legalSequels } = proceedings.world
  const { columns, parties } = agreements
  const row = columns.firstParty[agreement] + party
  const rule = parties.rule[row]
  let day = to
  let sequel = nothing
  if (parties.path[row] === legalPath.breach && parties.due[row] !== never) {
    const noticed = Math.max(from, parties.due[row])
    if (noticed < day) {
      day = noticed
      sequel = annulment
    }
  }
  for (let at = 0; at < legalSequels.n && rule >= 0; at++) {
    if (legalSequels.rule[at] !== rule || at === held) continue
    const comes = dayOf(proceedings, agreement, party, at, from)
    if (comes >= day) continue
    day = comes
    sequel = at
  }
  return sequel === nothing ? undefined : { day, agreement, party, sequel }
}

/** Day on which a sequel comes, from a day on; `never` if it does not. */
function dayOf(proceedings: Proceedings, a: number, p: number, at: number, from: number): number {
  const { agreements, legalSequels: s } = proceedings.world
  const { columns: c, parties } = agreements
  const kind = s.kind[at]
  if (kind === lapse || kind === referendum) {
    const day = c.inForceOn[a] + s.days[at]
    return day >= from ? day : never
  }
  // Taken over once is taken over for good.
  if (kind === stepIn && parties.acts[c.firstParty[a] + p] !== never) return never
  const rate = rateOf(proceedings, a, p, kind)
  // Most have a rate of nothing, for which chance need not be asked.
  const u = rate > 0 ? proceedings.draw(a, p, at % 32, 'sequel') : 0
  return from + waitOf(rate, u)
}

function rateOf(proceedings: Proceedings, a: number, p: number, kind: number): number {
  const { world, context } = proceedings
  const { setAside, neglect } = context.parameters
  if (kind === stepIn) return neglect
  const { agreements, actors, n } = world
  const issue = agreements.columns.issue[a]
  const state = proceedings.docket.stateOf(agreements.party(a, p))
  const line = actors.line[issue * n + state] * proceedings.direction(a)
  return setAside * Math.max(0, -line)
}

/** Lets it happen. */
export function apply(
  proceedings: Proceedings,
  { agreement: a, party: p, day, sequel }: Sequence,
): void {
  const { agreements, legalSequels: s, legalOrgans } = proceedings.world
  const { columns: c, parties } = agreements
  const row = c.firstParty[a] + p
  if (sequel < 0) {
    parties.due[row] = never
    end(proceedings, a, p, day, 'annulled', 'the breach came to notice')
    return
  }
  const organ = legalOrgans.ids[s.organ[sequel]]
  switch (s.kind[sequel]) {
    case lapse:
      c.status[a] = status.expired
      c.endsOn[a] = day
      proceedings.tell('lapsed', a, p, day, 'its time in law is over')
      break
    case stepIn:
      // The day on which the state took it over stands in a column that a case in force has no other use for.
      parties.acts[row] = day
      proceedings.tell('takenOver', a, p, day, `step-in, ${organ}`)
      break
    case referendum:
      vote(proceedings, a, p, day, sequel)
      break
    case demand:
      end(proceedings, a, p, day, 'denounced', `denounce-on-demand, ${organ}`)
      break
    default:
      end(proceedings, a, p, day, 'overridden', `override, ${organ}`)
  }
}

function end(
  proceedings: Proceedings,
  a: number,
  p: number,
  day: number,
  type: string,
  why: string,
): void {
  const { columns: c } = proceedings.world.agreements
  c.status[a] = status.terminated
  c.endsOn[a] = day
  proceedings.tell(type, a, p, day, why)
}

/** Units of the state that are against the act may ask for a vote on the last day for it; enough of them get one. */
function vote(proceedings: Proceedings, a: number, p: number, day: number, sequel: number): void {
  const { world, context } = proceedings
  const { agreements, actors, legalSequels, n } = world
  const issue = agreements.columns.issue[a]
  const state = proceedings.docket.stateOf(agreements.party(a, p))
  const direction = proceedings.direction(a)
  let asking = 0
  for (const i of world.unitsOf(state)) {
    const at = issue * n + i
    const chance = context.parameters.petition * Math.min(1, actors.salience[at])
    if (actors.position[at] * direction < 0 && context.draws.at(i, a) < chance) asking++
  }
  if (asking < legalSequels.units[sequel]) return
  proceedings.tell('referendum', a, p, day, `asked for by ${asking} units`, asking)
  const support = meanSupport(world, { state, issue, direction, step: 'national-parliament' })
  const yes = logistic(context.parameters.interest * support)
  if (proceedings.draw(a, p, sequel % 32, 'ask') >= yes)
    end(proceedings, a, p, day, 'votedDown', `${asking} units had asked for the vote`)
}
