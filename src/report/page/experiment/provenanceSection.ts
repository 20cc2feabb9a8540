import type { ExperimentAccount } from '../../experiments/ExperimentAccount.js'
import { counted } from '../../reading/words.js'
import { changesTable } from '../changesTable.js'
import { type Html, html } from '../html.js'
import { table } from '../table.js'

/** How to repeat the experiment, what was changed in the scenario, and what identifies it. */
export function provenanceSection({ manifest }: ExperimentAccount): Html {
  const { command, version, scenario, plan, files, mechanismFiles, mechanisms, treatment } =
    manifest
  const asked = 'question' in manifest ? manifest.question : undefined
  const named = [...(asked ? [asked] : []), ...files, ...mechanismFiles]
  return html`<section aria-labelledby="repeat"><h2 id="repeat">Repeat this experiment</h2>
<pre><code>${command}</code></pre>
<p>The same version of the program gives the same numbers, to the last digit, on any machine and with any number of workers.</p>
${treatment === null ? undefined : html`<p><strong>Treatment: ${treatment}.</strong></p>`}
${changesTable(manifest.patches)}
<h2 id="identity">Identity</h2>
<p>The folder's <a href="manifest.json">manifest.json</a> holds everything that it takes to repeat this; the model ran ${counted(mechanisms.length, 'mechanism')}.</p>
<details class="print"><summary>Versions and hashes</summary>
${table(
  ['What', 'SHA-256 or version'],
  [
    ['paradiplomacy', html`<code>${version}</code>`],
    ['Plan of the runs', html`<code class="hash">${plan}</code>`],
    ['Scenario', html`<code class="hash">${scenario.sha256}</code>`],
    ...named.map(({ name, sha256 }) => [name, html`<code class="hash">${sha256}</code>`]),
  ],
  { caption: 'What identifies this experiment' },
)}</details></section>`
}
