import { mkdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { replaceDurably } from '../../archive/index.js'
import { InputError } from '../../diagnostics/index.js'
import { recordSubmission, type Submission } from './jobRecord.js'
import { jobScript } from './jobScript.js'
import type { SlurmRequest } from './request.js'
import { slurmCommand } from './slurmCommand.js'

/** The command lines that jobs become, the folder's path included. */
export interface JobCommands {
  /** Joins the experiment and computes what is missing. */
  readonly pilot: readonly string[]
  /** Merges what the pilots have left. */
  readonly merge: readonly string[]
}

/**
 * Submits the jobs of an experiment: an array of few pilots, each of which claims chunks until none is left, and a job
 * that merges when all pilots have ended, however they ended. Returns as soon as they are in the queue.
 *
 * @param folder of the experiment, which holds its plan already; scripts and logs go into its `slurm/`
 * @throws InputError if Slurm refuses, with its words; nothing is in the queue then
 */
export async function submit(
  folder: string,
  request: SlurmRequest,
  commands: JobCommands,
): Promise<Submission> {
  const directory = process.cwd()
  const place = join(resolve(folder), 'slurm')
  await mkdir(place, { recursive: true })
  const scripts = { pilot: join(place, 'pilot.sh'), merge: join(place, 'merge.sh') }
  for (const job of ['pilot', 'merge'] as const)
    await replaceDurably(scripts[job], [jobScript(directory, commands[job])])

  const options = pilotOptions(folder, request)
  const pilots = await sbatch([...options, log(place, 'pilot-%A_%a.log'), scripts.pilot])
  let merge: string
  try {
    const waiting = [`--dependency=afterany:${pilots}`, log(place, 'merge-%j.log')]
    merge = await sbatch([...mergeOptions(folder, request), ...waiting, scripts.merge])
  } catch (error) {
    await slurmCommand('scancel', [pilots])
    throw error
  }
  const at = new Date().toISOString()
  const { pilots: tasks, workers } = request
  const submission = { at, directory, pilots, tasks, workers, merge, options }
  await recordSubmission(folder, submission)
  return submission
}

function pilotOptions(folder: string, request: SlurmRequest): string[] {
  return [
    ...commonOptions(folder, request),
    `--array=0-${request.pilots - 1}`,
    `--cpus-per-task=${request.workers}`,
    // A task whose node has died joins again from wherever Slurm puts it.
    '--requeue',
  ]
}

function mergeOptions(folder: string, request: SlurmRequest): string[] {
  return [...commonOptions(folder, request), '--cpus-per-task=1']
}

function commonOptions(folder: string, request: SlurmRequest): string[] {
  const { partition, account, time, memory } = request
  return [
    `--job-name=${jobName(folder)}`,
    '--nodes=1',
    '--ntasks=1',
    `--mem=${memory}`,
    ...(partition === undefined ? [] : [`--partition=${partition}`]),
    ...(account === undefined ? [] : [`--account=${account}`]),
    ...(time === undefined ? [] : [`--time=${time}`]),
  ]
}

/** What `squeue` will call it. */
function jobName(folder: string): string {
  return basename(resolve(folder)).replace(/[^\w.-]/g, '_')
}

/** Where a job's words go. In Slurm's patterns a per cent sign of the folder's own is written twice. */
function log(place: string, pattern: string): string {
  return `--output=${join(place.replaceAll('%', '%%'), pattern)}`
}

/** @returns the id of the job */
async function sbatch(words: readonly string[]): Promise<string> {
  const said = await slurmCommand('sbatch', ['--parsable', '--open-mode=append', ...words])
  const [, id] = /^(\d+)(;|$)/m.exec(said.trim()) ?? []
  if (id === undefined) throw new InputError(`sbatch gives no job id, but says: ${said.trim()}`)
  return id
}
