import { type ArchivedCheck, outcomeValues, percentileOf } from '../../archive/index.js'
import { evaluateExpression } from '../../expression/index.js'
import { quantile } from '../../statistics/index.js'
import type { Account } from '../Account.js'
import { checkTable, shown } from '../checkTable.js'
import { decimal, figure, monthYear, percent } from '../reading/words.js'
import { type DrawnPicture, figureOf } from './figures.js'
import { type Html, html } from './html.js'
import { table } from './table.js'

/** Where the run stands among the many of a check, and what the check found. */
export function among(
  account: Account,
  check: ArchivedCheck,
  bands: DrawnPicture | undefined,
): Html {
  const { result, manifest } = check
  const same = manifest.scenario.sha256 === account.run.manifest.scenario.sha256
  const found = checkTable(result)
  const short = result.checks.filter(({ verdict }) => verdict === 'short').length
  return html`<section aria-labelledby="among"><h2 id="among">This run among ${decimal(result.runs, 0)}</h2>
${same ? undefined : html`<div class="note"><p><strong>Not the same scenario.</strong> The check was made of ${manifest.scenario.title}${manifest.treatment === null ? '' : ` under treatment ${manifest.treatment}`}, which is not exactly what this run was made of. The comparison says how unusual the run would be there.</p></div>`}
${places(account, check)}
<h3>What the model shows over ${decimal(result.runs, 0)} runs</h3>
<p>${result.checks.length - short} of ${result.checks.length} patterns are within their band, ${short} ${short === 1 ? 'is' : 'are'} missed. Patterns of role <em>calibration</em> were used to set parameters and <em>input</em> restates data; only <em>validation</em> tests the model.${result.failed > 0 ? ` ${result.failed} runs failed and count nowhere.` : ''}</p>
${bands && figureOf(bands)}
${table(
  found.head,
  found.rows.map((row) => row.map((cell, k) => (k === 6 ? verdictMark(cell) : cell))),
  { caption: 'Patterns that the scenario asks of the model' },
)}</section>`
}

function verdictMark(verdict: string): Html {
  const good = verdict.startsWith('within')
  return html`<strong class="verdict ${good ? 'good' : 'bad'}">${good ? '✓' : '✗'} ${verdict}</strong>`
}

/** One row for each different outcome of the check. */
function places(account: Account, check: ArchivedCheck): Html {
  const seen = new Set<string>()
  const rows = check.result.outcomes.flatMap(({ id, title, formula, expression }) => {
    if (seen.has(formula)) return []
    seen.add(formula)
    let value: number
    try {
      value = evaluateExpression(expression, account.tracks) as number
    } catch {
      return []
    }
    const { dates, values } = outcomeValues(check, id)
    const finding = check.result.checks.find((c) => c.id === id)
    const known = values.filter((v) => !Number.isNaN(v))
    const name = account.history.events.find((e) => e.formula === formula)?.title ?? title
    const text = (v: number) =>
      Number.isNaN(v)
        ? 'never'
        : dates
          ? monthYear(Math.round(v))
          : finding
            ? shown(finding, v)
            : figure(v)
    const usual =
      known.length === 0 ? '–' : `${text(quantile(known, 0.05))} to ${text(quantile(known, 0.95))}`
    const share = 1 - known.length / values.length
    return [
      [
        name,
        text(value),
        place(percentileOf(check, id, value), dates, value, share),
        text(known.length === 0 ? NaN : quantile(known, 0.5)),
        usual,
        dates ? percent(share) : '–',
      ],
    ]
  })
  return html`<p>How unusual is it? Each outcome of this run beside the same outcome in all runs of the check (seed ${check.result.seed}).</p>
${table(['Outcome', 'This run', 'Place', 'Middle of the runs', 'Nine in ten runs', 'Never came in'], rows, { caption: "This run's place among the runs of the check" })}`
}

function place(percentile: number, dates: boolean, value: number, neverShare: number): string {
  if (Number.isNaN(percentile)) return '–'
  if (dates && Number.isNaN(value)) return `never, as in ${percent(neverShare)} of runs`
  const [low, high] = dates ? ['later', 'earlier'] : ['higher', 'lower']
  if (Math.abs(percentile - 0.5) < 0.005) return 'in the middle'
  return percentile < 0.5
    ? `${high} than ${percent(1 - percentile)} of runs`
    : `${low} than ${percent(percentile)} of runs`
}
