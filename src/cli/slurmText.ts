import { relative } from 'node:path'
import { shellLine } from '../diagnostics/shellWord.js'
import type { QueuedJob, Submission, Tally } from '../experiment/slurm/index.js'

/** What stands at the end of a sweep on a cluster, and what to do about it. */
export interface SweepState {
  readonly folder: string
  readonly tally: Tally
  /** Jobs in the queue; undefined if Slurm cannot be asked from here. */
  readonly jobs: readonly QueuedJob[] | undefined
  /** Is the result there? */
  readonly merged: boolean
}

/** What was submitted, and how to look at it. */
export function submittedText(folder: string, { pilots, tasks, merge }: Submission): string {
  return [
    `${count(tasks, 'pilot')} in the queue as job ${pilots}; job ${merge} merges when they have ended.`,
    '',
    table([
      [sweep('status', folder), 'how far it has come'],
      [sweep('collect', folder), 'merge by hand, or see what is missing'],
      [sweep('cancel', folder), 'end the jobs; what is done stays'],
    ]),
    '',
    `Results go to ${shown(folder)}, what the jobs say to slurm/ in it.`,
  ].join('\n')
}

/** How far a sweep has come, its jobs, and what to do next. */
export function statusText(state: SweepState): string {
  const { tally, jobs = [] } = state
  return [
    `${shown(state.folder)}: ${tallyText(tally)}`,
    ...(jobs.length > 0 ? [table(jobs.map(jobWords))] : []),
    ...nextText(state),
  ].join('\n')
}

/** How many runs and chunks are there. */
export function tallyText({ chunks, missing, runs, done, failed, lost }: Tally): string {
  const over = done + failed + lost
  const bad = [
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(lost > 0 ? [`${lost} lost`] : []),
  ].join(', ')
  return `${over} of ${count(runs, 'run')}${bad === '' ? '' : ` (${bad})`}, ${chunks - missing} of ${count(chunks, 'chunk')}.`
}

/** Reasons of Slurm's that do not pass with time. */
const hopeless =
  /^(Partition\w*Limit|PartitionConfig|BadConstraints|DependencyNeverSatisfied|Invalid\w+)$/

/** What to do about what is missing. */
export function nextText({ folder, tally, jobs, merged }: SweepState): string[] {
  if (merged) return ['It is finished.']
  if (jobs === undefined) return ['Slurm cannot be asked from here whether jobs are at work.']
  const stuck = new Set(jobs.map(({ reason }) => reason).filter((reason) => hopeless.test(reason)))
  if (stuck.size > 0) {
    return [
      `Slurm will not start some of them as they were asked for (${[...stuck].join(', ')}):`,
      table([
        [sweep('cancel', folder), 'end them'],
        [resume(folder, '--engine', 'slurm'), 'ask again, with other options'],
      ]),
    ]
  }
  if (jobs.some(({ role }) => role === 'merge'))
    return ['Jobs are in the queue; the result is there when the merge has ended.']
  if (jobs.length > 0) return ['Jobs are in the queue.']
  if (tally.missing === 0) return ['No job is left. To merge:', `  ${sweep('collect', folder)}`]
  return [
    'No job is left. To go on:',
    table([
      [resume(folder, '--engine', 'slurm'), 'on the cluster'],
      [resume(folder), 'here'],
    ]),
  ]
}

/** `4 pilots`, `1 pilot`. */
export function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`
}

/** The command line for something about a sweep, to be typed where the user is. */
export function sweep(what: string, folder: string): string {
  return shellLine(['paradiplomacy', 'sweep', what, shown(folder)])
}

/** The command line that goes on with a sweep. */
export function resume(folder: string, ...more: readonly string[]): string {
  return shellLine(['paradiplomacy', 'sweep', '--resume', shown(folder), ...more])
}

function jobWords({ id, role, state, node, reason }: QueuedJob): string[] {
  const where = node === '' ? '' : ` on ${node}`
  const why = reason === '' || reason === 'None' ? '' : ` (${reason})`
  return [id, role, `${state.toLowerCase()}${where}${why}`]
}

/** The shorter of the two ways to write a path. */
function shown(folder: string): string {
  const fromHere = relative('', folder)
  return fromHere !== '' && fromHere.length < folder.length ? fromHere : folder
}

/** Lines with their cells one below the other, indented. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, c) => Math.max(...rows.map((row) => row[c].length)))
  return rows
    .map((row) => `  ${row.map((cell, c) => cell.padEnd(widths[c])).join('  ')}`.trimEnd())
    .join('\n')
}
