/** What the process tells its caller. */
export const exitCodes = {
  /** All went well. */
  done: 0,
  /** A failure of ours or of the machine; a sweep only when all its runs failed. */
  failed: 1,
  /** The input is wrong; see the messages. */
  badInput: 2,
  /** A check fell short, or a hypothesis missed what was expected of it. */
  fellShort: 3,
  /** Interrupted by the user; completed chunks stay. */
  interrupted: 130,
} as const

/** One of the exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
