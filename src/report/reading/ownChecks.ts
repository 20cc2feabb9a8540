import { parseDate } from '../../calendar/index.js'
import { type Expression, evaluateExpression, parseExpression } from '../../expression/index.js'
import type { Check } from '../../scenario/document.js'
import type { Story } from './story.js'

/** What one run answers to a check that is meant for many: no verdict, but a hint at what the run gets wrong. */
export interface OwnCheck {
  readonly check: Check
  /** A number, or a day number for a dated outcome; NaN for none. Of pairs: the share of documented ones. */
  readonly value: number
  readonly dated: boolean
  /** Does the run show what the band asks of most runs? Undefined where one run cannot say. */
  readonly fits: boolean | undefined
  /** By how many widths of the band the value lies outside of it. */
  readonly off: number
  /** Documented pairs that the run does not tie, `a|b`. */
  readonly missing: readonly string[]
  readonly formula: string
}

/** Puts every check of the scenario to this one run; formulas that do not fit it are left out. */
export async function ownChecksOf(story: Story): Promise<readonly OwnCheck[]> {
  const { run, tracks } = story
  const symbols = tracks.symbols()
  const found = await Promise.all(
    (run.document.checks ?? []).map(async (check): Promise<OwnCheck[]> => {
      if (check.kind === 'pairs') return [pairs(check, story)]
      try {
        const expression = await parseExpression(check.outcome, symbols)
        return [number(check, expression, story)]
      } catch {
        return []
      }
    }),
  )
  return found.flat()
}

function number(
  check: Exclude<Check, { kind: 'pairs' }>,
  expression: Expression,
  { tracks }: Story,
): OwnCheck {
  const value = evaluateExpression(expression, tracks) as number
  const [low, high] = check.band
  const rest = { check, value, missing: [], formula: check.outcome }
  if (check.kind === 'incidence') {
    const from = check.from === undefined ? -Infinity : (parseDate(check.from) ?? -Infinity)
    const came = value >= from && value <= (parseDate(check.to) ?? NaN)
    const wanted = low >= 0.5 ? true : high <= 0.5 ? false : undefined
    const fits = wanted === undefined ? undefined : came === wanted
    return { ...rest, dated: true, fits, off: fits === false ? 1 : 0 }
  }
  const fits = value >= low && value <= high
  const distance =
    value < low ? low - value : value > high ? value - high : Number.isNaN(value) ? Infinity : 0
  const off = fits ? 0 : distance / (high - low)
  return { ...rest, dated: expression.type === 'date', fits, off }
}

function pairs(check: Extract<Check, { kind: 'pairs' }>, { pacts }: Story): OwnCheck {
  const to = parseDate(check.to) ?? NaN
  const tied = new Set(
    pacts
      .filter((p) => p.instrument === check.instrument && p.signed <= to)
      .flatMap(({ parties }) => parties.flatMap((a) => parties.map((b) => `${a}|${b}`))),
  )
  const documented = [...new Set(check.documented.map(sortedPair))]
  const missing = documented.filter((pair) => !tied.has(pair))
  const value = documented.length === 0 ? NaN : 1 - missing.length / documented.length
  return { check, value, dated: false, fits: undefined, off: 0, missing, formula: '' }
}

function sortedPair(pair: string): string {
  return pair.split('|').sort().join('|')
}
