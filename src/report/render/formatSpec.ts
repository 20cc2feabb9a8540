import type { Json } from './spec.js'

const width = 110

/** JSON for people and small files: what fits on a line stands on a line. */
export function formatSpec(value: Json, indent = ''): string {
  const short = JSON.stringify(value)
  if (short.length + indent.length <= width || typeof value !== 'object' || value === null)
    return short
  const inner = `${indent} `
  if (isList(value))
    return `[\n${value.map((item) => inner + formatSpec(item, inner)).join(',\n')}\n${indent}]`
  const members = Object.entries(value).map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${formatSpec(item, inner)}`,
  )
  return `{\n${members.join(',\n')}\n${indent}}`
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
