import { exitCodes } from '../diagnostics/exitCodes.js'

/** The user has ended the work. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}

/** How long the work may take to tidy up before the process leaves without it, in milliseconds. */
const patience = 3000

/**
 * Does something that Ctrl-C ends at once. The first signal aborts; the work then tidies up and throws. A second
 * signal, or too long a tidying, ends the process.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const leave = () => process.exit(exitCodes.interrupted)
  const stop = () => {
    if (controller.signal.aborted) leave()
    controller.abort()
    setTimeout(leave, patience).unref()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  try {
    return await work(controller.signal)
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}
