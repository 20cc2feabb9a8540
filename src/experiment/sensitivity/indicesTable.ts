import {
  type DataColumn,
  type DataTable,
  numberColumn,
  type SensitivityResult,
} from '../../archive/index.js'
import { estimateColumns, idColumn } from '../estimateColumns.js'

/** How much each factor matters: one row an outcome and factor. */
export function indicesTable({ outcomes, factors, method }: SensitivityResult): DataTable {
  const rows = outcomes.flatMap((outcome) => factors.map((factor, at) => ({ outcome, factor, at })))
  const effects = rows.map(({ outcome, at }) => outcome.morris?.[at])
  const shares = rows.map(({ outcome, at }) => outcome.sobol?.[at])
  const morris: readonly DataColumn[] = [
    ...estimateColumns(
      'mu_star',
      'mu*',
      "mean size of the elementary effects, in the outcome's unit per width of the factor's range",
      effects.map((effect) => effect?.muStar ?? null),
    ),
    plain(
      'mu',
      'mu',
      'Mean of the elementary effects, with their sign.',
      effects.map((effect) => effect?.mu ?? NaN),
    ),
    plain(
      'sigma',
      'sigma',
      'Standard deviation of the elementary effects: curvature and interactions.',
      effects.map((effect) => effect?.sigma ?? NaN),
    ),
  ]
  const sobol: readonly DataColumn[] = [
    ...estimateColumns(
      'first',
      'First order',
      'share of the variance that would vanish on average if the factor were known',
      shares.map((share) => share?.first ?? null),
      '1',
    ),
    ...estimateColumns(
      'total',
      'Total',
      'share of the variance that would remain on average if all but the factor were known',
      shares.map((share) => share?.total ?? null),
      '1',
    ),
  ]
  return {
    name: 'indices',
    meaning: 'How much each factor matters to each outcome; one row an outcome and factor.',
    key: ['outcome', 'factor'],
    rows: rows.length,
    columns: [
      idColumn(
        'outcome',
        'Outcome',
        rows.map(({ outcome }) => outcome.outcome.id),
      ),
      idColumn(
        'factor',
        'Factor',
        rows.map(({ factor }) => factor.id),
      ),
      ...(method === 'morris' ? morris : sobol),
    ],
  }
}

/** What pairs of factors bring together: one row an outcome and pair. */
export function pairsTable({ outcomes, factors }: SensitivityResult): DataTable {
  const rows = outcomes.flatMap(({ outcome, second }) =>
    (second ?? []).map((pair) => ({ outcome: outcome.id, pair })),
  )
  return {
    name: 'pairs',
    meaning: 'What pairs of factors bring together; one row an outcome and pair.',
    key: ['outcome', 'a', 'b'],
    rows: rows.length,
    columns: [
      idColumn(
        'outcome',
        'Outcome',
        rows.map(({ outcome }) => outcome),
      ),
      idColumn(
        'a',
        'First factor',
        rows.map(({ pair }) => factors[pair.a].id),
      ),
      idColumn(
        'b',
        'Second factor',
        rows.map(({ pair }) => factors[pair.b].id),
      ),
      ...estimateColumns(
        'index',
        'Second order',
        'share of the variance that the two bring together beyond what each brings',
        rows.map(({ pair }) => pair.index),
        '1',
      ),
    ],
  }
}

function plain(name: string, title: string, meaning: string, values: readonly number[]) {
  return numberColumn('number', { name, title, meaning, unit: '' }, Float64Array.from(values))
}
