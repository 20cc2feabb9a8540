import type { Command } from 'commander'
import type { SlurmWishes } from '../experiment/slurm/index.js'
import { positive } from './numbers.js'

/** What may be asked of a cluster on the command line. */
export interface SlurmFlags {
  readonly partition?: string
  readonly account?: string
  readonly time?: string
  readonly memory?: string
  readonly pilots?: string
  readonly workers?: string
}

/** Adds the options of `--engine slurm`, all but `--workers`. */
export function withSlurmOptions(command: Command): Command {
  return command
    .option('--pilots <n>', 'slurm: jobs that share the work (default: 4)')
    .option('--partition <name>', "slurm: partition (default: the cluster's)")
    .option('--account <name>', 'slurm: account to charge (default: yours)')
    .option('--time <limit>', "slurm: limit of a job, as 2:00:00 (default: the partition's)")
    .option('--memory <size>', 'slurm: memory of a job, as 8G (default: half a GB a worker)')
}

/** @throws InputError for a number that is none */
export function slurmWishes(flags: SlurmFlags): SlurmWishes {
  const { partition, account, time, memory, pilots, workers } = flags
  return {
    partition,
    account,
    time,
    memory,
    pilots: pilots === undefined ? undefined : positive(pilots, '--pilots'),
    workers: workers === undefined ? undefined : positive(workers, '--workers'),
  }
}
