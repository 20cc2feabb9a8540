import {
  type AttributionOutcome,
  type AttributionResult,
  type CauseShare,
  type DataTable,
  type Estimate,
  numberColumn,
  textColumn,
} from '../../archive/index.js'

/** What each cause contributes: one row a setting, outcome and cause. */
export function sharesTable({ settings }: AttributionResult): DataTable {
  const rows = settings.flatMap((setting) =>
    setting.outcomes.flatMap((outcome) =>
      outcome.shares.map((share) => ({ setting: setting.id, outcome, share })),
    ),
  )
  const of = (pick: (outcome: AttributionOutcome, share: CauseShare) => string) =>
    rows.map(({ outcome, share }) => pick(outcome, share))
  return {
    name: 'shares',
    meaning: 'What each cause contributes to each outcome; one row a setting, outcome and cause.',
    key: ['setting', 'outcome', 'cause'],
    rows: rows.length,
    columns: [
      text(
        'setting',
        'Setting',
        'Id of the setting.',
        rows.map(({ setting }) => setting),
      ),
      text(
        'outcome',
        'Outcome',
        'Id of the outcome.',
        of(({ outcome }) => outcome.id),
      ),
      text(
        'cause',
        'Cause',
        'Id of the cause.',
        of((_, { cause }) => cause),
      ),
      text(
        'unit',
        'Unit',
        'Unit of contributions: years for dates.',
        of(({ unit }) => unit),
      ),
      ...Object.entries(contributions).flatMap(([name, [title, meaning]]) =>
        estimateColumns(
          name,
          title,
          meaning,
          rows.map(({ share }) => share[name as keyof typeof contributions]),
        ),
      ),
    ],
  }
}

/** Interactions of pairs of causes: one row a setting, outcome and pair. */
export function interactionsTable({ settings }: AttributionResult): DataTable {
  const rows = settings.flatMap((setting) =>
    setting.outcomes.flatMap(({ outcome, unit, interactions }) =>
      interactions.map((pair) => ({ setting: setting.id, outcome: outcome.id, unit, ...pair })),
    ),
  )
  const of = (key: 'setting' | 'outcome' | 'a' | 'b' | 'unit') => rows.map((row) => row[key])
  return {
    name: 'interactions',
    meaning: 'How pairs of causes work together; one row a setting, outcome and pair.',
    key: ['setting', 'outcome', 'a', 'b'],
    rows: rows.length,
    columns: [
      text('setting', 'Setting', 'Id of the setting.', of('setting')),
      text('outcome', 'Outcome', 'Id of the outcome.', of('outcome')),
      text('a', 'First cause', 'Id of a cause.', of('a')),
      text('b', 'Second cause', 'Id of the other cause.', of('b')),
      text('unit', 'Unit', 'Unit of the index: years for dates.', of('unit')),
      ...estimateColumns(
        'index',
        'Interaction',
        'Shapley interaction index (Grabisch and Roubens 1999): what the two bring together beyond what each brings',
        rows.map(({ index }) => index),
      ),
    ],
  }
}

const contributions = {
  shapley: ['Shapley share', 'mean contribution over all orders of the causes'],
  asymmetric: [
    'Asymmetric share',
    'mean contribution over the orders that the declared dependencies allow',
  ],
  firstIn: ['First in', 'contribution where it is the only cause'],
  lastOut: ['Last out', 'contribution where all other causes are there'],
  necessity: [
    'Necessity',
    'of runs in which it happens with all causes, the share in which it does not without this one',
  ],
  sufficiency: [
    'Sufficiency',
    'of runs in which it does not happen without any cause, the share in which it does with this one',
  ],
} as const

function text(name: string, title: string, meaning: string, values: readonly string[]) {
  return textColumn('string', { name, title, meaning, unit: '' }, values)
}

/** The estimate and its bounds, in the unit that the row names. */
function estimateColumns(
  name: string,
  title: string,
  meaning: string,
  values: readonly (Estimate | null)[],
) {
  const bounds = { estimate: '', lower: 'lower bound (95 %)', upper: 'upper bound (95 %)' } as const
  return Object.entries(bounds).map(([key, words]) =>
    numberColumn(
      'number',
      {
        name: key === 'estimate' ? name : `${name}_${key}`,
        title: words === '' ? title : `${title}: ${words}`,
        meaning: words === '' ? `${title}: ${meaning}.` : `${title}: ${words}.`,
        unit: '',
      },
      Float64Array.from(values, (value) => value?.[key as keyof typeof bounds] ?? NaN),
    ),
  )
}
