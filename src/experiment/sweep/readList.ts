import { readFile } from 'node:fs/promises'
import { errorCode, parseCsv } from '../../archive/index.js'
import { InputError, quote } from '../../diagnostics/index.js'

/**
 * Reads the points of a list design: a CSV file with the paths of the factors in its first line, and a point in each
 * line below.
 *
 * @throws InputError if it is not there, or is no such table
 */
export async function readList(
  path: string,
): Promise<readonly { readonly [id: string]: string }[]> {
  const lines = parseCsv(await read(path))
  if (lines === undefined || lines.length < 2) {
    throw new InputError({
      file: path,
      message: 'the file holds no points',
      expected: 'a first line with the paths of the factors, and a line for each point',
    })
  }
  const [head, ...rows] = lines
  const ids = head.map((cell) => cell.trim())
  const twice = ids.find((id, k) => id === '' || ids.indexOf(id) !== k)
  if (twice !== undefined) {
    throw new InputError({
      file: path,
      line: 1,
      message: twice === '' ? 'a column has no name' : `the column ${quote(twice)} is there twice`,
    })
  }
  return rows.map((row, k) => {
    if (row.length !== ids.length || row.some((cell) => cell.trim() === '')) {
      throw new InputError({
        file: path,
        line: k + 2,
        message: `the line has ${row.filter((cell) => cell.trim() !== '').length} values`,
        expected: `${ids.length}, one for each column`,
      })
    }
    return Object.fromEntries(ids.map((id, c) => [id, row[c].trim()]))
  })
}

async function read(path: string): Promise<string> {
  try {
    const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
    return text.endsWith('\n') ? text : `${text}\n`
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCode(error)))
      throw new InputError(`there is no file ${quote(path)}`)
    throw error
  }
}
