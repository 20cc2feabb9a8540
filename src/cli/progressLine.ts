import { SingleBar } from 'cli-progress'
import type { Progress } from '../experiment/index.js'

/** How often a plain line is written where there is no terminal, in milliseconds. */
const pause = 5000

/** Shows on stderr how far an experiment has come: a bar on a terminal, a plain line now and then elsewhere. */
export function progressLine(): { show: (progress: Progress) => void; end: () => void } {
  return process.stderr.isTTY ? bar() : lines()
}

function bar() {
  const drawn = new SingleBar({
    format: '{bar} {value}/{total} runs, {rate} a second, {left} left{failed}',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    barsize: 20,
  })
  let begun = false
  let ended = false
  return {
    show(progress: Progress) {
      if (!begun) drawn.start(progress.total, 0, words(progress))
      begun = true
      // An experiment may find that it needs more runs.
      drawn.setTotal(progress.total)
      drawn.update(progress.done, words(progress))
    },
    end() {
      if (begun && !ended) drawn.stop()
      ended = true
    },
  }
}

function lines() {
  let last = performance.now()
  return {
    show(progress: Progress) {
      const now = performance.now()
      if (now - last < pause) return
      last = now
      const { rate, left, failed } = words(progress)
      process.stderr.write(
        `${progress.done} of ${progress.total} runs, ${rate} a second, ${left} left${failed}\n`,
      )
    },
    end() {},
  }
}

function words({ rate, secondsLeft, failed, lost }: Progress) {
  return {
    rate: Number.isFinite(rate) ? rate.toFixed(rate < 10 ? 1 : 0) : '?',
    left: Number.isFinite(secondsLeft) ? duration(secondsLeft) : '?',
    failed: failed + lost > 0 ? `, ${failed + lost} failed` : '',
  }
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  if (seconds < 5400) return `${Math.ceil(seconds / 60)} min`
  return `${(seconds / 3600).toFixed(1)} h`
}
