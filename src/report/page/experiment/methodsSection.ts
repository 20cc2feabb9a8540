import type { ExperimentAccount } from '../../experiments/ExperimentAccount.js'
import { type Html, html } from '../html.js'

/** The paragraph for a paper. */
export function methodsSection({ methods }: ExperimentAccount): Html {
  return html`<section aria-labelledby="methods"><h2 id="methods">Methods paragraph</h2>
<p class="quiet">Computed from this result, to be pasted into a paper; as Markdown in <a href="methods.md">methods.md</a>.</p>
<blockquote><p>${methods.join(' ')}</p></blockquote></section>`
}
