import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { quote } from '../diagnostics/index.js'
import { type Pieces, type WrittenFile, writeDurably } from './durable.js'
import type { FileTarget } from './writeTables.js'

/** An empty folder that is being filled, each file once; somebody else sees to where it will stand. */
export class FolderInMaking implements FileTarget {
  /** Where its files are for now. */
  readonly path: string

  constructor(path: string) {
    this.path = path
  }

  /**
   * Writes one file.
   *
   * @param name a plain file name, or a path of plain names
   */
  async write(name: string, pieces: Pieces): Promise<WrittenFile> {
    const path = this.#place(name)
    await mkdir(dirname(path), { recursive: true })
    return writeDurably(path, pieces)
  }

  /** Writes a value as indented JSON. */
  async writeJson(name: string, value: unknown): Promise<WrittenFile> {
    return this.write(name, [`${JSON.stringify(value, null, 2)}\n`])
  }

  #place(name: string): string {
    const parts = name.split('/')
    if (parts.some((part) => !/^[\w-][\w.-]*$/.test(part)))
      throw new Error(`${quote(name)} is no name for a result file`)
    return join(this.path, ...parts)
  }
}
