import type {
  CheckManifest,
  Execution,
  ExperimentManifest,
  ResultKind,
  RunCounts,
} from '../../archive/index.js'
import type { Picture, PictureTable } from '../charts/Picture.js'
import type { Answer } from './Answer.js'

/** All that the page of an experiment tells, of whichever kind it is. */
export interface ExperimentAccount {
  readonly kind: Exclude<ResultKind, 'run'>
  /** What kind of experiment it is, in words. */
  readonly what: string
  readonly manifest: ExperimentManifest | CheckManifest
  readonly execution: Execution | undefined
  readonly seed: string
  readonly question: string
  readonly answer: Answer
  /** What the reader should beware of. */
  readonly caution: string
  readonly pictures: readonly Picture[]
  readonly tables: readonly NumbersTable[]
  /** How the runs were laid out, item by item. */
  readonly design: readonly (readonly [item: string, text: string])[]
  readonly counts: RunCounts
  /** The methods, sentence by sentence. */
  readonly methods: readonly string[]
}

/** A table of numbers that belongs to no chart. */
export interface NumbersTable extends PictureTable {
  readonly id: string
  readonly title: string
  /** How to read it. */
  readonly note?: string
  /** Columns of numbers, counted from 0. */
  readonly numbers?: readonly number[]
  /** For the details: folded away until they are asked for. */
  readonly folded?: boolean
}
