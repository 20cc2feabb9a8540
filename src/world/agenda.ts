import type { ColumnArray } from './column.js'

/** One dated assignment from the scenario: on this day, this cell takes this value. */
export interface Assignment {
  readonly day: number
  readonly table: string
  readonly column: string
  /** Position in the column's array. */
  readonly at: number
  readonly value: number
}

/** A dated event that the scenario names, for the event log. */
export interface Announcement {
  readonly day: number
  readonly title: string
  readonly issue: number
  readonly actor: number
}

/** What comes from outside the model, in order of days. */
export interface Agenda {
  readonly n: number
  readonly day: Int32Array
  readonly target: readonly ColumnArray[]
  readonly at: Int32Array
  readonly value: Float64Array
  readonly announcements: readonly Announcement[]
}
