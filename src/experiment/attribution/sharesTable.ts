import {
  type AttributionResult,
  type CauseShare,
  type DataTable,
  textColumn,
} from '../../archive/index.js'
import { estimateColumns, idColumn } from '../estimateColumns.js'

/** What each cause contributes: one row a setting, outcome and cause. */
export function sharesTable({ settings }: AttributionResult): DataTable {
  const rows = settings.flatMap((setting) =>
    setting.outcomes.flatMap(({ outcome, unit, shares }) =>
      shares.map((share) => ({ setting: setting.id, outcome: outcome.id, unit, share })),
    ),
  )
  const shares = rows.map(({ share }) => share)
  const column = (key: keyof Omit<CauseShare, 'cause'>, title: string, meaning: string) =>
    estimateColumns(
      key,
      title,
      meaning,
      shares.map((share) => share[key]),
    )
  return {
    name: 'shares',
    meaning: 'What each cause contributes to each outcome; one row a setting, outcome and cause.',
    key: ['setting', 'outcome', 'cause'],
    rows: rows.length,
    columns: [
      ...idColumns(rows),
      idColumn(
        'cause',
        'Cause',
        shares.map(({ cause }) => cause),
      ),
      unitColumn(rows),
      ...column('shapley', 'Shapley share', 'mean contribution over all orders of the causes'),
      ...column(
        'asymmetric',
        'Asymmetric share',
        'mean contribution over the orders that the declared dependencies allow',
      ),
      ...column('firstIn', 'First in', 'contribution where it is the only cause'),
      ...column('lastOut', 'Last out', 'contribution where all other causes are there'),
      ...column(
        'necessity',
        'Necessity',
        'of runs in which it happens with all causes, the share in which it does not without this one',
      ),
      ...column(
        'sufficiency',
        'Sufficiency',
        'of runs in which it does not happen without any cause, the share in which it does with this one alone',
      ),
    ],
  }
}

/** Interactions of pairs of causes: one row a setting, outcome and pair. */
export function interactionsTable({ settings }: AttributionResult): DataTable {
  const rows = settings.flatMap((setting) =>
    setting.outcomes.flatMap(({ outcome, unit, interactions }) =>
      interactions.map((pair) => ({ setting: setting.id, outcome: outcome.id, unit, pair })),
    ),
  )
  const pairs = rows.map(({ pair }) => pair)
  return {
    name: 'interactions',
    meaning: 'How pairs of causes work together; one row a setting, outcome and pair.',
    key: ['setting', 'outcome', 'a', 'b'],
    rows: rows.length,
    columns: [
      ...idColumns(rows),
      idColumn(
        'a',
        'First cause',
        pairs.map(({ a }) => a),
      ),
      idColumn(
        'b',
        'Second cause',
        pairs.map(({ b }) => b),
      ),
      unitColumn(rows),
      ...estimateColumns(
        'index',
        'Interaction',
        'Shapley interaction index (Grabisch and Roubens 1999), what the two bring together beyond what each brings',
        pairs.map(({ index }) => index),
      ),
    ],
  }
}

interface Placed {
  readonly setting: string
  readonly outcome: string
  readonly unit: string
}

function idColumns(rows: readonly Placed[]) {
  return [
    idColumn(
      'setting',
      'Setting',
      rows.map(({ setting }) => setting),
    ),
    idColumn(
      'outcome',
      'Outcome',
      rows.map(({ outcome }) => outcome),
    ),
  ]
}

function unitColumn(rows: readonly Placed[]) {
  const meaning = 'Unit of the numbers in this row; 1 for differences of probabilities.'
  return textColumn(
    'string',
    { name: 'unit', title: 'Unit', meaning, unit: '' },
    rows.map(({ unit }) => unit),
  )
}
