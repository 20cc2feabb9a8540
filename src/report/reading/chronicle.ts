import { type ArchivedRun, numbersOf, textsOf } from '../../archive/index.js'
import { parseDate } from '../../calendar/index.js'

/** One row of `events.csv`; ids are empty where none is concerned. */
export interface Occurrence {
  readonly day: number
  readonly tick: number
  readonly mechanism: string
  readonly event: string
  readonly actor: string
  readonly other: string
  readonly agreement: string
  readonly gate: string
  readonly issue: string
  readonly value: number
  readonly reason: string
}

/** One row of `agreements.csv`; days that did not come are NaN. */
export interface Pact {
  readonly id: string
  readonly instrument: string
  readonly issue: string
  readonly status: string
  readonly parties: readonly string[]
  readonly proposed: number
  readonly signed: number
  readonly inForce: number
  readonly ends: number
}

/** What happened, in order. */
export function occurrencesOf({ events }: ArchivedRun): readonly Occurrence[] {
  const dates = days(textsOf(events, 'date'))
  const ticks = numbersOf(events, 'tick')
  const values = numbersOf(events, 'value')
  const text = (name: string) => textsOf(events, name)
  const [mechanism, event, actor, other] = ['mechanism', 'event', 'actor', 'other'].map(text)
  const [agreement, gate, issue, reason] = ['agreement', 'gate', 'issue', 'reason'].map(text)
  return dates.map((day, r) => ({
    day,
    tick: ticks[r],
    mechanism: mechanism[r],
    event: event[r],
    actor: actor[r],
    other: other[r],
    agreement: agreement[r],
    gate: gate[r],
    issue: issue[r],
    value: values[r],
    reason: reason[r],
  }))
}

/** Towns that are twinned at the end of the run; none in a world without such ties. */
export function twinsOf({ twins }: ArchivedRun): readonly (readonly [string, string])[] {
  if (twins === undefined) return []
  const second = textsOf(twins, 'second')
  return textsOf(twins, 'first').map((first, r) => [first, second[r]])
}

/** The ledger, in order of proposal. */
export function pactsOf({ agreements }: ArchivedRun): readonly Pact[] {
  const text = (name: string) => textsOf(agreements, name)
  const [id, instrument, issue, status, parties] = [
    'id',
    'instrument',
    'issue',
    'status',
    'parties',
  ].map(text)
  const [proposed, signed, inForce, ends] = ['proposed', 'signed', 'in_force', 'ends'].map((name) =>
    days(text(name)),
  )
  return id.map((_, r) => ({
    id: id[r],
    instrument: instrument[r],
    issue: issue[r],
    status: status[r],
    parties: parties[r].split('|'),
    proposed: proposed[r],
    signed: signed[r],
    inForce: inForce[r],
    ends: ends[r],
  }))
}

function days(texts: readonly string[]): number[] {
  return texts.map((text) => parseDate(text) ?? NaN)
}

/** Is the agreement in force on this day? One that stands when the run is over has not ended, whatever its term. */
export function inForceOn({ inForce, ends, status }: Pact, day: number): boolean {
  return inForce <= day && (status === 'inForce' || !(ends <= day))
}
