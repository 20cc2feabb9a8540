import type { ArchivedRun } from '../../archive/index.js'
import { changesTable } from './changesTable.js'
import { gradeMark } from './grade.js'
import { type Html, html } from './html.js'
import { table } from './table.js'

/** How to repeat the run, what was changed in the scenario, where its data come from, and what identifies it. */
export function provenance({ manifest, document }: ArchivedRun): Html {
  const { command, seed, replicate, treatment, scenario, digest, version, files, mechanismFiles } =
    manifest
  const chosen = treatment === null ? undefined : document.treatments?.[treatment]
  const patches = Array.isArray(manifest.patches) ? manifest.patches : []
  const sources = document.sources ?? []
  return html`<section aria-labelledby="repeat"><h2 id="repeat">Repeat this run</h2>
<pre><code>${command}</code></pre>
<p>Seed <code>${seed}</code>${replicate === 0 ? undefined : html`, replicate ${replicate}`}. The same version of the program gives the same run, to the last digit, on any machine.</p>
${
  treatment === null
    ? patches.length === 0
      ? html`<p>No treatment: the scenario is as its authors wrote it.</p>`
      : html`<p>No treatment, but settings of the command line:</p>`
    : html`<p><strong>Treatment: ${chosen?.title ?? treatment}.</strong> ${chosen?.note}</p>`
}${changesTable(patches)}
<h2 id="data">Data and provenance</h2>
<p>Scenario <strong>${scenario.name}</strong>; its data are licensed ${document.licence}. Coastlines and borders on the map: Natural Earth, public domain.</p>
${
  sources.length === 0
    ? undefined
    : html`<details class="print"><summary>What the scenario's tables stand on</summary>
${table(
  ['Table', 'Columns', 'Grade', 'Source'],
  sources.map(({ table: name, columns, grade, source }) => [
    name,
    columns.join(', '),
    gradeMark(grade),
    source,
  ]),
  { caption: "Sources of the scenario's tables" },
)}</details>`
}
<details class="print"><summary>Identity of this run</summary>
${table(
  ['What', 'SHA-256 or version'],
  [
    ['paradiplomacy', html`<code>${version}</code>`],
    ['World at the end', html`<code class="hash">${digest}</code>`],
    ['Scenario as it was run', html`<code class="hash">${scenario.sha256}</code>`],
    ...[...files, ...(mechanismFiles ?? [])].map(({ name, sha256 }) => [
      name,
      html`<code class="hash">${sha256}</code>`,
    ]),
  ],
  { caption: 'What identifies this run' },
)}</details></section>`
}
