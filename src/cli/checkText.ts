import { relative } from 'node:path'
import type { CheckFinding, CheckResult } from '../archive/index.js'
import { wrap } from './say.js'

/** What a check found, for a terminal of 80 columns. */
export function checkText(result: CheckResult & { readonly folder: string }): string {
  const missed = result.checks.filter(({ verdict }) => verdict === 'short')
  const lines = [`${result.runs} runs, seed ${result.seed}${trouble(result)}\n`]
  for (const finding of result.checks) lines.push(describe(finding), '')
  lines.push(
    missed.length === 0
      ? `All ${result.checks.length} patterns are within their bands.`
      : `${missed.length} of ${result.checks.length} patterns are missed: ${missed.map(({ id }) => id).join(', ')}.`,
  )
  lines.push(`Results: ${relative(process.cwd(), result.folder) || result.folder}`)
  return lines
    .map((line) => (line.length > 80 && !line.includes('\n') ? wrap(line) : line))
    .join('\n')
}

function trouble({ failed, lost, failures }: CheckResult): string {
  const parts = []
  if (failed > 0) parts.push(`${failed} failed (${failures[0]?.message ?? ''})`)
  if (lost > 0) parts.push(`${lost} lost`)
  return parts.length > 0 ? `; ${parts.join(', ')}` : ''
}

function describe(finding: CheckFinding): string {
  const { verdict, uncertain, title, statistic, value, band, observed, unit } = finding
  const mark = verdict === 'within' ? (uncertain ? 'within?' : 'within ') : 'MISSED '
  const { estimate, lower, upper } = value
  const interval =
    estimate === null ? 'none' : `${short(estimate)} [${short(lower)}, ${short(upper)}]`
  const facts = [
    `${statistic} ${interval}${unit ? ` ${unit}` : ''}`,
    `band ${short(band[0])} to ${short(band[1])}`,
    ...(observed === null
      ? []
      : [`history: ${typeof observed === 'number' ? short(observed) : observed}`]),
  ]
  const lines = [`${mark}  ${wrap(title, 9).trimStart()}`, wrap(facts.join('; '), 9)]
  if (finding.pairs) {
    const { gravity, candidates } = finding.pairs
    if (gravity !== null)
      lines.push(wrap(`gravity alone: ${short(gravity)} (of ${candidates} pairs)`, 9))
  }
  if (finding.missing > 0)
    lines.push(wrap(`${finding.missing} of ${finding.runs} runs have none`, 9))
  lines.push(wrap(`${finding.role}; ${finding.source} (${finding.grade})`, 9))
  return lines.join('\n')
}

function short(x: number | null): string {
  if (x === null) return '?'
  const size = Math.abs(x)
  if (size >= 1000 && size < 3000) return x.toFixed(1)
  return size >= 100 ? x.toFixed(0) : size >= 10 ? x.toFixed(1) : x.toFixed(size >= 1 ? 2 : 3)
}
