/**
 * The cells of a CSV text after RFC 4180, lines ended by LF or CRLF. Quotes are taken off, nothing else is changed.
 *
 * @returns undefined if the text is torn: a quote that is not closed, or a last line without its end
 */
export function parseCsv(text: string): string[][] | undefined {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    if (text.charCodeAt(at) === 34) {
      let cell = ''
      let from = at + 1
      for (;;) {
        const quote = text.indexOf('"', from)
        if (quote < 0) return undefined
        cell += text.slice(from, quote)
        at = quote + 1
        if (text.charCodeAt(at) !== 34) break
        cell += '"'
        from = at + 1
      }
      row.push(cell)
    } else {
      const start = at
      while (at < text.length && !isEnd(text.charCodeAt(at))) at++
      row.push(text.slice(start, at))
    }
    if (text.charCodeAt(at) === 44) {
      at++
      if (at === text.length) return undefined
      continue
    }
    if (text.charCodeAt(at) === 13) at++
    if (text.charCodeAt(at) !== 10) return undefined
    at++
    rows.push(row)
    row = []
  }
  return rows
}

/** Comma, LF, CR. */
function isEnd(code: number): boolean {
  return code === 44 || code === 10 || code === 13
}
