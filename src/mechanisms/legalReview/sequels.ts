import { sequelKinds } from '../../law/index.js'
import { logistic } from '../../numeric/index.js'
import { legalPath, never, status } from '../../world/index.js'
import { meanSupport, waitOf } from './organs.js'
import type { Proceedings } from './proceedings.js'

const lapse = sequelKinds.indexOf('lapse')
const referendum = sequelKinds.indexOf('referendum')
const stepIn = sequelKinds.indexOf('step-in')
const demand = sequelKinds.indexOf('denounce-on-demand')

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
  const { agreements, legalSequels: s } = proceedings.world
  const { columns: c, parties } = agreements
  const row = c.firstParty[agreement] + party
  let first: Sequence | undefined
  const offer = (day: number, sequel: number) => {
    if (day >= to || (first && first.day <= day)) return
    first = { day, agreement, party, sequel }
  }
  if (parties.path[row] === legalPath.breach && parties.due[row] !== never)
    offer(Math.max(from, parties.due[row]), -1)
  if (parties.rule[row] < 0) return first
  for (let at = 0; at < s.n; at++) {
    if (s.rule[at] !== parties.rule[row]) continue
    const fixed = s.kind[at] === lapse || s.kind[at] === referendum
    if (fixed) {
      const day = c.inForceOn[agreement] + s.days[at]
      if (day >= from && at !== held) offer(day, at)
      continue
    }
    // Taken over once is taken over for good.
    if (s.kind[at] === stepIn && parties.acts[row] !== never) continue
    const u = proceedings.draw(agreement, party, at % 32, 'sequel')
    offer(from + waitOf(rateOf(proceedings, agreement, party, s.kind[at]), u), at)
  }
  return first
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
