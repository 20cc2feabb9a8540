import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml'
import type { Locate, Path, Place } from './findings.js'

/** Finds the place of a part below the point where a CSV file was read in. */
export type PlaceBelow = (rest: Path, at: 'key' | 'value') => Place

/** Where every part of a scenario was written: in the YAML file, or in a CSV file that it names. */
export class Places {
  private readonly mounts = new Map<string, PlaceBelow>()
  private readonly document: Document
  private readonly lines: LineCounter
  private readonly file: string

  constructor(document: Document, lines: LineCounter, file: string) {
    this.document = document
    this.lines = lines
    this.file = file
  }

  /** Parts below `path` come from another file. */
  mount(path: Path, below: PlaceBelow): void {
    this.mounts.set(path.join('\u0000'), below)
  }

  readonly locate: Locate = (path, at) => {
    for (let length = path.length - 1; length > 0; length--) {
      const below = this.mounts.get(path.slice(0, length).join('\u0000'))
      if (below) return below(path.slice(length), at)
    }
    return this.inYaml(path, at)
  }

  /** The place of a character of the YAML text. */
  placeOf(offset: number): Place {
    const { line, col } = this.lines.linePos(offset)
    return { file: this.file, line, column: col }
  }

  private inYaml(path: Path, at: 'key' | 'value'): Place {
    let node: unknown = this.document.contents
    let offset = offsetOf(node) ?? 0
    path.forEach((part, depth) => {
      if (isAlias(node)) node = node.resolve(this.document)
      let key: unknown
      if (isMap(node)) {
        const pair = node.items.find((p) => isScalar(p.key) && String(p.key.value) === String(part))
        key = pair?.key
        node = pair?.value
      } else if (isSeq(node)) {
        node = node.items[Number(part)]
      } else {
        node = undefined
      }
      const last = depth === path.length - 1
      // A part that is not there is reported where the part around it stands.
      const better = (last && at === 'value' ? offsetOf(node) : undefined) ?? offsetOf(key)
      offset = better ?? offsetOf(node) ?? offset
    })
    return this.placeOf(offset)
  }
}

function offsetOf(node: unknown): number | undefined {
  const range = (node as Node | null | undefined)?.range
  // An empty value has a range of no length, after the colon: its key says more.
  return range && range[1] > range[0] ? range[0] : undefined
}
