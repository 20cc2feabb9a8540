import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the good scenario. */
export const lake = join(dirname(fileURLToPath(import.meta.url)), 'lake')

/** A text to find in a file, which must be there once, and what to put in its place. */
export interface Edit {
  readonly file?: string
  readonly find: string
  readonly put: string
}

/** A copy of the good scenario with edits, in a folder of its own. */
export async function edited(edits: readonly Edit[]): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'lake-')), 'lake')
  await cp(lake, folder, { recursive: true })
  for (const { file = 'scenario.yaml', find, put } of edits) {
    const path = join(folder, file)
    const text = await readFile(path, 'utf8')
    const parts = text.split(find)
    if (parts.length !== 2) throw new Error(`"${find}" is in ${file} ${parts.length - 1} times`)
    await writeFile(path, parts.join(put))
  }
  return folder
}
