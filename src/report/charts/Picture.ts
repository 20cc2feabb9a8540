import type { Spec } from '../render/spec.js'

/** A small table of what a chart shows, for those who would rather read it. */
export interface PictureTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A chart of one run: a specification with its data inside, and what it says in words. */
export interface Picture {
  /** Name of its files. */
  readonly id: string
  readonly title: string
  /** How to read it. */
  readonly caption: string
  /** What it shows, computed from the data: the text alternative. */
  readonly description: string
  readonly table: PictureTable
  readonly spec: Spec
}
