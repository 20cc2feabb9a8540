import type { ExperimentAccount } from '../../experiments/ExperimentAccount.js'
import { type DrawnPicture, figures } from '../figures.js'
import { Html, html } from '../html.js'
import { style } from '../style.js'
import { answerSection } from './answerSection.js'
import { designSection } from './designSection.js'
import { methodsSection } from './methodsSection.js'
import { numbersSection } from './numbersSection.js'
import { provenanceSection } from './provenanceSection.js'

/** Nothing is fetched, and nothing is run. */
const policy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** One self-contained page on one experiment. */
export function experimentPage(
  account: ExperimentAccount,
  pictures: readonly DrawnPicture[],
): string {
  const { manifest, what, question, seed } = account
  const links: readonly (readonly [string, string])[] = [
    ['answer', 'The answer'],
    ...(pictures.length > 0 ? ([['charts', 'Charts']] as const) : []),
    ['numbers', 'Numbers'],
    ['design', 'Design and runs'],
    ['methods', 'Methods paragraph'],
    ['repeat', 'Repeat it'],
    ['identity', 'Identity'],
  ]
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="paradiplomacy ${manifest.version}">
<title>${manifest.scenario.title}: ${what.toLowerCase()}</title>
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#answer">Skip to the answer</a>
<header>
<h1>${manifest.scenario.title}: ${what.toLowerCase()}</h1>
<p class="question">${question}</p>
<p class="meta">${what} of a simulation: scenario ${manifest.scenario.name}${manifest.treatment === null ? '' : `, treatment ${manifest.treatment}`}, seed ${seed}; paradiplomacy ${manifest.version}.</p>
</header>
<nav aria-label="On this page"><ul>${links.map(([id, text]) => html`<li><a href="#${id}">${text}</a></li>`)}</ul></nav>
<main>
${answerSection(account)}
${pictures.length > 0 ? figures(pictures) : undefined}
${numbersSection(account)}
${designSection(account)}
${methodsSection(account)}
${provenanceSection(account)}
</main>
<footer class="meta"><p>Made by paradiplomacy ${manifest.version} from the result folder of this experiment. Plan <code>${manifest.plan}</code>.</p></footer>
</body>
</html>
`.text
}
