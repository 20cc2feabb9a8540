import { InputError, type Problem } from '../diagnostics/index.js'

/** Names and positions (from 0) that lead from the top of a scenario to one of its parts. */
export type Path = readonly (string | number)[]

/** Where something was written; all parts may be unknown. */
export type Place = Pick<Problem, 'file' | 'line' | 'column'>

/** Finds the place of a part: of its value, or of the key that it stands under. */
export type Locate = (path: Path, at: 'key' | 'value') => Place

/** What may be said beside the message. */
export type Details = Pick<Problem, 'expected' | 'nearest' | 'hint'> & {
  /** `key` points at the name instead of at what stands under it. */
  readonly at?: 'key' | 'value'
}

/** Most problems that one message shows: beyond them a reader starts over anyway. */
const most = 20

/** With so many, looking for more only takes time: each may search thousands of names for the nearest. */
const enough = 100

/** Collects what is wrong with a scenario, so that one attempt shows all of it. */
export class Findings {
  readonly problems: Problem[] = []
  private readonly locate: Locate

  /** @param locate where parts were written; a document that came without its files has no places */
  constructor(locate: Locate = () => ({})) {
    this.locate = locate
  }

  get count(): number {
    return this.problems.length
  }

  /** Whether loops over rows may stop looking. */
  get isFull(): boolean {
    return this.count >= enough
  }

  /** @param message without the place and without a full stop */
  add(path: Path, message: string, { at = 'value', ...details }: Details = {}): void {
    this.problems.push({ ...this.locate(path, at), message, ...details })
  }

  /** The place of a part, for those who report by themselves. */
  placeOf(path: Path, at: 'key' | 'value' = 'value'): Place {
    return this.locate(path, at)
  }

  /** @throws {InputError} with all that was found, in the order of lines within each file */
  throwIfAny(): void {
    if (this.count === 0) return
    const shown = inOrder(this.problems).slice(0, most)
    const left = this.count - shown.length
    if (left > 0) shown.push({ message: this.isFull ? '… and many more' : `… and ${left} more` })
    throw new InputError(shown)
  }
}

function inOrder(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map((p) => p.file))]
  return [...problems].sort(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  )
}

/** A path in words: `events, entry 2, source`. */
export function pathInWords(path: Path): string {
  if (path.length === 0) return 'the file'
  let words = ''
  for (const part of path) {
    if (typeof part === 'number') words += `, entry ${part + 1}`
    else words += words === '' ? part : /entry \d+$/.test(words) ? `, ${part}` : `.${part}`
  }
  return words
}
