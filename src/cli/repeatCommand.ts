import { shellLine } from '../diagnostics/shellWord.js'
import type { ScenarioOptions } from './scenarioOptions.js'

interface Repeated extends ScenarioOptions {
  readonly seed: string
  readonly replicate?: string
}

/** The command line that gives the same data again. */
export function repeatCommand(
  scenario: string,
  flags: Repeated,
  command = 'run',
  runs?: number,
): string {
  const words = ['paradiplomacy', command, scenario, '--seed', flags.seed]
  if (runs !== undefined) words.push('--runs', String(runs))
  if (flags.replicate !== undefined && flags.replicate !== '0')
    words.push('--replicate', flags.replicate)
  if (flags.treatment !== undefined) words.push('--treatment', flags.treatment)
  for (const setting of flags.set ?? []) words.push('--set', setting)
  if (flags.until !== undefined) words.push('--until', flags.until)
  for (const file of flags.mechanism ?? []) words.push('--mechanism', file)
  return shellLine(words)
}

/** Options that say where results go or how they are told, not what they are. */
const elsewhere = new Set([
  'workers',
  'out',
  'force',
  'resume',
  'parquet',
  'report',
  'json',
  'wait',
  'engine',
  'pilots',
  'partition',
  'account',
  'time',
  'memory',
])

/** The command line of an experiment, from the flags that decide what it gives. */
export function repeatLine(command: string, asked: string | undefined, flags: object): string {
  const words = ['paradiplomacy', command, ...(asked === undefined ? [] : [asked])]
  for (const [name, value] of Object.entries(flags)) {
    if (elsewhere.has(name) || value === undefined || value === false) continue
    const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    for (const one of Array.isArray(value) ? value : [value])
      words.push(option, ...(one === true ? [] : [String(one)]))
  }
  return shellLine(words)
}
