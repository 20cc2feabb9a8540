import type { MovingPicture } from '../charts/map/mapPictures.js'
import type { Picture } from '../charts/Picture.js'
import { type Html, html, inlineJson } from './html.js'
import { table } from './table.js'

/** A chart with its drawing, and for one that moves its compiled specification. */
export interface DrawnPicture {
  readonly picture: Picture | MovingPicture
  readonly svg: string
  readonly vega?: unknown
}

export function isMoving(picture: Picture | MovingPicture): picture is MovingPicture {
  return 'frames' in picture
}

/** All charts, one after the other. */
export function figures(drawn: readonly DrawnPicture[]): Html {
  return html`<section aria-labelledby="charts"><h2 id="charts">Charts</h2>
${drawn.map(figureOf)}</section>`
}

/** One chart with its caption, and the same in words and figures. */
export function figureOf(drawn: DrawnPicture): Html {
  const { picture } = drawn
  const { id, title, caption, description, table: cells } = picture
  const chart = isMoving(picture)
    ? moving(picture, drawn)
    : html`<div class="chart">${image(drawn)}</div>`
  return html`<h3 id="${id}">${title}</h3>
<figure>
${chart}
<figcaption>${caption}</figcaption>
<details class="data"><summary>In words and figures</summary>
<p>${description}</p>
${table(cells.head, cells.rows, { caption: title })}
<p class="meta">In the result folder: <a href="charts/${id}.svg">SVG</a>, <a href="charts/${id}.png">PNG</a>, <a href="charts/${id}.vl.json">Vega-Lite specification with data</a>.</p>
</details>
</figure>
`
}

function image({ picture, svg }: DrawnPicture): Html {
  const data = Buffer.from(svg, 'utf8').toString('base64')
  return html`<img src="data:image/svg+xml;base64,${data}" alt="${picture.title}. ${picture.description}">`
}

function moving(picture: MovingPicture, drawn: DrawnPicture): Html {
  const { id, title, description, frames, shown, parameter } = picture
  const spec = { spec: drawn.vega, parameter, frames, shown }
  return html`<div data-map="${id}">
<div class="chart" role="img" aria-label="${title}. ${description}">${image(drawn)}</div>
<div class="slider" hidden><label for="${id}-slider">Year</label>
<input id="${id}-slider" type="range" min="0" max="${frames.length - 1}" step="1" value="${shown}" aria-valuetext="${frames[shown]}">
<output for="${id}-slider">${frames[shown]}</output>
<button type="button">Play</button></div>
<script type="application/json" id="${id}-spec">${inlineJson(spec)}</script>
</div>`
}
