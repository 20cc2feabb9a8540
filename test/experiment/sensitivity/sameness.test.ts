import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Interrupted } from '../../../src/diagnostics/index.js'
import { openStore, type Progress, resumeSensitivity } from '../../../src/experiment/index.js'
import { library, plan, run } from './run.js'

const written = { points: 12, replications: 3, chunk: 5 } as const
const files = ['runs.csv', 'indices.csv', 'sensitivity.json', 'plan.json', 'datapackage.json']

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sensitivity-'))
  await run(join(root, 'one'), written, { noise: 1 }, { workers: 1 })
})
afterAll(() => rm(root, { recursive: true, force: true }))

const bytes = (folder: string) =>
  Promise.all(files.map((name) => readFile(join(root, folder, name), 'utf8')))

describe('a sensitivity analysis', () => {
  it('gives the same bytes on two workers', async () => {
    await run(join(root, 'two'), written, { noise: 1 }, { workers: 2 })
    expect(await bytes('two')).toEqual(await bytes('one'))
  })

  it('goes on after an interruption by what its folder says, to the same bytes', async () => {
    const controller = new AbortController()
    const onProgress = ({ done }: Progress) => {
      if (done === 20) controller.abort()
    }
    const out = join(root, 'broken')
    const { signal } = controller
    const attempt = run(out, written, { noise: 1 }, { onProgress, signal })
    await expect(attempt).rejects.toThrow(Interrupted)
    const store = await openStore(out)
    await resumeSensitivity(store, { version: '0.1.0', library, workers: 2 })
    expect(await bytes('broken')).toEqual(await bytes('one'))
  })

  it('refuses to go on with another plan', async () => {
    const resume = join(root, 'one')
    const attempt = run('', { ...written, seed: '2' }, { noise: 1 }, { resume })
    await expect(attempt).rejects.toThrow(/seed was "1" and is "2"/)
  })
})

describe('a mistake in the plan', () => {
  const mistakes: readonly (readonly [string, Parameters<typeof plan>[0], RegExp])[] = [
    ['a path', { factors: { 'ishigami.x9': {} } }, /plan\.yaml: .*"x9".*Did you mean "x1"/],
    ['levels', { method: 'sobol', levels: 6 }, /"levels" belongs to the method morris/],
    ['pairs', { second: true }, /"second" belongs to the method sobol/],
    ['a formula', { outcomes: [{ id: 'y', formula: 'final(valeu())' }] }, /Did you mean "value"/],
    ['no outcome', { outcomes: undefined }, /nothing is asked of the runs/],
    ['too much', { points: 1_000_000 }, /are 4000000 points\. Expected at most 1000000/],
  ]
  it.each(mistakes)('%s is told', async (_, mistaken, says) => {
    await expect(plan(mistaken)).rejects.toThrow(says)
  })
})
