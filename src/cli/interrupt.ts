import { exitCodes } from '../diagnostics/index.js'

/**
 * Runs something that Ctrl-C ends at once: the first signal aborts and the process leaves with the code of an
 * interruption as soon as `tidy` is done.
 */
export async function interruptible<T>(
  work: (signal: AbortSignal) => Promise<T>,
  tidy: () => Promise<void> | void,
): Promise<T> {
  const controller = new AbortController()
  const stop = () => {
    controller.abort()
    process.stderr.write('\nInterrupted.\n')
    Promise.resolve(tidy()).finally(() => process.exit(exitCodes.interrupted))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    return await work(controller.signal)
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}
