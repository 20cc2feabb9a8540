import { InputError } from '../diagnostics/index.js'
import type { WrittenSensitivity } from '../experiment/index.js'
import type { ExperimentFlags } from './experimentOptions.js'
import { positive } from './numbers.js'
import { factorsOf, named } from './sweepFlags.js'

/** What `sensitivity` may be told. */
export interface SensitivityFlags extends ExperimentFlags {
  readonly vary?: readonly string[]
  readonly method?: 'morris' | 'sobol'
  readonly points?: string
  readonly levels?: string
  readonly second?: boolean
  readonly replications?: string
  readonly outcome?: readonly string[]
  readonly seed?: string
  readonly set?: readonly string[]
  readonly until?: string
  readonly chunk?: string
  readonly failFast?: boolean
}

/** A plan with what the command line says put in; what it says of a thing goes before what the plan says. */
export function withSensitivityFlags(
  plan: WrittenSensitivity,
  flags: SensitivityFlags,
): WrittenSensitivity {
  const { vary = [], method, points, levels, second, replications, outcome = [], seed } = flags
  const { chunk } = flags
  const count = (key: string, text: string | undefined) =>
    text === undefined ? {} : { [key]: positive(text, `--${key}`) }
  return {
    ...plan,
    factors: { ...plan.factors, ...factorsOf(vary) },
    ...(method === undefined ? {} : { method }),
    ...count('points', points),
    ...(levels === undefined ? {} : { levels: even(levels) }),
    ...(second === undefined ? {} : { second }),
    ...count('replications', replications),
    ...(outcome.length === 0 ? {} : { outcomes: outcome.map((one) => named(one, '--outcome')) }),
    ...(seed === undefined ? {} : { seed }),
    ...count('chunk', chunk),
  }
}

function even(text: string): number {
  const number = positive(text, '--levels')
  if (number % 2 === 0) return number
  throw new InputError({ message: `--levels ${number} is odd`, expected: '2, 4, 6, …' })
}
