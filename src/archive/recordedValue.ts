import type { Recording } from '../engine/index.js'
import { never } from '../world/index.js'

/** Does the recording have one value for each actor (or each unit)? Then it goes into `actors.csv`. */
export function isByActor({ of }: Recording): boolean {
  return of[0] === 'actors' || of[0] === 'units'
}

/** A recorded value as files hold it: a day that did not come is missing. */
export function cleanValue({ unit }: Recording, value: number): number {
  return unit === 'day' && value >= never ? NaN : value
}

/** What one value of a column means: the measure's own words, and whom it is about. */
export function meaningOf(recording: Recording, subjects: readonly string[]): string {
  const text = recording.meaning.replace(/\.$/, '')
  const about = subjects.length === 0 ? '' : ` (${subjects.join(', ')})`
  const days = recording.unit === 'day' ? '; in days since 1970-01-01, empty if it never came' : ''
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${about}${days}.`
}
