import { join } from 'node:path'
import { type Pieces, replaceDurably, type WrittenFile } from './durable.js'
import type { FileTarget } from './writeTables.js'

/** A result folder that stands and is added to: each file appears whole, or replaces the old one whole. */
export class StandingFolder implements FileTarget {
  readonly path: string

  constructor(path: string) {
    this.path = path
  }

  async write(name: string, pieces: Pieces): Promise<WrittenFile> {
    return replaceDurably(join(this.path, name), pieces)
  }

  /** Writes a value as indented JSON. */
  async writeJson(name: string, value: unknown): Promise<WrittenFile> {
    return this.write(name, [`${JSON.stringify(value, null, 2)}\n`])
  }
}
