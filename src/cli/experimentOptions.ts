import type { Command } from 'commander'
import { positive } from './numbers.js'
import { type MechanismOptions, withMechanisms } from './scenarioOptions.js'

/** What every command that makes many runs may be told about how and where. */
export interface ExperimentFlags extends MechanismOptions {
  readonly workers?: string
  readonly out?: string
  readonly force?: boolean
  readonly resume?: string
  readonly parquet?: boolean
  readonly report: boolean
  readonly json?: boolean
}

export function withExperimentOptions(command: Command): Command {
  return withMechanisms(command)
    .option('-w, --workers <n>', 'threads (default: one for each processor)')
    .option('-o, --out <folder>', 'where results go (default: a fresh numbered folder in results/)')
    .option('--force', 'replace an existing --out, if it holds results')
    .option('--resume <folder>', 'go on with one that was interrupted')
    .option('--parquet', 'write Parquet beside the CSV files')
    .option('--no-report', 'leave out charts, page and methods')
    .option('--json', 'print what was found as JSON')
}

/** The number of threads, if one was given. */
export function workersOf({ workers }: ExperimentFlags): number | undefined {
  return workers === undefined ? undefined : positive(workers, '--workers')
}

/** Keeps every value of an option that may be repeated. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}
