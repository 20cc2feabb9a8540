import { InputError } from '../../diagnostics/index.js'
import type { Findings } from '../../scenario/index.js'

/**
 * Does something with a part of the user's file; whatever is wrong with it is reported at its place there.
 *
 * @throws InputError with the place of the part
 */
export function located<T>(
  findings: Findings,
  path: readonly (string | number)[],
  work: () => T,
): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const place = findings.placeOf(path)
    throw new InputError(error.problems.map((problem) => ({ ...problem, ...place })))
  }
}

/** @throws InputError for a part of the user's file */
export function refuse(
  findings: Findings,
  path: readonly (string | number)[],
  message: string,
  details: {
    readonly expected?: string
    readonly nearest?: string | undefined
    readonly hint?: string
  } = {},
): never {
  throw new InputError({ ...findings.placeOf(path), message, ...details })
}
