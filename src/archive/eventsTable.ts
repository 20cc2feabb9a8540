import type { Happening, World } from '../world/index.js'
import { agreementId, at, dateOrNothing } from './agreementsTable.js'
import { type DataTable, numberColumn, textColumn } from './dataTable.js'

/** One row a thing that happened, in the order in which it happened. */
export function eventsTable(world: World): DataTable {
  const { rows } = world.events
  const actors = world.actors.ids
  const gates = world.view('gates').ids
  const text = (name: string, title: string, meaning: string, of: (e: Happening) => string) =>
    textColumn('string', { name, title, meaning, unit: '' }, rows.map(of))
  return {
    name: 'events',
    meaning: 'What happened in the run; one row an event, in order.',
    key: [],
    rows: rows.length,
    columns: [
      textColumn(
        'date',
        { name: 'date', title: 'Date', meaning: 'Day of the event.', unit: '' },
        rows.map((e) => dateOrNothing(e.day)),
      ),
      numberColumn(
        'integer',
        { name: 'tick', title: 'Tick', meaning: 'Tick of the event, from 0.', unit: '1' },
        Float64Array.from(rows, (e) => e.tick),
      ),
      text('mechanism', 'Mechanism', 'The mechanism that did it.', (e) => e.mechanism),
      text('event', 'Event', 'What happened.', (e) => e.type),
      text('actor', 'Actor', 'Id of the actor concerned; empty if none.', (e) =>
        at(actors, e.actor),
      ),
      text('other', 'Other actor', 'Id of the other actor concerned; empty if none.', (e) =>
        at(actors, e.other),
      ),
      text('agreement', 'Agreement', 'Agreement concerned; empty if none.', (e) =>
        agreementId(e.agreement),
      ),
      text('gate', 'Gate', 'Id of the gate concerned; empty if none.', (e) => at(gates, e.gate)),
      text('issue', 'Issue', 'Id of the issue concerned; empty if none.', (e) =>
        at(world.issues.ids, e.issue),
      ),
      numberColumn(
        'number',
        {
          name: 'value',
          title: 'Value',
          meaning: 'A number that belongs to the event.',
          unit: '1',
        },
        Float64Array.from(rows, (e) => e.value),
      ),
      text('reason', 'Reason', 'Why, in plain words.', (e) => e.reason),
    ],
  }
}
