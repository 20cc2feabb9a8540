import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Interrupted } from '../../../src/diagnostics/index.js'
import { openStore, type Progress, resumeAttribution } from '../../../src/experiment/index.js'
import { library, run } from './run.js'

const files = [
  'runs.csv',
  'shares.csv',
  'interactions.csv',
  'attribution.json',
  'plan.json',
  'datapackage.json',
]
const noisy = { noise: 1 }

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'attribution-'))
  await run(join(root, 'one'), {}, noisy, { workers: 1 })
})
afterAll(() => rm(root, { recursive: true, force: true }))

const bytes = (folder: string) =>
  Promise.all(files.map((name) => readFile(join(root, folder, name), 'utf8')))

describe('an attribution', () => {
  it('gives the same bytes on two workers', async () => {
    await run(join(root, 'two'), {}, noisy, { workers: 2, parquet: true })
    const [runs, shares, interactions, json, plan] = await bytes('two')
    expect([runs, shares, interactions, json, plan]).toEqual((await bytes('one')).slice(0, 5))
    expect(await readdir(join(root, 'two'))).toEqual(
      expect.arrayContaining(['runs.parquet', 'shares.parquet', 'interactions.parquet']),
    )
  })

  it('goes on after an interruption by what its folder says, to the same bytes', async () => {
    const controller = new AbortController()
    const onProgress = ({ done }: Progress) => {
      if (done === 20) controller.abort()
    }
    const out = join(root, 'broken')
    const { signal } = controller
    await expect(run(out, {}, noisy, { onProgress, signal })).rejects.toThrow(Interrupted)
    expect(await readdir(out)).not.toContain('attribution.json')
    await resumeAttribution(await openStore(out), { version: '0.1.0', library, workers: 2 })
    expect(await bytes('broken')).toEqual(await bytes('one'))
  })

  it('refuses to go on with other causes', async () => {
    const resume = join(root, 'one')
    const attempt = run('', { replications: 11 }, noisy, { resume })
    await expect(attempt).rejects.toThrow(/replicates was 10 and is 11/)
  })
})
