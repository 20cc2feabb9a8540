import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type DataPackage,
  intoResultFolder,
  parseCsv,
  type RunManifest,
  writeRun,
} from '../../src/archive/index.js'
import { fixtureLoaded, fixtureModel } from './fixture.js'

let root: string
let folder: string

async function write(out: string, parquet = true) {
  const model = fixtureModel()
  const run = model.run({ seed: 's', replicate: 3 })
  const what = { run, model, loaded: fixtureLoaded, version: '0.1.0', command: 'run fixture' }
  await intoResultFolder({ out, name: 'x' }, (into) =>
    writeRun(into, { ...what, started: new Date(), parquet }),
  )
}

const text = (name: string) => readFile(join(folder, name), 'utf8')
const json = async <T>(name: string) => JSON.parse(await text(name)) as T

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'archive-'))
  folder = join(root, 'run')
  await write(folder)
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe('writeRun', () => {
  it('leaves the files of a run and no others', async () => {
    expect((await readdir(folder)).sort()).toEqual([
      'actors.csv',
      'actors.parquet',
      'agreements.csv',
      'agreements.parquet',
      'datapackage.json',
      'events.csv',
      'events.parquet',
      'execution.json',
      'manifest.json',
      'measures.csv',
      'measures.parquet',
      'ro-crate-metadata.json',
      'scenario.json',
    ])
    expect(await readdir(root)).toEqual(['run'])
  })

  it('lays out measures a tick a row and actors a tick and unit a row', async () => {
    const measures = parseCsv(await text('measures.csv'))
    expect(measures?.[0]).toEqual([
      'tick',
      'date',
      'signed',
      'attention_acid_rain',
      'attention_acid_rain_2',
    ])
    expect(measures).toHaveLength(1 + 9)
    expect(measures?.[1].slice(0, 2)).toEqual(['0', '1970-01-01'])
    expect(measures?.[1][3]).toBe('')
    const actors = parseCsv(await text('actors.csv'))
    expect(actors?.[0]).toEqual([
      'tick',
      'date',
      'actor',
      'salience_acid_rain',
      'salience_acid_rain_2',
    ])
    expect(actors).toHaveLength(1 + 9 * 4)
    expect(actors?.[4][2]).toBe("'@c")
  })

  it('writes text that no spreadsheet runs', async () => {
    for (const name of ['actors.csv', 'agreements.csv', 'events.csv', 'measures.csv']) {
      const rows = parseCsv(await text(name)) ?? []
      const wild = rows.flat().filter((cell) => /^[=+@\t\r]|^-(?![\d.])/.test(cell))
      expect(wild).toEqual([])
    }
    expect(await text('events.csv')).toContain(`"'=HYPERLINK(""http`)
  })

  it('describes every column of every file', async () => {
    const { resources, licenses } = await json<DataPackage>('datapackage.json')
    expect(licenses).toEqual([{ name: 'CC-BY-4.0' }])
    const csv = (await readdir(folder)).filter((name) => name.endsWith('.csv'))
    expect(resources.map(({ path }) => path).sort()).toEqual(csv.sort())
    for (const { path, schema } of resources) {
      const header = parseCsv(await text(path))?.[0]
      expect(schema.fields.map(({ name }) => name)).toEqual(header)
      for (const field of schema.fields) {
        expect(field.description.length, field.name).toBeGreaterThan(4)
        expect(field.unit === '', field.name).toBe(field.type === 'string' || field.type === 'date')
      }
    }
  })

  it('writes the same bytes again, times aside', async () => {
    const again = join(root, 'again')
    await write(again)
    for (const name of await readdir(folder)) {
      if (name === 'execution.json' || name === 'ro-crate-metadata.json') continue
      const [a, b] = await Promise.all([readFile(join(folder, name)), readFile(join(again, name))])
      expect(a.equals(b), name).toBe(true)
    }
    await rm(again, { recursive: true })
  })

  it('keeps everything to repeat the run, and no clock or machine, in the manifest', async () => {
    const manifest = await json<RunManifest>('manifest.json')
    expect(manifest).toMatchObject({
      software: 'paradiplomacy',
      kind: 'run',
      seed: 's',
      replicate: 3,
      files: [{ name: 'scenario.yaml' }],
      mechanisms: [
        { name: 'wandering', parameters: { step: 0.5 } },
        { name: 'signing', parameters: { chance: 0.3 } },
      ],
      timeline: { start: '1970-01-01', end: '1972-01-01', ticksPerYear: 4, ticks: 9 },
    })
    expect(manifest.digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it('writes the same values as Parquet', async () => {
    for (const name of ['measures', 'actors', 'agreements', 'events']) {
      const [header, ...rows] = parseCsv(await text(`${name}.csv`)) ?? []
      const bytes = await readFile(join(folder, `${name}.parquet`))
      const file = new Uint8Array(bytes).buffer
      const back = await parquetReadObjects({ file })
      expect(back).toHaveLength(rows.length)
      const fields = (await json<DataPackage>('datapackage.json')).resources.find(
        (r) => r.name === name,
      )?.schema.fields
      back.forEach((record, r) => {
        header.forEach((column, c) => {
          const value: unknown = record[column]
          const cell = rows[r][c].replace(/^'+(?=[=@+-])/, (quotes) => quotes.slice(1))
          const isText = fields?.[c].type === 'string' || fields?.[c].type === 'date'
          if (cell === '') expect(value ?? null).toBeNull()
          else if (isText) expect(value).toBe(cell)
          else expect(value).toBe(Number(cell))
        })
      })
    }
  })

  it('describes the folder as an RO-Crate', async () => {
    const crate = await json<{ '@graph': { '@id': string; '@type': string }[] }>(
      'ro-crate-metadata.json',
    )
    const files = crate['@graph'].filter((e) => e['@type'] === 'File').map((e) => e['@id'])
    const onDisk = (await readdir(folder)).filter((name) => name !== 'ro-crate-metadata.json')
    expect(files.sort()).toEqual(onDisk.sort())
    expect(crate['@graph'][1]).toMatchObject({
      license: { '@id': expect.stringContaining('CC-BY') },
    })
  })
})
