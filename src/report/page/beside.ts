import type { Account } from '../Account.js'
import { shortfallsOf } from '../reading/shortfalls.js'
import { counted, figure, fullDate, monthYear, percent } from '../reading/words.js'
import { gradeMark } from './grade.js'
import { type Html, html } from './html.js'
import { table } from './table.js'

const most = 10

/** History and the run side by side, and what the run gets wrong. */
export function beside(account: Account): Html | undefined {
  const { history } = account
  const events = history.events.filter(({ model }) => model !== undefined)
  const series = history.series.filter(({ deviation }) => !Number.isNaN(deviation))
  if (events.length === 0 && series.length === 0) return undefined
  return html`<section aria-labelledby="beside"><h2 id="beside">History and this run</h2>
${
  events.length === 0
    ? undefined
    : table(
        ['Event', 'History', 'This run', 'Difference', 'Source'],
        events.map(({ title, history: then, model, years, source, grade }) => [
          title,
          fullDate(then),
          Number.isNaN(model) ? 'did not come' : monthYear(model!),
          Number.isNaN(years) ? '–' : differenceWords(years),
          html`${source} ${gradeMark(grade)}`,
        ]),
        { caption: 'Dated events, in history and in this run' },
      )
}${
  series.length === 0
    ? undefined
    : table(
        ['Series', 'Off by, on average', 'Most in', 'This run', 'History', 'Source'],
        series.map(({ title, unit, deviation, worst, source, grade }) => [
          title,
          percent(deviation),
          fullDate(worst!.day).slice(-4),
          `${figure(worst!.model)} ${unit}`,
          `${figure(worst!.history)} ${unit}`,
          html`${source} ${gradeMark(grade)}`,
        ]),
        {
          caption:
            'Historical series: mean absolute deviation of this run, and where it is largest',
          numbers: [1],
        },
      )
}${wrong(account)}</section>`
}

function differenceWords(years: number): string {
  if (Math.abs(years) < 0.05) return 'same time'
  return `${counted(Math.abs(years), 'year', 'years', 1)} ${years < 0 ? 'earlier' : 'later'}`
}

function wrong(account: Account): Html {
  const all = shortfallsOf(account)
  const list =
    all.length === 0
      ? html`<p>Nothing that the scenario knows of history is missed by much: no event by a year or more, no series by ten per cent, no pattern by its band.</p>`
      : html`<p>Computed from the scenario's own history and checks, largest first. A check is meant for many runs; one run may miss it by chance.</p>
<ul>${all.slice(0, most).map(
          ({ text }) => html`<li>${text}</li>
`,
        )}</ul>${all.length > most ? html`<p class="quiet">And ${all.length - most} smaller ones.</p>` : undefined}`
  return html`<h3 id="wrong">What this run gets wrong</h3>
${list}`
}
