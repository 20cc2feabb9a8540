import type { ArchivedCheck } from '../../archive/index.js'
import type { Library } from '../../contract/index.js'
import type { Account } from '../Account.js'
import { among } from './among.js'
import { beside } from './beside.js'
import { type DrawnPicture, figures, isMoving } from './figures.js'
import { happened } from './happened.js'
import { Html, html, inlineScript } from './html.js'
import { inClass } from './inClass.js'
import { mapScript } from './mapScript.js'
import { model } from './model.js'
import { provenance } from './provenance.js'
import { style } from './style.js'

export interface PageParts {
  readonly account: Account
  readonly library: Library
  readonly pictures: readonly DrawnPicture[]
  readonly check: ArchivedCheck | undefined
  readonly bands: DrawnPicture | undefined
  /** The runtime that moves maps, as minified JavaScript. */
  readonly vega: string
}

/** Nothing is fetched, and nothing but what the page itself brings is run. */
const policy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline' 'unsafe-eval'; base-uri 'none'; form-action 'none'"

/** One self-contained page on one run. */
export function page({ account, library, pictures, check, bands, vega }: PageParts): string {
  const { document, manifest } = account.run
  const compared = beside(account)
  const moves = pictures.some(({ picture }) => isMoving(picture))
  const links: readonly (readonly [string, string])[] = [
    ['happened', 'What happened'],
    ...(compared
      ? ([
          ['beside', 'History and this run'],
          ['wrong', 'What it gets wrong'],
        ] as const)
      : []),
    ...(check ? ([['among', 'Among many runs']] as const) : []),
    ['charts', 'Charts'],
    ['model', 'The model'],
    ['parameters', 'Parameters'],
    ['repeat', 'Repeat it'],
    ['data', 'Data'],
    ...(document.teaching ? ([['class', 'In class']] as const) : []),
  ]
  const treatment =
    manifest.treatment === null ? undefined : document.treatments?.[manifest.treatment]
  const whole = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="paradiplomacy ${manifest.version}">
<title>${document.title}: one run</title>
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#happened">Skip to what happened</a>
<header>
<h1>${document.title}</h1>
<p class="question">${document.question}</p>
<p>${document.summary}</p>
<p class="meta">One run of a simulation: seed ${manifest.seed}${manifest.replicate === 0 ? '' : `, replicate ${manifest.replicate}`}${treatment === undefined ? '' : `, treatment “${treatment.title}”`}; paradiplomacy ${manifest.version}.</p>
</header>
<nav aria-label="On this page"><ul>${links.map(([id, text]) => html`<li><a href="#${id}">${text}</a></li>`)}</ul></nav>
<main>
${happened(account)}
${compared}
${check && among(account, check, bands)}
${figures(pictures)}
${model(account.run, library)}
${provenance(account.run)}
${document.teaching && inClass(document.teaching)}
</main>
<footer class="meta"><p>Made by paradiplomacy ${manifest.version} from the result folder of this run. World digest <code>${manifest.digest}</code>.</p></footer>
${moves ? scripts(vega) : undefined}
</body>
</html>
`
  return whole.text
}

function scripts(vega: string): Html {
  return html`<script>${inlineScript(vega)}</script>
<script>${inlineScript(mapScript)}</script>`
}
