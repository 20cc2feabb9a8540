import { existsSync } from 'node:fs'
import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everythingIn, lastingFolder, paradiplomacy, start } from '../end-to-end/command.js'
import { chunksIn, dataDifferences, openClaims, prepare, slowSweep, until } from './slowSweep.js'

let cwd: string
/** A sweep that was begun and ended at once. */
let begun: string

beforeAll(async () => {
  cwd = await lastingFolder()
  begun = join(cwd, 'begun')
  await prepare(cwd)
  const whole = paradiplomacy([...slowSweep, '--out', 'local', '--workers', '6'], { cwd })
  const { child, answer } = start([...slowSweep, '--out', 'begun', '--workers', '1'], { cwd })
  await until('a chunk is done', async () => (await chunksIn(begun)).length > 0)
  child.kill('SIGTERM')
  expect(await answer).toMatchObject({ code: 130 })
  expect(await whole).toMatchObject({ code: 0 })
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

async function copyOfBegun(name: string): Promise<string> {
  await cp(begun, join(cwd, name), { recursive: true })
  return join(cwd, name)
}

describe('a pilot', () => {
  test('shares a folder with others, may be ended, and leaves what collect merges', async () => {
    const folder = await copyOfBegun('shared')
    const pilots = ['1', '1', '4'].map((n) => start(['pilot', 'shared', '--workers', n], { cwd }))
    const before = (await chunksIn(folder)).length
    await until('they are at work', async () => (await chunksIn(folder)).length > before + 2)
    pilots[0].child.kill('SIGTERM')
    pilots[1].child.kill('SIGKILL')
    expect(await pilots[0].answer).toMatchObject({ code: 130, stdout: '' })
    const last = await pilots[2].answer
    expect(last).toMatchObject({ code: 0, stdout: 'All 40 chunks are there.\n' })
    expect(await openClaims(folder)).toEqual([])

    const merged = await paradiplomacy(['sweep', 'collect', 'shared', '--no-report'], { cwd })
    expect(merged).toMatchObject({ code: 0 })
    expect(merged.stdout).toContain('400 runs')
    expect(dataDifferences(folder, join(cwd, 'local'))).toEqual([])
  })

  test('takes the threads that Slurm gives it', async () => {
    await copyOfBegun('slots')
    const env = { SLURM_CPUS_PER_TASK: 'many' }
    const { code, stderr } = await paradiplomacy(['pilot', 'slots'], { cwd, env })
    expect(code).toBe(2)
    expect(stderr).toContain('SLURM_CPUS_PER_TASK "many"')
  })

  test('does not join what is none, what another version began, or with another mechanism', async () => {
    const folder = await copyOfBegun('other')
    const nothing = await paradiplomacy(['pilot', 'nowhere'], { cwd })
    expect(nothing).toMatchObject({ code: 2, stdout: '' })

    const elsewhere = await paradiplomacy(['pilot', folder], { cwd: folder })
    expect(elsewhere.code).toBe(2)
    expect(elsewhere.stderr).toContain('start where the experiment was begun')

    await writeFile(join(folder, 'slow.mjs'), 'export default () => []\n')
    const changed = await paradiplomacy(['pilot', folder], { cwd: folder })
    expect(changed.code).toBe(2)
    expect(changed.stderr).toContain('begun with another plan')
  })
})

describe('sweep, where there is no Slurm,', () => {
  const nowhere = { PATH: '/nonexistent' }

  test('--engine slurm says so and writes nothing', async () => {
    const typed = [...slowSweep, '--engine', 'slurm', '--out', 'unwritten']
    const { code, stdout, stderr } = await paradiplomacy(typed, { cwd, env: nowhere })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^there is no Slurm on this machine: \w+ is not found\. .*\n$/)
    expect(existsSync(join(cwd, 'unwritten'))).toBe(false)
  })

  test('status, collect and cancel work on the folder alone', async () => {
    const status = await paradiplomacy(['sweep', 'status', 'begun'], { cwd, env: nowhere })
    expect(status.code).toBe(0)
    expect(status.stdout).toMatch(/^begun: \d+ of 400 runs, \d+ of 40 chunks\.\nNo job is left/)
    const json = await paradiplomacy(['sweep', 'status', 'begun', '--json'], { cwd, env: nowhere })
    expect(JSON.parse(json.stdout)).toMatchObject({
      merged: false,
      tally: { chunks: 40, runs: 400 },
    })
    const collect = await paradiplomacy(['sweep', 'collect', 'begun'], { cwd, env: nowhere })
    expect(collect.code).toBe(1)
    const cancel = await paradiplomacy(['sweep', 'cancel', 'begun'], { cwd, env: nowhere })
    expect(cancel.stdout).toContain('No job is in the queue.')
    expect(everythingIn(begun)).not.toContain('sweep.json')
  })
})
