import { median } from './statistics.mjs'

/** A number with three digits that mean something. */
export function short(value) {
  if (!Number.isFinite(value)) return '–'
  if (Math.abs(value) >= 100) return String(Math.round(value))
  return String(Number(value.toPrecision(3)))
}

/** Lines of a Markdown table, columns padded; the first column to the left, the others to the right. */
export function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, c) => Math.max(3, ...all.map((row) => row[c].length)))
  const line = (row) =>
    `| ${row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))).join(' | ')} |`
  const rule = `| ${widths.map((w, c) => (c === 0 ? '-'.repeat(w) : `${'-'.repeat(w - 1)}:`)).join(' | ')} |`
  return [line(all[0]), rule, ...all.slice(1).map(line)].join('\n')
}

/** A section of results with its medians, spreads and aims. */
export function sectionTable(results) {
  return table(
    ['', 'median', 'least', 'most', 'unit', 'aim', ''],
    results.map(({ name, unit, samples, aim }) => {
      const middle = median(samples)
      return [
        name,
        short(middle),
        short(Math.min(...samples)),
        short(Math.max(...samples)),
        unit,
        aim ? `${aim.atMost === undefined ? '≥' : '≤'} ${aim.atMost ?? aim.atLeast}` : '',
        aim ? (meets(middle, aim) ? 'met' : 'missed') : '',
      ]
    }),
  )
}

function meets(value, { atMost = Infinity, atLeast = -Infinity }) {
  return value <= atMost && value >= atLeast
}
