import { nearest, oneOf, quote } from '../diagnostics/index.js'
import type { Checker } from './checked.js'
import type { Expression } from './expression.js'
import { exampleCall, type SeriesSymbol } from './symbols.js'
import type { Syntax } from './syntax.js'

/**
 * A call of a measure, with every argument filled in.
 *
 * @throws InputError for a missing or superfluous argument, one that is not literal text, and a
 *   subject that the measure does not have
 */
export function checkSeries(
  name: string,
  symbol: SeriesSymbol,
  at: number,
  args: readonly Syntax[],
  { complain }: Checker,
): Expression {
  const { subjects } = symbol
  const example = exampleCall(name, symbol)
  if (args.length > subjects.length) {
    const most = subjects.length === 0 ? 'no arguments' : `at most ${subjects.length}`
    throw complain(args[subjects.length].at, `${name} takes ${most}`, { expected: example })
  }
  const filled = subjects.map((allowed, i) => {
    const arg = args[i]
    if (arg === undefined) {
      // Only the last arguments can be left out, and only where there is no choice.
      if (allowed.length === 1) return allowed[0]
      throw complain(at, `${name} lacks its ${ordinal(i)} argument`, {
        expected: `${oneOf(allowed)}, as in ${example}`,
      })
    }
    if (arg.kind !== 'text') {
      const meant = arg.kind === 'name' && allowed.includes(arg.name) ? quote(arg.name) : undefined
      throw complain(arg.at, `the ${ordinal(i)} argument of ${name} is not text in quotes`, {
        expected: `${oneOf(allowed)}, as in ${example}`,
        hint: meant && `Write it in quotes: ${meant}`,
      })
    }
    if (!allowed.includes(arg.value)) {
      throw complain(arg.at, `${name} has no ${quote(arg.value)} as its ${ordinal(i)} argument`, {
        expected: oneOf(allowed),
        nearest: nearest(arg.value, allowed),
      })
    }
    return arg.value
  })
  return { kind: 'series', type: 'series', name, args: filled }
}

function ordinal(index: number): string {
  return ['first', 'second', 'third'][index] ?? `${index + 1}th`
}
