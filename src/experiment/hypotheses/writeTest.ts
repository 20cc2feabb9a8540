import {
  type DataColumn,
  type DataTable,
  type HypothesisFinding,
  numberColumn,
  type TestResult,
  textColumn,
} from '../../archive/index.js'
import { mergeRows } from '../merge.js'
import { ownQuestion, runsTable } from '../runsTable.js'
import type { Store } from '../store.js'
import { wholeTable, writeResults } from '../writeResults.js'
import { type PlannedHypothesis, runsOfSet } from './planHypothesis.js'

/** Writes what a test found: `effects.csv`, `runs-<id>.csv` for each hypothesis, `test.json` and what goes with them. */
export async function writeTest(
  folder: string,
  stores: readonly Store[],
  planned: readonly PlannedHypothesis[],
  sets: readonly number[],
  result: TestResult,
  options: {
    readonly started: Date
    readonly parquet?: boolean | undefined
    readonly workers?: number | undefined
  },
): Promise<void> {
  const tables = stores.map(
    (store, k) =>
      async function* runs() {
        const rows = await mergeRows(store, sets[k] * runsOfSet(planned[k]))
        const { plan } = store
        yield runsTable(plan, rows, ownQuestion(plan), `runs-${planned[k].written.id}`)
      },
  )
  const { started, parquet, workers } = options
  await writeResults(
    { folder, plan: stores[0].plan },
    {
      kind: 'test',
      result,
      tables: [wholeTable(effectsTable(result)), ...tables],
      runs: result.hypotheses.reduce((sum, { runs }) => sum + runs, 0),
      parquet,
      started,
      workers,
    },
  )
  for (const store of stores) {
    if (result.hypotheses.every(({ lost }) => lost === 0)) await store.tidy()
  }
}

/** One row a hypothesis: effect, interval, and all else that is a number. */
function effectsTable({ hypotheses }: TestResult): DataTable {
  const number = (
    name: string,
    title: string,
    meaning: string,
    of: (finding: HypothesisFinding) => number | null,
    unit = '1',
  ): DataColumn =>
    numberColumn(
      'number',
      { name, title, meaning, unit },
      Float64Array.from(hypotheses, (finding) => of(finding) ?? NaN),
    )
  const text = (
    name: string,
    title: string,
    meaning: string,
    of: (finding: HypothesisFinding) => string,
  ): DataColumn => textColumn('string', { name, title, meaning, unit: '' }, hypotheses.map(of))
  const effectUnit = 'unit of the outcome, years for dates'
  return {
    name: 'effects',
    meaning: 'What each hypothesis was answered with; one row a hypothesis.',
    key: ['id'],
    rows: hypotheses.length,
    columns: [
      text('id', 'Hypothesis', 'Id of the hypothesis.', ({ id }) => id),
      text(
        'tag',
        'Tag',
        'Where its sign comes from: emergent, assumed or confronted.',
        (h) => h.tag,
      ),
      text('verdict', 'Verdict', 'The verdict in words.', ({ verdict }) => verdict),
      text('unit', 'Unit', 'Unit of the effect.', ({ unit }) => unit),
      number(
        'effect',
        'Effect',
        'Mean over pairs of treatment minus control.',
        (h) => h.effect.estimate,
        effectUnit,
      ),
      number(
        'lower',
        'Lower bound',
        'Lower bound of the 95 % interval.',
        (h) => h.effect.lower,
        effectUnit,
      ),
      number(
        'upper',
        'Upper bound',
        'Upper bound of the 95 % interval.',
        (h) => h.effect.upper,
        effectUnit,
      ),
      number(
        'smallest',
        'Smallest effect of interest',
        'As the file has it.',
        (h) => h.smallest,
        effectUnit,
      ),
      number(
        'favourable',
        'In the expected direction',
        'Share of pairs.',
        (h) => h.favourable.estimate,
      ),
      number('unmoved', 'Unmoved', 'Share of pairs that do not differ.', (h) => h.unmoved),
      number(
        'standardised',
        'Standardised effect',
        'Mean by standard deviation of the differences.',
        (h) => h.standardised,
      ),
      number(
        'correlation',
        'Correlation of pairs',
        'Of the outcome between the runs of a pair.',
        (h) => h.correlation,
      ),
      number(
        'parameters',
        'Spread by parameters',
        'Share of the variance of effects between parameter sets.',
        (h) => h.spread.parameters,
      ),
      number('pairs', 'Pairs', 'Pairs with an effect.', (h) => h.pairs),
      number('missing', 'Missing pairs', 'Pairs without an effect.', (h) => h.missing),
      number('sets', 'Parameter sets', 'Number of parameter sets.', (h) => h.sets),
    ],
  }
}
