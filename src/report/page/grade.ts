import type { Grade } from '../../contract/index.js'
import { type Html, html } from './html.js'

const marks: { readonly [grade in Grade]: string } = {
  found: '●',
  inferred: '◐',
  recalled: '○',
  assumed: '?',
}

/** How well a figure is known, marked for the eye without need of colour. */
export function gradeMark(grade: Grade): Html {
  return html`<span class="grade ${grade}" data-mark="${marks[grade] ?? ''}">${grade}</span>`
}
