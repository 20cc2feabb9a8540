import type { ExperimentAccount, NumbersTable } from '../../experiments/ExperimentAccount.js'
import { type Html, html } from '../html.js'
import { table } from '../table.js'

/** The tables that belong to no chart. */
export function numbersSection({ tables }: ExperimentAccount): Html {
  return html`<section aria-labelledby="numbers"><h2 id="numbers">Numbers</h2>
${tables.map(numbersTable)}</section>`
}

function numbersTable({ id, title, note, head, rows, numbers = [], folded }: NumbersTable): Html {
  const cells = table(head, rows, { caption: title, numbers })
  const body = folded
    ? html`<details class="print"><summary>${title}, ${rows.length} rows</summary>
${cells}</details>`
    : cells
  return html`<h3 id="table-${id}">${title}</h3>
${
  note === undefined
    ? undefined
    : html`<p>${note}</p>
`
}${body}
`
}
