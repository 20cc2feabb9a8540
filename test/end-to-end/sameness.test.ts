import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { disarm, formatNumber, parseCsv } from '../../src/archive/index.js'
import { differences, lastingFolder, type Place, paradiplomacy } from './command.js'

/** Times and machine; everything else is the same bytes, page and pictures included. */
const exempt = ['execution.json', 'ro-crate-metadata.json']
const wanted = ['run', 'acid-rain', '--seed', '1990', '--parquet', '--out', 'run']
const otherNode = process.env.OTHER_NODE ?? ''

let root: string
let usual: string

async function runIn(name: string, place: Omit<Place, 'cwd'>): Promise<string> {
  const cwd = join(root, name)
  await mkdir(cwd)
  const { code, stderr } = await paradiplomacy(wanted, { ...place, cwd })
  expect(stderr).toBe('')
  expect(code).toBe(0)
  return join(cwd, 'run')
}

beforeAll(async () => {
  root = await lastingFolder()
  usual = await runIn('usual', { env: { TZ: 'UTC', LANG: 'C' } })
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe('the same seed leaves the same bytes', () => {
  test('in another folder, half a world away, in another language and home', async () => {
    const env = {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      HOME: '/nonexistent',
      NO_COLOR: '1',
    }
    expect(differences(usual, await runIn('far', { env }))).toEqual(exempt)
  })

  test('with another comma, and with colours forced', async () => {
    const env = { TZ: 'America/St_Johns', LC_ALL: 'de_DE.UTF-8', FORCE_COLOR: '3' }
    expect(differences(usual, await runIn('comma', { env }))).toEqual(exempt)
  })

  test.skipIf(!existsSync(otherNode))('on another Node', async () => {
    expect(differences(usual, await runIn('other', { node: otherNode }))).toEqual(exempt)
  })
})

describe('Parquet', () => {
  test.each(['measures', 'actors', 'agreements', 'events'])(
    '%s holds what the CSV holds',
    async (name) => {
      const file = await asyncBufferFromFile(join(usual, `${name}.parquet`))
      const rows = await parquetReadObjects({ file })
      const [header, ...lines] = parseCsv(readFileSync(join(usual, `${name}.csv`), 'utf8')) ?? []
      expect(rows.length).toBe(lines.length)
      for (const [at, row] of rows.entries())
        expect(
          header.map((column) => cell(row[column])),
          `${name}, row ${at}`,
        ).toEqual(lines[at])
    },
  )
})

/** A value of Parquet as the CSV writes it. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'number' ? formatNumber(value) : disarm(String(value))
}
