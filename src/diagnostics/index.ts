/** Everything said to a person about bad input. */
export { type ExitCode, exitCodes } from './exitCodes.js'
export { InputError } from './InputError.js'
export { Interrupted } from './Interrupted.js'
export { nearest } from './nearest.js'
export { oneOf } from './oneOf.js'
export { printable, quote } from './printable.js'
export { describeProblem, type Problem } from './problem.js'
export { shellLine, shellWord } from './shellWord.js'
