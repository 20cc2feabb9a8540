import { createHash, randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A file as it was written. */
export interface WrittenFile {
  readonly bytes: number
  readonly sha256: string
}

/** The content of a file, piece by piece; text is written as UTF-8. */
export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/**
 * Writes a new file and waits until it is on the disk.
 *
 * @throws EEXIST if there is such a file already
 */
export async function writeDurably(path: string, pieces: Pieces): Promise<WrittenFile> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx')
  let bytes = 0
  try {
    for await (const piece of pieces) {
      const data = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece
      hash.update(data)
      bytes += data.byteLength
      await file.writeFile(data)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Writes a file that may be there already: readers see the old one or the new one, never a part. */
export async function replaceDurably(path: string, pieces: Pieces): Promise<WrittenFile> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.partial`
  try {
    const written = await writeDurably(temporary, pieces)
    await rename(temporary, path)
    await syncFolder(dirname(path))
    return written
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Waits until a folder's list of names is on the disk. Where a system cannot (Windows), does nothing. */
export async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP'].includes(errorCode(error))) throw error
  }
}

/** The system's name for an error, such as `ENOENT`; empty for other errors. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}
