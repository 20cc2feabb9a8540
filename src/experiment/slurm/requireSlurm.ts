import { InputError, nearest, oneOf, quote } from '../../diagnostics/index.js'
import { type SlurmWishes, slurmRequest } from './request.js'
import { slurmCommand } from './slurmCommand.js'

/**
 * Makes sure that there is a cluster that answers and can be asked for this, before anything is written.
 *
 * @throws InputError if there is none, if it has no such partition, or if an option is not what Slurm understands
 */
export async function requireSlurm(wishes: SlurmWishes): Promise<void> {
  const { partition } = slurmRequest(wishes, 1)
  const names = (await slurmCommand('sinfo', ['--noheader', '--format=%R'])).split(/\s+/)
  const partitions = [...new Set(names.filter((name) => name !== ''))]
  for (const wanted of partition?.split(',') ?? []) {
    if (partitions.includes(wanted)) continue
    throw new InputError({
      message: `the cluster has no partition ${quote(wanted)}`,
      expected: oneOf(partitions),
      nearest: nearest(wanted, partitions),
    })
  }
}
