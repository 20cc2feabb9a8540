import { formatDate } from '../calendar/index.js'
import {
  agreementStatuses,
  centralResponses,
  legalPaths,
  never,
  reaches,
  type World,
} from '../world/index.js'
import { reachIn } from './agreementReach.js'
import { formatNumber } from './csv.js'
import { type DataColumn, type DataTable, numberColumn, textColumn } from './dataTable.js'

/** Between the parts of a cell that lists one thing for each party. */
export const partSeparator = '|'

/** The name of an agreement in result files: `A1` is the first row of the ledger; empty for none. */
export function agreementId(row: number): string {
  return row < 0 ? '' : `A${row + 1}`
}

/** An ISO date, or nothing for a day that did not come. */
export function dateOrNothing(day: number): string {
  return day >= never ? '' : formatDate(day)
}

/** One row an agreement, in the order of proposal. */
export function agreementsTable(world: World): DataTable {
  const { agreements: ledger } = world
  const { columns: c, parties: p, n } = ledger
  const instruments = world.view('instruments').ids
  const issues = world.issues.ids
  const rows = Array.from({ length: n }, (_, row) => row)
  const each = (row: number, part: (p: number) => string) =>
    Array.from({ length: c.partyCount[row] }, (_, k) => part(c.firstParty[row] + k)).join(
      partSeparator,
    )
  const text = (name: string, title: string, meaning: string, of: (row: number) => string) =>
    textColumn('string', { name, title, meaning, unit: '' }, rows.map(of))
  const date = (name: string, title: string, meaning: string, days: Int32Array) =>
    textColumn(
      'date',
      { name, title, meaning, unit: '' },
      rows.map((row) => dateOrNothing(days[row])),
    )
  const number = (name: string, title: string, meaning: string, values: Float64Array) =>
    numberColumn('number', { name, title, meaning, unit: '1' }, values.slice(0, n))

  const reach = reachIn(world)
  const columns: DataColumn[] = [
    text('id', 'Agreement', 'Number of the agreement in the order of proposal.', agreementId),
    text('instrument', 'Instrument', 'Id of the instrument.', (r) =>
      at(instruments, c.instrument[r]),
    ),
    text('issue', 'Issue', 'Id of the issue.', (r) => at(issues, c.issue[r])),
    text(
      'status',
      'Status',
      `Where it stood at the end of the run: ${agreementStatuses.join(', ')}.`,
      (r) => at(agreementStatuses, c.status[r]),
    ),
    text('parties', 'Parties', 'Ids of the parties, the proposing one first, joined by |.', (r) =>
      each(r, (k) => at(world.actors.ids, p.actor[k])),
    ),
    date('proposed', 'Proposed', 'Day of the proposal.', c.proposedOn),
    date(
      'signed',
      'Signed',
      'Day on which the last party agreed; empty if it did not.',
      c.signedOn,
    ),
    date('in_force', 'In force', 'Day on which it took effect; empty if it did not.', c.inForceOn),
    date(
      'ends',
      'Ends',
      'Day on which it ended or is to end; empty if open. A term that runs out within a step is looked at in the next one: one whose status is inForce stands.',
      c.endsOn,
    ),
    number(
      'commitment',
      'Commitment',
      'Cut that each party promises, as a share of its starting emissions.',
      c.commitment,
    ),
    numberColumn(
      'number',
      {
        name: 'appeal',
        title: 'Appeal',
        meaning: 'Utility of the tie to either side, before chance.',
        unit: 'logit',
      },
      c.appeal.slice(0, n),
    ),
    number(
      'effect',
      'Effect',
      'Political effect, relative to a full agreement in force.',
      c.effect,
    ),
    number(
      'benefit',
      'Benefit',
      'What it has brought each party and is still felt at the end of the run, in years of usual contact.',
      c.benefit,
    ),
    numberColumn(
      'integer',
      { name: 'renewals', title: 'Renewals', meaning: 'Times that it was renewed.', unit: '1' },
      Float64Array.from(c.renewals.subarray(0, n)),
    ),
    numberColumn(
      'number',
      {
        name: 'grant',
        title: 'Grant',
        meaning: 'Outside money for the whole of its term; 0 for none.',
        unit: 'EUR',
      },
      c.grant.slice(0, n),
    ),
    text('call', 'Call', 'Id of the call that gave the money; empty for none.', (r) =>
      at(world.view('calls').ids, c.call[r]),
    ),
    text(
      'instead_of',
      'Instead of',
      'Act that the law did not let pass and that this one replaces informally; empty if none.',
      (r) => agreementId(c.insteadOf[r]),
    ),
    text(
      'duchacek',
      'Reach',
      `Reach of a tie between units of two states after Duchacek: ${reaches.join(', ')}; empty for others.`,
      (r) => (c.partyCount[r] < 2 ? '' : reach(ledger.party(r, 0), ledger.party(r, 1))),
    ),
    text(
      'consents',
      'Consents',
      'For each party whether it agreed (1) or not (0), joined by |.',
      (r) => each(r, (k) => String(p.consent[k])),
    ),
    text(
      'cleared',
      'Cleared',
      'For each party whether the law of its own state is satisfied (1) or not (0), joined by |.',
      (r) => each(r, (k) => String(p.cleared[k])),
    ),
    text(
      'paths',
      'Legal paths',
      `For each party how its act passed the law of its state (${legalPaths.join(', ')}), joined by |.`,
      (r) => each(r, (k) => at(legalPaths, p.path[k])),
    ),
    text(
      'responses',
      'Central responses',
      `For each party how its centre answered (${centralResponses.join(', ')}), joined by |.`,
      (r) => each(r, (k) => at(centralResponses, p.response[k])),
    ),
    text(
      'voices',
      'Voices',
      'For each party the weight of the agreement in what its centre hears (1 full), joined by |.',
      (r) => each(r, (k) => formatNumber(p.voice[k])),
    ),
  ]
  return {
    name: 'agreements',
    meaning: 'The ledger of agreements at the end of the run; one row an agreement.',
    key: ['id'],
    rows: n,
    columns,
  }
}

/** The id of a row, or nothing for −1. */
export function at(ids: readonly string[], row: number): string {
  return ids[row] ?? ''
}
