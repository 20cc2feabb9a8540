const width = 80
/** No column is cut to less. */
const narrowest = 8

/** Breaks a text at spaces to the width of a terminal, each line indented. */
export function folded(text: string, indent = 0, first = indent): string[] {
  const lines: string[] = []
  let line = ' '.repeat(first)
  let empty = true
  for (const word of text.split(/[ \t\n\r]+/)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = ' '.repeat(indent)
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, line]
}

/** A label in a column of its own, and a text beside it. */
export function labelled(label: string, text: string, indent: number): string[] {
  const [first, ...rest] = folded(text, indent)
  const head = label.length < indent ? label.padEnd(indent) + first.slice(indent) : undefined
  return head === undefined ? [label, first, ...rest] : [head, ...rest]
}

/**
 * A table of aligned columns, flush right but for those of words. Heads are broken at spaces to the width of what stands
 * below; where the table is still wider than a terminal, its widest columns of words are cut.
 */
export function columns(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  {
    indent = 2,
    words = [0],
  }: { readonly indent?: number; readonly words?: readonly number[] } = {},
): string[] {
  const widths = head.map((title, k) =>
    Math.max(...rows.map((row) => row[k].length), ...title.split(' ').map((w) => w.length)),
  )
  const room = width - indent - 2 * (widths.length - 1)
  while (words.length > 0 && widths.reduce((a, b) => a + b, 0) > room) {
    const widest = words.reduce((a, b) => (widths[b] > widths[a] ? b : a))
    if (widths[widest] <= narrowest) break
    widths[widest]--
  }
  const heads = head.map((title, k) => broken(title, widths[k]))
  const high = Math.max(...heads.map((lines) => lines.length))
  const top = Array.from({ length: high }, (_, line) =>
    heads.map((lines) => lines[line - (high - lines.length)] ?? ''),
  )
  return [...top, ...rows].map((row) =>
    `${' '.repeat(indent)}${row
      .map((cell, k) => {
        const text = cell.length > widths[k] ? `${cell.slice(0, widths[k] - 1)}…` : cell
        return words.includes(k) ? text.padEnd(widths[k]) : text.padStart(widths[k])
      })
      .join('  ')}`.trimEnd(),
  )
}

function broken(title: string, most: number): string[] {
  const lines: string[] = []
  for (const word of title.split(' ')) {
    const last = lines[lines.length - 1]
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
