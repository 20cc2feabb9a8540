import { InputError, quote } from '../../diagnostics/index.js'

/** What the user asks of a cluster, as typed. */
export interface SlurmWishes {
  readonly partition?: string | undefined
  readonly account?: string | undefined
  /** How long a pilot may last, as Slurm writes times: minutes, `hours:minutes:seconds`, `days-hours`. */
  readonly time?: string | undefined
  /** Memory of one pilot, such as `8G`. Default: half a gigabyte, and as much for each worker. */
  readonly memory?: string | undefined
  /** Number of pilots. Default 4, or fewer if there is not enough to do. */
  readonly pilots?: number | undefined
  /** Processors, and so worker threads, of one pilot. Default 4. */
  readonly workers?: number | undefined
}

/** What is asked of a cluster: every word of it safe to pass on. */
export interface SlurmRequest {
  readonly partition?: string
  readonly account?: string
  readonly time?: string
  readonly memory: string
  readonly pilots: number
  readonly workers: number
}

const usual = { pilots: 4, workers: 4 }

/** How Slurm writes each, and what to tell someone who wrote otherwise. */
const shapes = {
  partition: { pattern: /^\w[\w.-]*(,\w[\w.-]*)*$/, expected: 'a name that sinfo lists' },
  account: { pattern: /^\w[\w.@-]*$/, expected: 'the name of an account of your cluster' },
  time: {
    pattern: /^(\d{1,3}-\d{1,2}(:\d{1,2}){0,2}|\d{1,6}(:\d{1,2}){0,2})$/,
    expected: 'minutes, hours:minutes:seconds, or days-hours:minutes',
  },
  memory: { pattern: /^[1-9]\d{0,8}[KMGT]$/, expected: 'a number and a unit, such as 8G' },
} as const

/**
 * Looks at what the user asks of a cluster before anything is done with it.
 *
 * @param chunks that are left to compute: there are never more pilots
 * @throws InputError with a problem for each option that Slurm would not understand
 */
export function slurmRequest(wishes: SlurmWishes, chunks: number): SlurmRequest {
  const names = Object.keys(shapes) as (keyof typeof shapes)[]
  const problems = names.flatMap((name) => {
    const word = wishes[name]
    const { pattern, expected } = shapes[name]
    if (word === undefined || pattern.test(word)) return []
    return [{ message: `--${name} ${quote(word)} is not what Slurm understands`, expected }]
  })
  if (problems.length > 0) throw new InputError(problems)
  const { partition, account, time } = wishes
  const workers = wishes.workers ?? usual.workers
  return {
    ...(partition === undefined ? {} : { partition }),
    ...(account === undefined ? {} : { account }),
    ...(time === undefined ? {} : { time }),
    memory: wishes.memory ?? `${512 * (1 + workers)}M`,
    pilots: Math.max(1, Math.min(wishes.pilots ?? usual.pilots, chunks)),
    workers,
  }
}
