import type { AnswerPoint } from '../../experiments/Answer.js'
import type { ExperimentAccount } from '../../experiments/ExperimentAccount.js'
import { type Html, html } from '../html.js'

const marks = { good: '✓', bad: '✗', neutral: '○' } as const

/** The answer in words, before anything else. */
export function answerSection({ answer, caution }: ExperimentAccount): Html {
  return html`<section aria-labelledby="answer"><h2 id="answer">The answer</h2>
<p><strong>${answer.lead}</strong></p>
<ul>
${answer.points.map(point)}</ul>
<div class="note"><p><strong>What it does not say.</strong> ${caution}</p></div></section>`
}

function point({ head, text, verdict }: AnswerPoint): Html {
  const mark = verdict
    ? html` <strong class="verdict${verdict.tone === 'neutral' ? '' : ` ${verdict.tone}`}">${marks[verdict.tone]} ${verdict.word}</strong>.`
    : undefined
  return html`<li><strong>${head}</strong>${/[.!?]$/.test(head) ? '' : mark ? '.' : ':'}${mark} ${text}</li>
`
}
