import { formatDate } from '../calendar/index.js'
import type { LandBorders } from './borders.js'
import type { Evidence } from './regime.js'

/** A state that is no more, or was two: dated, and made of today's states or a part of one. */
export interface HistoricalState extends Evidence {
  readonly code: string
  readonly title: string
  readonly from: number
  /** First day on which it is no more. */
  readonly until: number
  /** Today's states that it was a union of. */
  readonly union: readonly string[]
  /** Or today's state that it was a part of, what it touches, and what of that nobody else of the whole touches. */
  readonly part?: {
    readonly of: string
    readonly touches: readonly string[]
    readonly alone: readonly string[]
  }
}

/** Today's codes, their names, and their numbers on the map. */
export interface IsoCodes {
  name(code: string): string | undefined
  onMap(code: string): string | undefined
  readonly all: readonly string[]
}

/** A code that names no state on the day asked about, and what to do about it. */
export interface NoState {
  readonly message: string
  readonly instead?: string
}

/** Which states there are on a day, and which of them are neighbours by land. */
export class States {
  constructor(
    private readonly iso: IsoCodes,
    private readonly borders: LandBorders,
    private readonly past: readonly HistoricalState[],
  ) {}

  /** Every code, current and historical. */
  get codes(): readonly string[] {
    return [...new Set([...this.iso.all, ...this.past.map((p) => p.code)])]
  }

  name(code: string): string {
    return this.past.find((p) => p.code === code)?.title ?? this.iso.name(code) ?? code
  }

  isKnown(code: string): boolean {
    return this.iso.name(code) !== undefined || this.past.some((p) => p.code === code)
  }

  /** Last day on which a historical state stood; nothing for a state of today. */
  lastDay(code: string): number | undefined {
    if (this.iso.name(code) !== undefined) return undefined
    const past = this.past.find((p) => p.code === code)
    return past && past.until - 1
  }

  /** Whether a known code names a state on that day. */
  check(code: string, date: number): NoState | undefined {
    const union = this.past.find((p) => p.union.includes(code) && within(p, date))
    if (union) {
      return {
        message: `${this.name(code)} (${code}) was part of ${union.title} (${union.code}) on ${formatDate(date)}`,
        instead: union.code,
      }
    }
    const past = this.past.find((p) => p.code === code)
    if (past === undefined || this.iso.name(code) !== undefined || within(past, date)) return
    const when = `from ${formatDate(past.from)} to ${formatDate(past.until - 1)}`
    return { message: `${past.title} (${code}) lasted ${when}, and not on ${formatDate(date)}` }
  }

  /**
   * Whether two states touch by land on a day.
   *
   * @param overseas whether each side's overseas parts are meant instead of its mainland
   */
  areNeighbours(
    a: string,
    b: string,
    date: number,
    overseas: { readonly a?: boolean; readonly b?: boolean } = {},
  ): boolean {
    if (a === b) return false
    return overseas.b && !overseas.a
      ? this.touches(b, a, date, true)
      : this.touches(a, b, date, overseas.a ?? false)
  }

  private touches(a: string, b: string, date: number, overseas: boolean): boolean {
    for (const [code, other] of [
      [a, b],
      [b, a],
    ]) {
      const part = this.partOn(code, date)
      if (part && !overseas) return part.touches.some((t) => this.standsFor(other, t, date))
    }
    const left = this.shareOf(a, date)
    const right = new Set(this.shareOf(b, date).map((code) => this.iso.onMap(code)))
    const lost = [...this.lostTo(a, date), ...this.lostTo(b, date)].map((c) => this.iso.onMap(c))
    return left.some((code) => {
      const at = this.iso.onMap(code) ?? ''
      const set = overseas ? this.borders.overseas(at) : this.borders.mainland(at)
      for (const other of set) {
        const gone = lost.includes(other) || lost.includes(at)
        if (right.has(other) && !gone) return true
      }
      return false
    })
  }

  private partOn(code: string, date: number) {
    return this.past.find((p) => p.code === code && p.part && within(p, date))?.part
  }

  /** Neighbours that the whole has lost because a part of it, a state of its own that day, touches them alone. */
  private lostTo(code: string, date: number): readonly string[] {
    return this.past
      .filter((p) => p.part?.of === code && within(p, date))
      .flatMap((p) => p.part?.alone ?? [])
  }

  private standsFor(code: string, today: string, date: number): boolean {
    return code === today || this.shareOf(code, date).includes(today)
  }

  /** Today's states that a code stands for on a day. */
  private shareOf(code: string, date: number): readonly string[] {
    const union = this.past.find((p) => p.code === code && p.union.length > 0 && within(p, date))
    return union?.union ?? [code]
  }
}

function within({ from, until }: HistoricalState, date: number): boolean {
  return date >= from && date < until
}
