import { describeProblem, type Problem } from './problem.js'

/**
 * Bad input from a person, as opposed to a fault of ours: shown as its message, without a stack, with
 * exit code 2. Carries every problem found, not just the first; its message has a line for each.
 */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly problems: readonly Problem[]

  /** @param problems one or more problems; a text stands for a problem with that message */
  constructor(problems: readonly Problem[] | Problem | string) {
    const list =
      typeof problems === 'string'
        ? [{ message: problems }]
        : 'message' in problems
          ? [problems]
          : [...problems]
    super(list.map(describeProblem).join('\n'))
    this.problems = list
  }
}
