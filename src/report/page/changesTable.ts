import { type Html, html } from './html.js'
import { table } from './table.js'

interface Patch {
  readonly path?: unknown
  readonly value?: unknown
}

/** Changes that are listed at most. */
const most = 50

/** What treatment and settings changed in the scenario; nothing if they changed nothing. */
export function changesTable(patches: unknown): Html | undefined {
  if (!Array.isArray(patches) || patches.length === 0) return undefined
  return table(
    ['What was changed', 'To'],
    (patches as readonly Patch[])
      .slice(0, most)
      .map(({ path, value }) => [
        html`<code class="hash">${Array.isArray(path) ? path.map(String).join(' › ') : String(path)}</code>`,
        html`<code class="hash">${value === undefined ? 'taken out' : JSON.stringify(value)}</code>`,
      ]),
    { caption: 'Changes to the scenario' },
  )
}
