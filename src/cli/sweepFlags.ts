import { InputError, quote } from '../diagnostics/index.js'
import type { DesignKind, WrittenOutcome, WrittenSweep } from '../experiment/index.js'
import { readVary } from '../experiment/index.js'
import type { ExperimentFlags } from './experimentOptions.js'
import { positive } from './numbers.js'
import type { SlurmFlags } from './slurmFlags.js'

/** What `sweep` may be told. */
export interface SweepFlags extends ExperimentFlags, SlurmFlags {
  readonly vary?: readonly string[]
  readonly treatments?: string
  readonly replications?: string
  readonly design?: DesignKind
  readonly points?: string
  readonly list?: string
  readonly outcome?: readonly string[]
  readonly series?: readonly string[]
  readonly every?: string
  readonly stop?: string
  readonly seed?: string
  readonly set?: readonly string[]
  readonly until?: string
  readonly chunk?: string
  readonly failFast?: boolean
  readonly engine: 'local' | 'slurm'
  readonly wait?: boolean
}

/** A plan with what the command line says put in; what it says of a thing goes before what the plan says. */
export function withFlags(plan: WrittenSweep, flags: SweepFlags): WrittenSweep {
  const { vary = [], treatments, replications, stop, seed, chunk } = flags
  const outcomes = outcomesOf(flags)
  return {
    ...plan,
    factors: { ...plan.factors, ...factorsOf(vary) },
    ...(treatments === undefined ? {} : { treatments: someOf(treatments, '--treatments') }),
    ...(replications === undefined
      ? {}
      : { replications: positive(replications, '--replications') }),
    ...designOf(plan, flags),
    ...(outcomes.length === 0 ? {} : { outcomes }),
    ...(stop === undefined ? {} : { stop }),
    ...(seed === undefined ? {} : { seed }),
    ...(chunk === undefined ? {} : { chunk: positive(chunk, '--chunk') }),
  }
}

/**
 * What `--vary` names, by its path.
 *
 * @throws InputError if one path is named twice
 */
export function factorsOf(vary: readonly string[]): WrittenSweep['factors'] {
  const factors = vary.map(readVary)
  const twice = factors.find(([id], k) => factors.findIndex(([other]) => other === id) !== k)
  if (twice === undefined) return Object.fromEntries(factors)
  throw new InputError({
    message: `--vary names ${quote(twice[0])} twice`,
    expected: 'all its values at once: path=a,b,c',
  })
}

/** The paths of `--set path=value`. */
export function pathsSet(set: readonly string[] = []): string[] {
  return set.map((text) => text.split('=')[0].trim())
}

/**
 * The parts of a comma-separated list that is not to be empty.
 *
 * @throws InputError if it is
 */
export function someOf(text: string, option: string): string[] {
  const parts = listed(text)
  if (parts.length > 0) return parts
  throw new InputError({ message: `${option} ${quote(text)} names nothing`, expected: 'a,b' })
}

/** The parts of a comma-separated list. */
export function listed(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function designOf({ design }: WrittenSweep, flags: SweepFlags): Pick<WrittenSweep, 'design'> {
  const { list, points } = flags
  if (list !== undefined) return { design: { kind: 'list', file: list } }
  const written = typeof design === 'string' ? { kind: design } : design
  const kind = flags.design ?? written?.kind
  if (kind === undefined) return {}
  const count = points === undefined ? written?.points : positive(points, '--points')
  return { design: { ...written, kind, ...(count === undefined ? {} : { points: count }) } }
}

function outcomesOf({ outcome = [], series = [], every = '1' }: SweepFlags): WrittenOutcome[] {
  return [
    ...outcome.map((text) => named(text, '--outcome')),
    ...series.map((text) => ({ ...named(text, '--series'), every: positive(every, '--every') })),
  ]
}

/** `id=formula`. */
export function named(text: string, option: string): { id: string; formula: string } {
  const [, id, formula] = /^\s*([A-Za-z][\w-]*)\s*=(?!=)\s*(.+)$/s.exec(text) ?? []
  if (id !== undefined) return { id, formula }
  throw new InputError({
    file: option,
    message: `${quote(text)} has no name`,
    expected: `id=formula, such as ${option} 'act=first(x() >= 0.5)'`,
  })
}
