import { existsSync } from 'node:fs'
import { cp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  everythingIn,
  lastingFolder,
  paradiplomacy,
  readJson,
  shell,
} from '../end-to-end/command.js'
import { Cluster, hasSlurm } from './cluster.js'
import { chunksIn, dataDifferences, openClaims, prepare, slowSweep, until } from './slowSweep.js'

const required = process.env.REQUIRE_SLURM === '1'
const here = hasSlurm()
if (!here && !required)
  process.stderr.write('Slurm is not on this machine: its tests are skipped.\n')

describe.skipIf(!here && !required)('a sweep on a cluster', { timeout: 300_000 }, () => {
  let cwd: string
  let cluster: Cluster
  const local = () => join(cwd, 'local')
  const typed = (...args: readonly string[]) => paradiplomacy(args, { cwd, env: cluster.env })
  const submitted = (out: string, pilots: number, ...more: readonly string[]) => {
    const onSlurm = ['--engine', 'slurm', '--pilots', String(pilots), '--workers', '1']
    return typed(...slowSweep, '--out', out, ...onSlurm, ...more)
  }
  const atWork = async () => (await cluster.queue()).filter(({ state }) => state === 'RUNNING')

  beforeAll(async () => {
    cwd = await lastingFolder()
    if (!here) throw new Error('REQUIRE_SLURM=1, and Slurm is not on this machine')
    await prepare(cwd)
    const answer = paradiplomacy([...slowSweep, '--out', 'local', '--workers', '6'], { cwd })
    cluster = await Cluster.start()
    expect(await answer).toMatchObject({ code: 0 })
  })
  afterAll(async () => {
    await cluster?.stop()
    await rm(cwd, { recursive: true, force: true })
  })

  test('comes to the same bytes, though a task is killed and a node goes down', async () => {
    const out = "it's 50% done"
    const folder = join(cwd, out)
    const { code, stdout, stderr } = await submitted(out, 4, '--time', '10')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^4 pilots in the queue as job (\d+); job (\d+) merges/)
    expect(stdout).toContain(`paradiplomacy sweep status 'it'\\''s 50% done'`)

    await until('all pilots are at work', async () => (await atWork()).length === 4)
    await until('some chunks are done', async () => (await chunksIn(folder)).length >= 2)
    const victim = (await atWork()).find(({ node }) => node === 'n1')
    cluster.killJob(victim?.id ?? '')
    await cluster.killNode('n2')
    expect((await chunksIn(folder)).length).toBeLessThan(30)

    const state = await typed('sweep', 'status', out)
    expect(state.code).toBe(0)
    expect(state.stdout).toMatch(/\d+ of 400 runs, \d+ of 40 chunks\.$/m)
    expect(state.stdout).toMatch(/^ {2}\d+_\d {2}pilot {2}running on n1$/m)
    expect(state.stdout).toMatch(/^ {2}\d+ +merge {2}pending \(Dependency\)$/m)
    const early = await typed('sweep', 'collect', out)
    expect(early.code).toBe(1)
    expect(early.stdout).toContain('Jobs are in the queue')

    await until('the merge has ended', () => existsSync(join(folder, 'sweep.json')))
    await until('no job is left', async () => (await cluster.queue()).length === 0)
    expect(dataDifferences(folder, local())).toEqual([])
    expect((await typed('sweep', 'status', out)).stdout).toContain('It is finished.')
    cluster.startNode('n2')
  })

  test('that is cancelled keeps its chunks, and goes on on the cluster or here', async () => {
    const out = 'cancelled'
    const folder = join(cwd, out)
    expect(await submitted(out, 2)).toMatchObject({ code: 0 })
    await until('some chunks are done', async () => (await chunksIn(folder)).length >= 2)
    const cancelled = await typed('sweep', 'cancel', out)
    expect(cancelled.code).toBe(0)
    expect(cancelled.stdout).toMatch(/^\d jobs cancelled\.$/m)
    await until('no job is left', async () => (await cluster.queue()).length === 0)
    const done = await chunksIn(folder)
    expect(done.length).toBeGreaterThanOrEqual(2)
    expect(done.length).toBeLessThan(40)
    expect(await openClaims(folder)).toEqual([])
    expect(everythingIn(join(folder, 'tmp'))).toEqual([])
    expect(existsSync(join(folder, 'sweep.json'))).toBe(false)

    const early = await typed('sweep', 'collect', out)
    expect(early.code).toBe(1)
    const lines = early.stdout.match(/^ {2}paradiplomacy .*(?= {2}(on the cluster|here)$)/gm) ?? []
    expect(lines).toHaveLength(2)
    await cp(folder, join(cwd, 'cancelled-local'), { recursive: true })
    const [there, here] = lines.map((line) => line.trim())
    expect(here).toBe('paradiplomacy sweep --resume cancelled')
    const more = `--pilots 2 --workers 2 --no-report --wait`
    const [waited, finished] = await Promise.all([
      shell(`${there} ${more}`, { cwd, env: cluster.env }),
      shell(`${here}-local --workers 2 --no-report`, { cwd, env: cluster.env }),
    ])
    expect(waited).toMatchObject({ code: 0 })
    expect(waited.stdout).toContain('400 runs')
    expect(finished).toMatchObject({ code: 0 })
    expect(dataDifferences(folder, local())).toEqual([])
    expect(dataDifferences(join(cwd, 'cancelled-local'), local())).toEqual([])
    const { submissions } = await readJson<{ submissions: unknown[] }>(folder, 'slurm.json')
    expect(submissions).toHaveLength(2)
    const again = await typed('sweep', 'collect', out, '--no-report')
    expect(again).toMatchObject({ code: 0 })
    expect(await readFile(join(folder, 'sweep.json'), 'utf8')).toBe(
      await readFile(join(local(), 'sweep.json'), 'utf8'),
    )
  })

  test.each([
    [['--partition', 'dya'], ['Expected day. Did you mean "day"?']],
    [
      ['--partition', 'a b', '--time', 'soon', '--memory', '8', '--account', '$(id)'],
      ['--partition "a b"', '--time "soon"', '--memory "8"', '--account "$(id)"'],
    ],
  ])('is not begun with %j', async (options, messages) => {
    const { code, stdout, stderr } = await submitted('refused', 2, ...options)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    for (const message of messages) expect(stderr).toContain(message)
    expect(existsSync(join(cwd, 'refused'))).toBe(false)
  })
})
