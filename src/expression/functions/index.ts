import { dates } from './dates.js'
import type { FunctionDefinition } from './definition.js'
import { elementwise } from './elementwise.js'
import { reductions } from './reductions.js'
import { shifts } from './shifts.js'

/** Every function of formulas by name: the allow-list. */
export const functions: ReadonlyMap<string, FunctionDefinition> = new Map(
  [...dates, ...reductions, ...shifts, ...elementwise].map((definition) => [
    definition.name,
    definition,
  ]),
)

/** One function, for documentation. */
export interface FunctionReference {
  readonly name: string
  readonly signature: string
  readonly summary: string
}

/** Every function of formulas with how it is called and what it means. */
export function functionReference(): FunctionReference[] {
  return [...functions.values()].map(({ name, signature, summary }) => ({
    name,
    signature,
    summary,
  }))
}
