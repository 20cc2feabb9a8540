import { createHash } from 'node:crypto'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { InputError, nearest, type Problem, quote } from '../diagnostics/index.js'

/** A file that a scenario was read from. */
export interface ScenarioFile {
  /** Relative to the scenario's folder, with forward slashes. */
  readonly name: string
  readonly sha256: string
  readonly bytes: number
}

/** Far above any scenario by hand, far below what fills the memory. */
const maxBytes = 64 * 1024 * 1024

/** A scenario file holds structure, which takes time to read; what is large belongs into CSV. */
const mostOfYaml = 4 << 20

/**
 * The folder of one scenario. Files outside of it are not read, not even through symbolic links: a scenario from
 * somebody else must not be able to show what lies elsewhere on the reader's machine.
 */
export class ScenarioFolder {
  readonly files: ScenarioFile[] = []
  /** The scenario file as the user named it. */
  readonly path: string
  readonly folder: string

  constructor(path: string) {
    this.path = path
    this.folder = dirname(path)
  }

  /** The text of the scenario file itself. */
  async main(): Promise<string> {
    return this.take(this.path, basename(this.path), {}, mostOfYaml)
  }

  /** A file of the folder as messages name it. */
  display(name: string): string {
    return join(this.folder, name)
  }

  /**
   * The text of a file that the scenario names.
   *
   * @param where the place that names it
   * @throws {InputError} if it lies outside the folder, is not there, or is not UTF-8 text
   */
  async read(name: string, where: Omit<Problem, 'message'>): Promise<string> {
    const refuse = (message: string, hint?: string) => new InputError({ ...where, message, hint })
    const outside = `${quote(name)} leads out of the scenario's folder`
    const hint = 'Files of a scenario lie beside its scenario.yaml or in folders below'
    if (isAbsolute(name) || name.split(/[\\/]/).includes('..') || /[\\:\p{Cc}]/u.test(name))
      throw refuse(outside, hint)
    const path = join(this.folder, name)
    let real: string
    try {
      real = await realpath(path)
    } catch {
      const near = nearest(name, await readdir(this.folder))
      const message = `there is no file ${quote(name)} in the scenario's folder`
      throw new InputError({ ...where, message, nearest: near })
    }
    const home = await realpath(this.folder)
    if (!real.startsWith(home.endsWith(sep) ? home : home + sep)) throw refuse(outside, hint)
    return this.take(path, relative(this.folder, path).split(sep).join('/'), where)
  }

  private async take(
    path: string,
    name: string,
    where: Omit<Problem, 'message'>,
    most = maxBytes,
  ): Promise<string> {
    const about = await stat(path).catch(() => undefined)
    if (about === undefined) throw new InputError({ message: `there is no file ${quote(path)}` })
    if (!about.isFile()) throw new InputError({ ...where, message: `${quote(name)} is not a file` })
    if (about.size > most)
      throw new InputError({ ...where, message: `${quote(name)} is larger than ${most >> 20} MB` })
    const bytes = await readFile(path).catch(() => {
      throw new InputError({ ...where, message: `${quote(path)} may not be read` })
    })
    if (!this.files.some((f) => f.name === name)) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      this.files.push({ name, sha256, bytes: bytes.length })
    }
    return decode(bytes, path)
  }
}

function decode(bytes: Uint8Array, file: string): string {
  if (bytes.includes(0)) {
    throw new InputError({
      file,
      message: 'this is not a text file',
      hint: 'A spreadsheet must be saved as CSV (UTF-8), a scenario as plain text',
    })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes)
    const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length
    throw new InputError({
      file,
      line,
      message: 'this line is not UTF-8 text',
      hint: 'Save the file with the encoding UTF-8',
    })
  }
}
