import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type CheckResult,
  type DataPackage,
  outcomeValues,
  parseCsv,
  percentileOf,
  readCheck,
} from '../../src/archive/index.js'
import { parseDate } from '../../src/calendar/index.js'
import type { Progress } from '../../src/experiment/index.js'
import { check } from './run.js'

let root: string
let result: CheckResult
const progress: Progress[] = []
const text = (folder: string, name: string) => readFile(join(root, folder, name), 'utf8')

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'check-'))
  result = await check(join(root, 'two'), { onProgress: (p) => progress.push(p) })
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe('runCheck', () => {
  it('judges every check by its band', () => {
    expect(result).toMatchObject({ passed: false, runs: 40, failed: 0, lost: 0, seed: 's' })
    const [level, middle, takeoff, ties] = result.checks
    expect(level).toMatchObject({ id: 'level', verdict: 'within', uncertain: false, observed: 3 })
    expect(level.value.estimate).toBeGreaterThan(2.8)
    expect(level.value.estimate).toBeLessThan(3.2)
    expect(middle).toMatchObject({ verdict: 'short', uncertain: false, statistic: 'median' })
    expect(takeoff).toMatchObject({ statistic: 'incidence', verdict: 'within', runs: 40 })
    expect(ties).toMatchObject({ statistic: 'auc', missing: 0 })
    expect(ties.pairs).toMatchObject({ candidates: 9, outside: ['a1|a2'] })
    expect(ties.pairs?.gravity).toBeCloseTo(13 / 14, 12)
    expect(ties.pairs?.top).toHaveLength(9)
    expect(ties.pairs?.top.filter(({ documented }) => documented)).toHaveLength(2)
  })

  it('leaves files that say what they are', async () => {
    expect((await readdir(join(root, 'two'))).sort()).toEqual([
      'check.json',
      'chunks',
      'datapackage.json',
      'execution.json',
      'manifest.json',
      'plan.json',
      'ro-crate-metadata.json',
      'runs.csv',
      'scenario.json',
    ])
    expect(await readdir(root)).toEqual(['two'])
    const header = parseCsv(await text('two', 'runs.csv'))?.[0]
    expect(header).toEqual([
      'run',
      'replicate',
      'status',
      'message',
      'level',
      'middle',
      'takeoff',
      'ties',
    ])
    const { resources } = JSON.parse(await text('two', 'datapackage.json')) as DataPackage
    expect(resources[0].schema.fields.map(({ name }) => name)).toEqual(header)
    for (const field of resources[0].schema.fields) expect(field.description).not.toBe('')
  })

  it('can be read back, and places a single run among all', async () => {
    const archived = await readCheck(join(root, 'two'))
    const { checks, outcomes } = archived.result
    expect(checks).toEqual(result.checks)
    expect(outcomes.map(({ id }) => id)).toEqual(['level', 'middle', 'takeoff'])
    const { values } = outcomeValues(archived, 'level')
    const sorted = [...values].sort((a, b) => a - b)
    expect(percentileOf(archived, 'level', sorted[0])).toBe(0.5 / 40)
    expect(percentileOf(archived, 'level', sorted[39] + 1)).toBe(1)
    expect(percentileOf(archived, 'level', NaN)).toBeNaN()
    const dates = outcomeValues(archived, 'takeoff')
    expect(dates.dates).toBe(true)
    expect(percentileOf(archived, 'takeoff', parseDate('1979-01-01') ?? 0)).toBe(0)
    expect(percentileOf(archived, 'takeoff', NaN)).toBe(1)
  })

  it('gives the same bytes with one worker and with three, in chunks of any order', async () => {
    await check(join(root, 'one'), { workers: 1 })
    await check(join(root, 'three'), { workers: 3 })
    for (const name of [
      'runs.csv',
      'check.json',
      'plan.json',
      'manifest.json',
      'datapackage.json',
    ]) {
      expect(await text('one', name), name).toBe(await text('two', name))
      expect(await text('three', name), name).toBe(await text('two', name))
    }
  })

  it('says how far it is', () => {
    expect(progress).toHaveLength(40)
    expect(progress.map(({ done }) => done)).toEqual(Array.from({ length: 40 }, (_, k) => k + 1))
    expect(progress[39]).toMatchObject({ total: 40, failed: 0, lost: 0, secondsLeft: 0 })
    expect(progress[10].rate).toBeGreaterThan(0)
    expect(progress[10].secondsLeft).toBeGreaterThan(0)
  })

  it('makes a row of a run that fails, and judges by the others', async () => {
    const found = await check(join(root, 'failing'), {}, { failing: 0.3 })
    expect(found.failed).toBeGreaterThan(3)
    expect(found.failed).toBeLessThan(25)
    expect(found.checks[0].runs).toBe(40 - found.failed)
    expect(found.failures).toEqual([{ message: '=bad luck, "as ever"', runs: found.failed }])
    const { runs } = await readCheck(join(root, 'failing'))
    expect(await text('failing', 'runs.csv')).toContain(`failed,"'=bad luck, ""as ever""",,,,`)
    expect(runs.rows).toBe(40)
  })

  it('loses only the runs whose worker dies, and tries them again on resuming', async () => {
    const out = join(root, 'dying')
    const found = await check(out, { runs: 8 }, { dying: 0.4 })
    expect(found.lost).toBeGreaterThan(0)
    expect(found.lost).toBeLessThan(8)
    expect(found.failures).toEqual([{ message: 'its worker died 3 times', runs: found.lost }])
    const before = await text('dying', 'runs.csv')
    const again = await check(out, { runs: undefined, resume: out }, { dying: 0.4 })
    expect(again.lost).toBe(found.lost)
    expect(await text('dying', 'runs.csv')).toBe(before)
  })

  it('refuses to go on with another plan, and shows the difference', async () => {
    const out = join(root, 'two')
    const attempt = check(out, { resume: out, seed: 'other', runs: 50 })
    await expect(attempt).rejects.toThrow('seed was "s" and is "other"')
    await expect(check(out, { resume: out, runs: 50 })).rejects.toThrow(
      'replicates was 40 and is 50',
    )
    await expect(check(out, { resume: out }, { failing: 0.1 })).rejects.toThrow(
      'scenario.mechanisms.misfortune.failing was nothing and is 0.1',
    )
    await expect(check(out)).rejects.toThrow('exists already')
  })

  it('takes no other numbers of runs than whole ones', async () => {
    for (const runs of [0, -1, 1.5, NaN])
      await expect(check(join(root, 'none'), { runs })).rejects.toThrow('a whole number from 1')
    expect(await readdir(root)).not.toContain('none')
  })

  it('goes on where nothing is left to do', async () => {
    const out = join(root, 'two')
    const before = await text('two', 'check.json')
    await check(out, { resume: out, seed: undefined, runs: undefined, chunkSize: undefined })
    expect(await text('two', 'check.json')).toBe(before)
  })
})
