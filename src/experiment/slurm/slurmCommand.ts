import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { errorCode } from '../../archive/index.js'
import { InputError } from '../../diagnostics/index.js'

const run = promisify(execFile)

/** How long Slurm may take to answer, in milliseconds: a busy controller keeps its clients waiting for a minute. */
const patience = 120_000

/**
 * Calls one of Slurm's programs, without a shell.
 *
 * @returns what it printed
 * @throws InputError if it is not on this machine, or refuses, with its own words
 */
export async function slurmCommand(
  program: 'sbatch' | 'squeue' | 'scancel' | 'sinfo',
  words: readonly string[],
): Promise<string> {
  try {
    const { stdout } = await run(program, [...words], { timeout: patience, encoding: 'utf8' })
    return stdout
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      throw new InputError({
        message: `there is no Slurm on this machine: ${program} is not found`,
        hint: "Type this on your cluster's login node, or leave --engine slurm out",
      })
    }
    throw new InputError({ message: `Slurm refuses: ${saidBy(error)}` })
  }
}

/** What a program that failed has said, in one line. */
function saidBy(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : ''
  const lines = said.split('\n').map((line) => line.replace(/^\w+: (error|fatal): /, '').trim())
  const text = lines.filter((line) => line !== '').join('; ')
  return text === '' ? 'it says nothing, or does not answer' : text
}
