import { yearOf } from '../../calendar/index.js'
import type { Account } from '../Account.js'
import { shown } from '../checkTable.js'
import { counted, figure, fullDate, monthYear, percent } from './words.js'

/** One thing that a run gets wrong. */
export interface Shortfall {
  readonly text: string
  /** How badly: what the list is ordered by. */
  readonly severity: number
}

/** Deviations below these are not worth a sentence. */
const tolerated = { years: 1, deviation: 0.1 }

/** Pairs that are named at most. */
const mostPairs = 12

/** The largest differences between a run and what is known, worst first. */
export function shortfallsOf(account: Account): readonly Shortfall[] {
  return [
    ...datedShortfalls(account),
    ...seriesShortfalls(account),
    ...checkShortfalls(account),
  ].sort((a, b) => b.severity - a.severity)
}

function datedShortfalls({ history, lastDay }: Account): Shortfall[] {
  return history.events.flatMap(({ title, history: then, model, years }) => {
    if (model === undefined) return []
    if (Number.isNaN(model)) {
      if (then > lastDay) return []
      return [
        {
          text: `${title}: did not come in this run; in history on ${fullDate(then)}.`,
          severity: 10,
        },
      ]
    }
    if (Math.abs(years) < tolerated.years) return []
    const side = years < 0 ? 'too early' : 'too late'
    return [
      {
        text: `${title}: ${monthYear(model)}, ${counted(Math.abs(years), 'year', 'years', 1)} ${side} (history: ${fullDate(then)}).`,
        severity: Math.abs(years),
      },
    ]
  })
}

function seriesShortfalls({ history }: Account): Shortfall[] {
  return history.series.flatMap(({ title, unit, deviation, worst }) => {
    if (!(deviation > tolerated.deviation) || worst === undefined) return []
    return [
      {
        text: `${title}: the run is off by ${percent(deviation)} on average, most in ${yearOf(worst.day)} (${figure(worst.model)} against ${figure(worst.history)} ${unit}).`,
        severity: 10 * deviation,
      },
    ]
  })
}

function checkShortfalls({ checks, cast }: Account): Shortfall[] {
  return checks.flatMap(({ check, value, fits, off, missing, dated }) => {
    if (missing.length > 0) {
      const names = missing.map((pair) =>
        pair
          .split('|')
          .map((id) => cast.actor(id))
          .join(' – '),
      )
      return [
        {
          text: `Pairs that history documents and this run does not tie${names.length > mostPairs ? ` (${names.length})` : ''}: ${[...names.slice(0, mostPairs), ...(names.length > mostPairs ? [`${names.length - mostPairs} more`] : [])].join('; ')}.`,
          severity: 0.5 + missing.length / 4,
        },
      ]
    }
    // Dates are told by history's events; a check of their incidence would say it twice.
    if (fits !== false || check.kind === 'incidence') return []
    const [low, high] = check.band
    const statistic = check.kind === 'value' ? check.statistic : 'auc'
    const told = (v: number) => shown({ statistic, band: check.band }, v)
    const present = Number.isNaN(value) ? 'never' : dated ? monthYear(value) : told(value)
    const unit = check.unit === undefined ? '' : ` ${check.unit}`
    const past =
      check.observed === undefined
        ? ''
        : `; history: ${typeof check.observed === 'number' ? told(check.observed) : check.observed}`
    return [
      {
        text: `${check.title}: ${present}${unit} (asked of many runs together: ${told(low)} to ${told(high)}${past}).`,
        severity: Math.min(9, off),
      },
    ]
  })
}
