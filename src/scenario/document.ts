import type { Grade, ParameterValue } from '../contract/index.js'
import type { PopulationSettings } from './populationSettings.js'

/** A cell of a table as written: text from CSV, or a YAML value. Absent cells are not there. */
export type Cell = string | number | boolean

/** Rows by id, in the order of the file. Keys of a row: `title`, columns, `<column>_grade`, `<column>_source`, `note`. */
export interface DocumentTable {
  readonly [id: string]: { readonly [column: string]: Cell }
}

export interface DocumentTables {
  readonly [table: string]: DocumentTable
}

/** A parameter as written: a bare value, or one with its own source and grade. */
export type ParameterSetting =
  | ParameterValue
  | { readonly value: ParameterValue; readonly source: string; readonly grade: Grade }

export interface MechanismSettings {
  readonly enabled?: boolean
  readonly [parameter: string]: ParameterSetting | undefined
}

/** Cells to write: table → id → column → value. */
export interface Cells {
  readonly [table: string]: { readonly [id: string]: { readonly [column: string]: Cell } }
}

/** Something dated that comes from outside the model. Never an outcome. */
export interface ExogenousEvent {
  readonly date: string
  readonly title: string
  readonly set: Cells
  readonly source: string
  readonly grade: Grade
}

/** One step of a treatment. */
export type Change =
  | { readonly set: string; readonly to: Cell }
  | {
      readonly update: string
      readonly where: { readonly [column: string]: Cell }
      readonly set: { readonly [column: string]: Cell }
    }
  | { readonly enable: string }
  | { readonly disable: string }

export interface Treatment {
  readonly title: string
  readonly note: string
  readonly change: readonly Change[]
}

/** What really happened, to compare with. Never read by a mechanism. */
export interface History {
  readonly events?: readonly {
    readonly date: string
    readonly title: string
    /** Expression for the model's own date of the same thing. */
    readonly model?: string
    readonly source: string
    readonly grade: Grade
  }[]
  readonly series?: readonly {
    readonly id: string
    readonly title: string
    readonly unit: string
    /** Expression for the model's own series. */
    readonly model: string
    /** Chart that it belongs to: `emissions` or `deposition`. */
    readonly chart: string
    readonly points: readonly { readonly date: string; readonly value: number }[]
    readonly source: string
    readonly grade: Grade
  }[]
  readonly targets?: readonly {
    readonly title: string
    readonly unit: string
    readonly chart: string
    readonly value: number
    readonly from?: string
    readonly source: string
    readonly grade: Grade
  }[]
}

/** Whether the pattern was used to set parameters, is an input in another shape, or is held out. */
export type CheckRole = 'calibration' | 'input' | 'validation'

interface CheckHead {
  readonly id: string
  readonly title: string
  readonly role: CheckRole
  /** Band that the statistic should lie in, set from the evidence before tuning. */
  readonly band: readonly [number, number]
  /** What history shows, where it can be said in one number. */
  readonly observed?: number | string
  readonly unit?: string
  readonly source: string
  readonly grade: Grade
  readonly note?: string
}

/** A pattern that many seeds of the model should show. */
export type Check =
  /** Mean or median over runs of an expression. */
  | (CheckHead & {
      readonly kind: 'value'
      readonly outcome: string
      readonly statistic: 'mean' | 'median'
    })
  /** Share of runs in which a dated outcome falls between two days (both included). */
  | (CheckHead & {
      readonly kind: 'incidence'
      readonly outcome: string
      readonly from?: string
      readonly to: string
    })
  /** How high the documented pairs rank among all pairs, by how often the model ties them (AUC), beside gravity alone. */
  | (CheckHead & {
      readonly kind: 'pairs'
      readonly instrument: string
      readonly to: string
      /** Pairs of ids, `a|b`. */
      readonly documented: readonly string[]
    })

/** A sheet for a class, of one page. */
export interface TeachingSheet {
  readonly question: string
  /** What to look at in a run. */
  readonly look: readonly string[]
  /** Commands that can be pasted into a terminal, and what each is to show. */
  readonly change: readonly { readonly do: string; readonly why: string }[]
  readonly discuss: readonly string[]
}

/** A scenario with all its files read in. Plain data: treatments are applied to it, workers receive it. */
export interface ScenarioDocument {
  readonly format: 1
  readonly name: string
  readonly title: string
  /** The question that the scenario asks, for readers. */
  readonly question: string
  readonly summary: string
  readonly licence: string
  readonly time: { readonly start: string; readonly end: string; readonly ticksPerYear: number }
  /** Tables; in YAML each is the name of a CSV file or rows written out by id. */
  readonly tables: DocumentTables
  /** Cities that are synthesised beside the written actors. */
  readonly population?: PopulationSettings
  /** Named sets of actors, for measures and checks. */
  readonly groups?: {
    readonly [id: string]: { readonly title: string; readonly members: readonly string[] }
  }
  /** Dated assignments from CSV files (columns date, table, id, column, value), in order. */
  readonly changes?: readonly {
    readonly date: string
    readonly table: string
    readonly id: string
    readonly column: string
    readonly value: Cell
  }[]
  readonly events?: readonly ExogenousEvent[]
  readonly mechanisms: { readonly [name: string]: MechanismSettings }
  /** Measures to record; default all that the mechanisms make possible. */
  readonly measures?: readonly string[]
  readonly history?: History
  readonly checks?: readonly Check[]
  readonly treatments?: { readonly [id: string]: Treatment }
  /** What each column of a table stands on. */
  readonly sources?: readonly {
    readonly table: string
    readonly columns: readonly string[]
    readonly source: string
    readonly grade: Grade
  }[]
  readonly teaching?: TeachingSheet
}
