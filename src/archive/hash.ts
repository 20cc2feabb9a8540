import { createHash } from 'node:crypto'
import type { ScenarioDocument } from '../scenario/document.js'

/** SHA-256 in hexadecimal digits. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/**
 * JSON that does not depend on the order in which an object was put together: keys sorted, no spaces. For plain data
 * only.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** A document's identity. In the order of its rows, which is the order in which a run adds up. */
export function documentHash(document: ScenarioDocument): string {
  return sha256(JSON.stringify(document))
}
