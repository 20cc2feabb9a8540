import type { TeachingSheet } from '../../scenario/index.js'
import { type Html, html } from './html.js'

/** The scenario's sheet for a class, on one printed page of its own. */
export function inClass({ question, look, change, discuss }: TeachingSheet): Html {
  return html`<section class="sheet" aria-labelledby="class"><h2 id="class">In class</h2>
<p class="question">${question}</p>
<h3>Look at</h3>
<ul>${look.map((item) => html`<li>${item}</li>`)}</ul>
<h3>Change</h3>
${change.map((step) => html`<pre><code>${step.do}</code></pre><p>${step.why}</p>`)}
<h3>Discuss</h3>
<ol>${discuss.map((item) => html`<li>${item}</li>`)}</ol></section>`
}
