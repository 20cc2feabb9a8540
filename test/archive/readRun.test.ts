import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type ArchivedRun,
  compareRuns,
  intoResultFolder,
  numbersOf,
  readManifest,
  readRun,
  textsOf,
  writeRun,
} from '../../src/archive/index.js'
import { InputError } from '../../src/diagnostics/index.js'
import { seriesOf } from '../../src/engine/index.js'
import { fixtureLoaded, fixtureModel } from './fixture.js'

let root: string

async function archive(name: string, seed: string, step = 0.5): Promise<ArchivedRun> {
  const model = fixtureModel(step)
  const run = model.run({ seed })
  const { path } = await intoResultFolder({ out: join(root, name), name }, (folder) =>
    writeRun(folder, {
      run,
      model,
      loaded: fixtureLoaded,
      version: '0.1.0',
      command: 'run fixture',
      started: new Date(),
    }),
  )
  return readRun(path)
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'archive-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe('readRun', () => {
  it('gives back what was recorded, bit by bit', async () => {
    const back = await archive('round', 's')
    const model = fixtureModel()
    const run = model.run({ seed: 's' })
    const attention = run.recordings.get('attention')
    if (!attention) throw new Error('no recording')
    expect(numbersOf(back.measures, 'attention_acid_rain_2')).toEqual(
      seriesOf(attention, ['acid-rain']),
    )
    const column = back.measures.columns.find((c) => c.name === 'attention_acid_rain_2')
    expect(column).toMatchObject({ measure: 'attention', subjects: ['acid-rain'], unit: 'sd' })
    const salience = run.recordings.get('salience')
    if (!salience) throw new Error('no recording')
    const actors = textsOf(back.actors, 'actor')
    const mine = numbersOf(back.actors, 'salience_acid_rain').filter((_, k) => actors[k] === '@c')
    expect(mine).toEqual(seriesOf(salience, ['@c', 'acid rain']))
    expect(textsOf(back.events, 'reason')).toEqual(model.world.events.rows.map((e) => e.reason))
    expect(back.agreements.rows).toBe(model.world.agreements.n)
    expect(textsOf(back.agreements, 'parties')[0].split('|')).toHaveLength(2)
    expect(back.document).toEqual(fixtureLoaded.document)
  })

  it('tells a folder that is not there, or holds something else, from a damaged one', async () => {
    await archive('known', 'a')
    await expect(readManifest(join(root, 'knwon'), 'run')).rejects.toThrow(
      /there is no such folder.*known/s,
    )
    await expect(readManifest(root, 'run')).rejects.toThrow('not the folder of a result')
  })

  it('says of a damaged folder that it is damaged, once', async () => {
    const { folder } = await archive('whole', 's')
    const damages: [string, (path: string) => Promise<unknown>][] = [
      ['manifest.json', (path) => rm(path)],
      ['manifest.json', (path) => writeFile(path, '{')],
      ['manifest.json', (path) => writeFile(path, '{"software":"other"}')],
      ['scenario.json', (path) => writeFile(path, '{}')],
      ['datapackage.json', (path) => writeFile(path, '{"resources":[{}]}')],
      ['actors.csv', (path) => truncate(path, 100)],
      ['events.csv', (path) => rm(path)],
      [
        'measures.csv',
        async (path) => writeFile(path, (await readFile(path, 'utf8')).replace('5', '6')),
      ],
    ]
    for (const [name, damage] of damages) {
      const copy = join(root, 'copy')
      await cp(folder, copy, { recursive: true })
      await damage(join(copy, name))
      const failure: unknown = await readRun(copy).catch((error: unknown) => error)
      expect(failure, name).toBeInstanceOf(InputError)
      expect((failure as InputError).problems).toHaveLength(1)
      expect((failure as InputError).message).toContain('damaged')
      await rm(copy, { recursive: true })
    }
    await expect(readManifest(folder, 'check')).rejects.toThrow('holds a run, not a check')
  })
})

describe('compareRuns', () => {
  it('finds nothing between equal runs', async () => {
    const comparison = compareRuns(await archive('a', 's'), await archive('b', 's'))
    expect(comparison).toEqual({ same: true, made: [], onlyA: [], onlyB: [] })
  })

  it('names the first tick, file, column and actor', async () => {
    const { first, made, same } = compareRuns(await archive('c', 's'), await archive('d', 's', 0.6))
    expect(same).toBe(false)
    expect(made).toEqual(['mechanisms'])
    expect(first).toMatchObject({
      file: 'actors',
      tick: 0,
      date: '1970-01-01',
      column: 'salience_acid_rain',
      subject: 'NO',
    })
  })
})
