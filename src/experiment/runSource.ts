import { type Run, seriesOf } from '../engine/index.js'
import type { Source } from '../expression/index.js'

/** A finished run as formulas see it. */
export function runSource({ ticks, timeline, recordings }: Run): Source {
  return {
    n: ticks,
    startOfTick: (k) => timeline.start(k),
    tickOf: (day) => timeline.tickOf(day),
    series(name, args) {
      const recording = recordings.get(name)
      const series = recording && seriesOf(recording, args)
      if (!series) throw new Error(`nothing was recorded for ${name}(${args.join(', ')})`)
      return series
    },
  }
}
