import type { Cell, Change, Check, ScenarioDocument } from './document.js'
import type { PopulationSettings } from './populationSettings.js'

/** Points of a series that stand in a CSV file. */
export interface PointsFile {
  readonly file: string
  /** Rows to take: those whose column has this text. */
  readonly where?: { readonly [column: string]: Cell }
  /** Column of dates: a year, a month or a day. */
  readonly date: string
  readonly value: string
}

/** Pairs of actors that stand in two columns of a CSV file. */
export interface PairsFile {
  readonly file: string
  readonly a: string
  readonly b: string
}

export type WrittenRow = { readonly [column: string]: Cell | null }

type Series = NonNullable<NonNullable<ScenarioDocument['history']>['series']>[number]
type WrittenSeries = Omit<Series, 'points'> & {
  readonly points:
    | PointsFile
    | readonly { readonly date: string | number; readonly value: number }[]
}

type PairsCheck = Extract<Check, { kind: 'pairs' }>
type WrittenCheck =
  | Exclude<Check, { kind: 'pairs' }>
  | (Omit<PairsCheck, 'documented'> & {
      readonly documented: PairsFile | readonly (readonly [Cell, Cell])[]
    })

export type WrittenSetting =
  | Cell
  | { readonly value: Cell; readonly source: string; readonly grade: string }

/**
 * A scenario as it stands in its YAML file, once the schema has found it in order: some parts are names of CSV
 * files, a mechanism may be a bare name, yes and no may be words.
 */
export interface WrittenScenario
  extends Omit<
    ScenarioDocument,
    | 'tables'
    | 'population'
    | 'groups'
    | 'changes'
    | 'history'
    | 'checks'
    | 'mechanisms'
    | 'treatments'
  > {
  readonly tables: {
    readonly [table: string]: string | { readonly [id: string]: WrittenRow | null }
  }
  readonly population?: Partial<PopulationSettings> & { readonly cities: number }
  readonly groups?: {
    readonly [id: string]: { readonly title: string; readonly members: readonly Cell[] }
  }
  readonly changes?: readonly string[]
  readonly history?: Omit<NonNullable<ScenarioDocument['history']>, 'series'> & {
    readonly series?: readonly WrittenSeries[]
  }
  readonly checks?: readonly WrittenCheck[]
  readonly mechanisms: {
    readonly [name: string]: { readonly [key: string]: WrittenSetting } | null
  }
  readonly treatments?: {
    readonly [id: string]: {
      readonly title: string
      readonly note: string
      readonly change: readonly Change[]
    }
  }
}
