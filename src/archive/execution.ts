import { availableParallelism, cpus, totalmem } from 'node:os'

/** When and on what something was run: `execution.json`, which says nothing that a repetition needs. */
export interface Execution {
  /** ISO 8601, in UTC. */
  readonly start: string
  readonly end: string
  readonly seconds: number
  readonly node: string
  readonly platform: string
  readonly architecture: string
  readonly processor: string
  readonly cores: number
  /** Main memory in bytes. */
  readonly memory: number
  readonly workers?: number
}

/** The execution that began at `start` and ends now. */
export function executionSince(start: Date, workers?: number): Execution {
  const end = new Date()
  return {
    start: start.toISOString(),
    end: end.toISOString(),
    seconds: (end.getTime() - start.getTime()) / 1000,
    node: process.version,
    platform: process.platform,
    architecture: process.arch,
    processor: cpus()[0]?.model ?? '',
    cores: availableParallelism(),
    memory: totalmem(),
    ...(workers === undefined ? {} : { workers }),
  }
}
