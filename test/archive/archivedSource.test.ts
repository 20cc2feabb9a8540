import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archivedSource, intoResultFolder, readRun, writeRun } from '../../src/archive/index.js'
import { seriesOf } from '../../src/engine/index.js'
import { fixtureLoaded, fixtureModel } from './fixture.js'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'source-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe('archivedSource', () => {
  it('gives formulas the same series as the run itself', async () => {
    const model = fixtureModel()
    const run = model.run({ seed: 's' })
    const { path } = await intoResultFolder({ root, name: 'x' }, (folder) =>
      writeRun(folder, {
        run,
        model,
        loaded: fixtureLoaded,
        version: '0.1.0',
        command: 'run fixture',
        started: new Date(),
      }),
    )
    const source = archivedSource(await readRun(path))
    expect(source.n).toBe(run.ticks)
    expect(source.startOfTick(3)).toBe(run.timeline.start(3))
    expect(source.tickOf(200)).toBe(run.timeline.tickOf(200))
    for (const [name, args] of [
      ['signed', []],
      ['attention', ['acid-rain']],
      ['salience', ['b.1', 'acid rain']],
      ['salience', ['@c', 'acid-rain']],
    ] as const) {
      const recording = run.recordings.get(name)
      expect(source.series(name, args)).toEqual(recording && seriesOf(recording, args))
    }
    expect(() => source.series('salience', ['NA', 'acid rain'])).toThrow(
      'no salience(NA, acid rain)',
    )
  })
})
