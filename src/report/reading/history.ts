import { civilDate, dayOf, daysPerYear, parseDate } from '../../calendar/index.js'
import type { Grade } from '../../contract/index.js'
import { type Expression, evaluateExpression, parseExpression } from '../../expression/index.js'
import type { Story } from './story.js'

/** A measure that a formula reads. */
export interface Mention {
  readonly measure: string
  readonly subjects: readonly string[]
}

/** A dated event of history beside the run. */
export interface DatedComparison {
  readonly title: string
  readonly source: string
  readonly grade: Grade
  readonly history: number
  /** The run's day of the same thing; NaN if it did not come, undefined if the scenario names none. */
  readonly model: number | undefined
  /** Years by which the run is later (negative: earlier). */
  readonly years: number
  /** The formula for the run's day, as written. */
  readonly formula: string | undefined
  readonly about: readonly Mention[]
}

export interface SeriesPoint {
  readonly day: number
  /** History's value. */
  readonly history: number
  /** The run's value of the same year; NaN outside the run. */
  readonly model: number
}

/** A historical series beside the run. */
export interface SeriesComparison {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly chart: string
  readonly source: string
  readonly grade: Grade
  readonly points: readonly SeriesPoint[]
  /** The run's own series, tick by tick. */
  readonly model: Float64Array
  readonly about: readonly Mention[]
  /** Mean absolute deviation as a share of history's value; NaN where nothing can be compared. */
  readonly deviation: number
  /** The point of the largest deviation. */
  readonly worst: SeriesPoint | undefined
}

/** History and the run, side by side. */
export interface Comparison {
  readonly events: readonly DatedComparison[]
  readonly series: readonly SeriesComparison[]
}

/** Puts what the scenario says of history beside the run; formulas that no longer fit the run are left out. */
export async function compareWithHistory(story: Story): Promise<Comparison> {
  const { run, tracks } = story
  const symbols = tracks.symbols()
  const { events = [], series = [] } = run.document.history ?? {}
  const dated = await Promise.all(
    events.map(async ({ date, title, model, source, grade }) => {
      const formula = model === undefined ? undefined : await read(model, symbols)
      const history = parseDate(date) ?? NaN
      const day = formula && (evaluateExpression(formula, tracks) as number)
      const years = day === undefined ? NaN : (day - history) / daysPerYear
      return {
        title,
        source,
        grade,
        history,
        model: day,
        years,
        formula: model,
        about: mentionsIn(formula),
      }
    }),
  )
  const runs = await Promise.all(
    series.map(async ({ points, ...head }) => {
      const formula = await read(head.model, symbols)
      if (formula?.type !== 'series') return []
      const model = evaluateExpression(formula, tracks) as Float64Array
      const compared = points.map(({ date, value }) => comparePoint(story, date, value, model))
      return [{ ...head, points: compared, model, about: mentionsIn(formula), ...errors(compared) }]
    }),
  )
  return { events: dated, series: runs.flat() }
}

async function read(
  formula: string,
  symbols: Parameters<typeof parseExpression>[1],
): Promise<Expression | undefined> {
  try {
    return await parseExpression(formula, symbols)
  } catch {
    return undefined
  }
}

/** A point dated by its year alone stands for the whole year, and is compared with the run's mean over it. */
function comparePoint(story: Story, date: string, value: number, model: Float64Array): SeriesPoint {
  const { tracks } = story
  const day = parseDate(date) ?? NaN
  if (date.length > 4) {
    const tick = tracks.tickOf(day)
    return { day, history: value, model: tick >= 0 && tick < tracks.n ? model[tick] : NaN }
  }
  const { year } = civilDate(day)
  const middle = dayOf(year, 7, 1)
  let sum = 0
  let count = 0
  for (let tick = 0; tick < tracks.n; tick++) {
    if (civilDate(tracks.days[tick]).year !== year) continue
    sum += model[tick]
    count++
  }
  return { day: middle, history: value, model: count > 0 ? sum / count : NaN }
}

function errors(points: readonly SeriesPoint[]) {
  const both = points.filter(({ model, history }) => !Number.isNaN(model) && history !== 0)
  const off = (p: SeriesPoint) => Math.abs(p.model / p.history - 1)
  const deviation = both.length === 0 ? NaN : both.reduce((sum, p) => sum + off(p), 0) / both.length
  const worst = both.reduce<SeriesPoint | undefined>(
    (found, p) => (found === undefined || off(p) > off(found) ? p : found),
    undefined,
  )
  return { deviation, worst }
}

/** The measures that a formula reads. */
export function mentionsIn(expression: Expression | undefined): readonly Mention[] {
  switch (expression?.kind) {
    case 'series':
      return [{ measure: expression.name, subjects: expression.args }]
    case 'unary':
      return mentionsIn(expression.operand)
    case 'binary':
      return [...mentionsIn(expression.left), ...mentionsIn(expression.right)]
    case 'choice':
      return [expression.condition, expression.yes, expression.no].flatMap(mentionsIn)
    case 'call':
      return expression.args.flatMap(mentionsIn)
    default:
      return []
  }
}
