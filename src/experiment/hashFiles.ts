import { readFile } from 'node:fs/promises'
import { errorCode, type InputFile, sha256 } from '../archive/index.js'
import { InputError, quote } from '../diagnostics/index.js'

/**
 * The files of the user's own mechanisms as a plan holds them.
 *
 * @throws InputError if one cannot be read
 */
export async function hashFiles(paths: readonly string[]): Promise<InputFile[]> {
  const files: InputFile[] = []
  for (const path of paths) files.push({ name: path, sha256: sha256(await readMechanism(path)) })
  return files
}

async function readMechanism(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES'].includes(errorCode(error))) throw error
    throw new InputError({
      message: `the mechanism in ${quote(path)} cannot be read from here`,
      hint: 'Paths lead from where you are; start where the experiment was begun',
    })
  }
}
