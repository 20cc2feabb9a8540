import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { damaged, errorCode, StandingFolder } from '../../archive/index.js'

const submissionShape = z.object({
  /** When, ISO 8601. */
  at: z.string(),
  /** Where the user was: relative paths start there. */
  directory: z.string(),
  /** Id of the array of pilots. */
  pilots: z.string().regex(/^\d+$/),
  /** Number of pilots, and of workers in each. */
  tasks: z.number(),
  workers: z.number(),
  /** Id of the job that merges when the pilots have ended. */
  merge: z.string().regex(/^\d+$/),
  /** Options of the array, as `sbatch` got them. */
  options: z.array(z.string()),
})

const recordShape = z.object({ format: z.literal(1), submissions: z.array(submissionShape) })

/** One call of `--engine slurm`: an array of pilots, and a job that merges. */
export type Submission = Readonly<z.infer<typeof submissionShape>>

/** What `slurm.json` in an experiment's folder holds. It is no part of the plan. */
const fileName = 'slurm.json'

/**
 * The jobs that were submitted for an experiment, earliest first; none if it never was on a cluster.
 *
 * @throws InputError if `slurm.json` is damaged
 */
export async function readSubmissions(folder: string): Promise<readonly Submission[]> {
  let text: string
  try {
    text = await readFile(join(folder, fileName), 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
  const parsed = recordShape.safeParse(parseOrNothing(text))
  if (!parsed.success) throw damaged(folder, `${fileName} is not one of ours`)
  return parsed.data.submissions
}

/** Adds jobs to those of the experiment. */
export async function recordSubmission(folder: string, submission: Submission): Promise<void> {
  const submissions = [...(await readSubmissions(folder)), submission]
  await new StandingFolder(folder).writeJson(fileName, { format: 1, submissions })
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
