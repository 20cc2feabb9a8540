import { countsWords } from '../../experiments/counts.js'
import type { ExperimentAccount } from '../../experiments/ExperimentAccount.js'
import { counted, decimal } from '../../reading/words.js'
import { type Html, html } from '../html.js'
import { table } from '../table.js'

/** Messages of failures that are listed at most; the folder has them all. */
const most = 10

/** How the runs were laid out, how many there were, and which failed. */
export function designSection({ design, counts, execution, seed }: ExperimentAccount): Html {
  const rows = [...design, ['Seed', seed] as const, ['Runs', countsWords(counts)] as const]
  return html`<section aria-labelledby="design"><h2 id="design">Design and runs</h2>
${table(['What', 'How'], rows, { caption: 'Design of the experiment' })}
${
  execution === undefined
    ? undefined
    : html`<p>Made in ${counted(execution.seconds, 'second', 'seconds', execution.seconds < 10 ? 1 : 0)}${execution.workers === undefined ? '' : ` on ${counted(execution.workers, 'worker')}`}, from ${execution.start} on, with Node ${execution.node.replace(/^v/, '')} on ${execution.platform} (${execution.architecture}).</p>`
}
<h3 id="failures">Failures</h3>
${
  counts.failed + counts.lost === 0
    ? html`<p>No run failed.</p>`
    : html`<p>${countsWords(counts)}. They are in no statistic.</p>
${
  counts.failures.length === 0
    ? undefined
    : table(
        ['Message', 'Runs'],
        counts.failures.slice(0, most).map(({ message, runs }) => [message, decimal(runs, 0)]),
        { caption: 'Why runs failed', numbers: [1] },
      )
}${counts.failures.length > most ? html`<p class="quiet">And ${counts.failures.length - most} more messages.</p>` : undefined}`
}</section>`
}
