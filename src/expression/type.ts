/**
 * What a formula, or a part of one, gives: one number; a number per tick; a day number since
 * 1970-01-01 (NaN = never); yes or no; yes or no per tick; literal text.
 */
export type ExpressionType = 'scalar' | 'series' | 'date' | 'boolean' | 'booleanSeries' | 'text'

/** The types a whole formula can have: text only occurs inside, as a literal argument. */
export type ValueType = Exclude<ExpressionType, 'text'>

const words: Record<ExpressionType, string> = {
  scalar: 'a number',
  series: 'a series (one number per tick)',
  date: 'a date',
  boolean: 'a yes-or-no answer',
  booleanSeries: 'a condition per tick',
  text: 'text in quotes',
}

/** The type in words, for messages: `series` is 'a series (one number per tick)'. */
export function describeType(type: ExpressionType): string {
  return words[type]
}

/** Does it hold one value per tick, rather than one value? */
export function isPerTick(type: ExpressionType): type is 'series' | 'booleanSeries' {
  return type === 'series' || type === 'booleanSeries'
}

/** A number or a number per tick. */
export function isNumeric(type: ExpressionType): type is 'scalar' | 'series' {
  return type === 'scalar' || type === 'series'
}

/** Yes or no, or yes or no per tick. */
export function isLogical(type: ExpressionType): type is 'boolean' | 'booleanSeries' {
  return type === 'boolean' || type === 'booleanSeries'
}
