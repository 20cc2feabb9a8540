import { exp, log, normalQuantile } from '../numeric/index.js'
import { type Interval, tailOf } from './Interval.js'
import { meanInterval } from './meanInterval.js'
import { wilson } from './wilson.js'

/*
 * Times to an event over many runs. A time is a number, or NaN or Infinity for a run in which the event
 * never came; a time after the horizon is no different from those: all were watched up to the horizon.
 */

/** The estimate from a time on until the next step. */
export interface Step extends Interval {
  readonly time: number
  /** Runs without the event just before this time. */
  readonly atRisk: number
  /** Runs in which the event came at this time. */
  readonly events: number
}

/**
 * The share of runs in which the event has come, step by step, with Wilson's interval at each: all runs
 * are watched equally long, so each share is a proportion.
 *
 * @param times one a run, in any unit; see above
 * @param horizon until when the runs were watched, same unit
 * @param level coverage at each time (not of the whole curve)
 * @returns one step for each time of an event up to the horizon, in ascending order
 */
export function cumulativeIncidence(
  times: ArrayLike<number>,
  horizon: number,
  level = 0.95,
): Step[] {
  const n = times.length
  return eventsOf(times, horizon).map(({ time, atRisk, events }) => ({
    time,
    atRisk,
    events,
    ...wilson(n - atRisk + events, n, level),
  }))
}

/**
 * The Kaplan–Meier estimate of the share of runs still without the event, with Greenwood's variance on
 * the log(−log) scale, which keeps the interval within [0, 1].
 * Source: Kaplan, E. L. & Meier, P. (1958), Nonparametric estimation from incomplete observations, JASA
 * 53(282), 457–481; Kalbfleisch, J. D. & Prentice, R. L. (1980), The statistical analysis of failure
 * time data, section 1.3.
 *
 * @param times one a run; NaN or Infinity for never
 * @param horizon until when runs without the event were watched, same unit
 * @param level coverage at each time
 * @param censored for each run, the time at which watching ended early; none if absent. An event at the
 *   same time still counts
 * @returns one step for each time of an event; where none is left, the bounds are NaN
 */
export function kaplanMeier(
  times: ArrayLike<number>,
  horizon: number,
  level = 0.95,
  censored?: ArrayLike<number>,
): Step[] {
  const z = -normalQuantile(tailOf(level))
  let survival = 1
  let greenwood = 0
  return eventsOf(times, horizon, censored).map(({ time, atRisk, events }) => {
    survival *= 1 - events / atRisk
    greenwood += events / (atRisk * (atRisk - events))
    const base = { time, atRisk, events, estimate: survival, level }
    if (survival === 0) return { ...base, lower: NaN, upper: NaN }
    const logSurvival = log(survival)
    const spread = exp((z * Math.sqrt(greenwood)) / -logSurvival)
    return { ...base, lower: exp(logSurvival * spread), upper: exp(logSurvival / spread) }
  })
}

/**
 * The mean time without the event up to the horizon: the area under the survival curve, with an
 * interval from Student's t. A difference between treatments is in the unit of time.
 * Source: Royston, P. & Parmar, M. K. B. (2013), Restricted mean survival time, BMC Medical Research
 * Methodology 13, 152; Irwin, J. O. (1949), Journal of Hygiene 47, 188–189.
 *
 * @param times one a run; NaN or Infinity for never
 * @param horizon until when the runs were watched, same unit
 * @param level coverage
 */
export function restrictedMean(times: ArrayLike<number>, horizon: number, level = 0.95): Interval {
  const restricted = Float64Array.from(times, (time) => (time <= horizon ? time : horizon))
  return meanInterval(restricted, level)
}

/** The distinct times of events, each with the number of runs at risk and of events. */
function eventsOf(
  times: ArrayLike<number>,
  horizon: number,
  censored?: ArrayLike<number>,
): { time: number; atRisk: number; events: number }[] {
  const watched = Array.from(times, (time, i) => {
    const until = Math.min(horizon, censored === undefined ? horizon : censored[i])
    return time <= until ? { time, event: true } : { time: until, event: false }
  })
  // Events before censorings at the same time: who leaves at t was watched at t.
  watched.sort((a, b) => a.time - b.time || Number(b.event) - Number(a.event))
  const steps: { time: number; atRisk: number; events: number }[] = []
  watched.forEach(({ time, event }, i) => {
    if (!event) return
    const last = steps.at(-1)
    if (last?.time === time) last.events++
    else steps.push({ time, atRisk: watched.length - i, events: 1 })
  })
  return steps
}
