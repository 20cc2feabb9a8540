import { exitCodes, Interrupted } from '../diagnostics/index.js'

/** Ctrl-C, the end of a job, a terminal that is closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** How long the work may take to tidy up before the process leaves without it, in milliseconds. */
const patience = 3000

/**
 * How long signals count as the same Ctrl-C, in milliseconds: under npm the terminal's comes twice, since npm passes it
 * on, and a second one that ended the process would leave half a folder behind.
 */
const echo = 500

/**
 * Does something that Ctrl-C ends at once. The first signal aborts, with `Interrupted` for a reason; the work then tidies up and throws. Another signal
 * after that, or too long a tidying, ends the process.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const leave = () => process.exit(exitCodes.interrupted)
  let told = 0
  const stop = () => {
    if (controller.signal.aborted) {
      if (performance.now() - told > echo) leave()
      return
    }
    told = performance.now()
    controller.abort(new Interrupted())
    setTimeout(leave, patience).unref()
  }
  for (const signal of signals) process.on(signal, stop)
  try {
    return await work(controller.signal)
  } finally {
    for (const signal of signals) process.off(signal, stop)
  }
}
