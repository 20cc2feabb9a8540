import { type Html, html, type Piece } from './html.js'

interface TableOptions {
  /** What the table is, for those who cannot see where it stands. */
  readonly caption: string
  readonly showCaption?: boolean
  /** Columns of numbers, counted from 0: set flush right. */
  readonly numbers?: readonly number[]
}

/** A table with a header row; the first cell of each row heads it. */
export function table(
  head: readonly Piece[],
  rows: readonly (readonly Piece[])[],
  options: TableOptions,
): Html {
  const { caption, showCaption = false, numbers = [] } = options
  const side = (column: number) => (numbers.includes(column) ? html` class="number"` : undefined)
  return html`<div class="table" role="region" aria-label="${caption}" tabindex="0"><table>
<caption${showCaption ? undefined : html` class="unseen"`}>${caption}</caption>
<thead><tr>${head.map((cell, k) => html`<th scope="col"${side(k)}>${cell}</th>`)}</tr></thead>
<tbody>${rows.map(
    (
      cells,
    ) => html`<tr>${cells.map((cell, k) => (k === 0 ? html`<th scope="row">${cell}</th>` : html`<td${side(k)}>${cell}</td>`))}</tr>
`,
  )}</tbody>
</table></div>`
}
