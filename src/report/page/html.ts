/** A piece of HTML that is known to be safe. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text
  }
}

export type Piece = Html | string | number | undefined | readonly Piece[]

/** Text as HTML shows it, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}

/** A template whose insertions are escaped, unless they are HTML themselves. Attributes must be in double quotes. */
export function html(parts: TemplateStringsArray, ...insertions: readonly Piece[]): Html {
  let text = parts[0]
  insertions.forEach((piece, k) => {
    text += render(piece) + parts[k + 1]
  })
  return new Html(text)
}

function render(piece: Piece): string {
  if (piece === undefined) return ''
  if (piece instanceof Html) return piece.text
  if (typeof piece === 'string') return escapeHtml(piece)
  if (typeof piece === 'number') return String(piece)
  return piece.map(render).join('')
}

/** Data for a `<script type="application/json">`: nothing in it can end the element or begin a comment. */
export function inlineJson(value: unknown): Html {
  const text = JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/>/g, '\\u003e')
    .replace(/&/g, '\\u0026')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
  return new Html(text)
}

/** JavaScript of ours for a `<script>`; the characters that would end the element are written otherwise. */
export function inlineScript(code: string): Html {
  return new Html(code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--'))
}
