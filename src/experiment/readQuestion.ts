import { readFile } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join } from 'node:path'
import type { z } from 'zod'
import { errorCode, type InputFile, sha256 } from '../archive/index.js'
import { InputError, quote } from '../diagnostics/index.js'
import { type Findings, readShaped } from '../scenario/index.js'

/** A file that asks something of many runs. */
export interface Question<T> {
  readonly data: T
  /** Its name and hash: a question can be registered before it is asked. */
  readonly file: InputFile
  readonly text: string
  /** Name or path of its scenario, as seen from the working directory. */
  readonly scenario: string
  /** Know the place of every part of the file. */
  readonly findings: Findings
}

/**
 * Reads a file that asks something of many runs: a plan, hypotheses, causes.
 *
 * @param what what the file should hold, for messages: `the plan of a sweep`
 * @throws InputError if it is not there, or is not of that shape
 */
export async function readQuestion<T extends { readonly scenario: string }>(
  path: string,
  schema: z.ZodType<T>,
  what: string,
): Promise<Question<T>> {
  const text = await readText(path)
  const { data, findings } = readShaped(text, path, schema, what)
  const isPath = /[\\/]|^\.|\.ya?ml$/i.test(data.scenario)
  return {
    data,
    file: { name: basename(path), sha256: sha256(text) },
    text,
    scenario: isPath ? besideFile(path, data.scenario) : data.scenario,
    findings,
  }
}

/** A path that was written in a file, as seen from the working directory. */
export function besideFile(file: string, path: string): string {
  return isAbsolute(path) ? path : asPath(join(dirname(file), path))
}

/** A bare name would mean a shipped scenario. */
function asPath(path: string): string {
  return /[\\/]/.test(path) ? path : `./${path}`
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error)))
      throw new InputError(`there is no file ${quote(path)}`)
    if (errorCode(error) === 'EISDIR')
      throw new InputError({
        message: `${quote(path)} is a folder`,
        expected: `a file: ${join(path, '….yaml')}`,
      })
    throw error
  }
}
