import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InputError } from '../../src/diagnostics/index.js'
import { claimChunk } from '../../src/experiment/claim.js'
import {
  asItIs,
  ChunkConflict,
  chunksOf,
  formatChunk,
  mergeRows,
  noFactors,
  openStore,
  type Plan,
  parseChunk,
  pilotName,
  planIdentity,
  type RunRow,
  runsOfChunk,
  type Store,
} from '../../src/experiment/index.js'
import { fixtureScenario } from './run.js'

const plan: Plan = {
  format: 1,
  kind: 'check',
  version: '0.1.0',
  scenario: fixtureScenario().document,
  mechanismFiles: [],
  seed: 's',
  replicates: 10,
  treatments: [asItIs],
  ...noFactors,
  chunkSize: 4,
  ask: {
    numbers: [
      {
        id: '=x',
        title: 'x',
        formula: '1',
        unit: '1',
        expression: { kind: 'literal', type: 'scalar', value: 1 },
      },
    ],
    ties: [{ id: 't', instrument: 'm', to: '1980-01-01' }],
    series: [
      {
        id: 's',
        title: 's',
        formula: 's',
        unit: '1',
        every: 2,
        expression: { kind: 'series', type: 'series', name: 's', args: [] },
      },
    ],
  },
}

const identity = planIdentity(plan)

function rowOf(run: number, value = run / 3): RunRow {
  return {
    run,
    status: 'done',
    message: '',
    numbers: [value],
    ties: ['a|b;a|"c'],
    series: ['1;;-2'],
  }
}

const rowsOf = (chunk: number) => runsOfChunk(plan, chunk).map((run) => rowOf(run))

let root: string
let store: Store
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'store-'))
  await writeFile(join(root, 'plan.json'), JSON.stringify(plan))
  store = await openStore(root, plan)
})
afterEach(() => rm(root, { recursive: true, force: true }))

describe('chunks', () => {
  it('divide the runs', () => {
    expect(chunksOf(plan)).toBe(3)
    expect(runsOfChunk(plan, 2)).toEqual([8, 9])
  })

  it('come back as they were', () => {
    const rows: RunRow[] = [
      {
        run: 0,
        status: 'done',
        message: '',
        numbers: [0.1 + 0.2],
        ties: ['x|y;x|z'],
        series: ['1;;-2'],
      },
      { run: 1, status: 'done', message: '', numbers: [NaN], ties: [''], series: ['1;;-2'] },
      {
        run: 2,
        status: 'failed',
        message: '=bad, "luck"\n',
        numbers: [NaN],
        ties: [''],
        series: ['1;;-2'],
      },
      {
        run: 3,
        status: 'done',
        message: '',
        numbers: [-Infinity],
        ties: ['-a|b'],
        series: ['1;;-2'],
      },
    ]
    expect(parseChunk(plan, identity, 0, formatChunk(plan, identity, rows))).toEqual(rows)
  })

  it('are refused when a single byte is missing, changed or from elsewhere', () => {
    const whole = formatChunk(plan, identity, rowsOf(0))
    for (let cut = 0; cut < whole.length; cut++)
      expect(parseChunk(plan, identity, 0, whole.slice(0, cut))).toBeUndefined()
    for (let at = 0; at < whole.length; at += 7) {
      const changed = `${whole.slice(0, at)}${whole[at] === '7' ? '8' : '7'}${whole.slice(at + 1)}`
      expect(parseChunk(plan, identity, 0, changed)).toBeUndefined()
    }
    expect(parseChunk(plan, identity, 1, whole)).toBeUndefined()
    expect(parseChunk(plan, planIdentity({ ...plan, seed: 'other' }), 0, whole)).toBeUndefined()
  })
})

describe('Store', () => {
  it('merges in ascending order whatever came first', async () => {
    for (const chunk of [2, 0, 1]) await store.publish(chunk, rowsOf(chunk), 'p')
    expect([...(await store.published())].sort()).toEqual([0, 1, 2])
    expect((await mergeRows(store)).map(({ run }) => run)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(await readdir(join(root, 'tmp'))).toEqual([])
  })

  it('ignores torn temporaries and sets torn chunks aside', async () => {
    await store.publish(0, rowsOf(0), 'p')
    await mkdir(join(root, 'tmp'), { recursive: true })
    await writeFile(join(root, 'tmp', '1-dead'), 'run,sta')
    const whole = formatChunk(plan, identity, rowsOf(1))
    await writeFile(join(root, 'chunks', '1.csv'), whole.slice(0, 90))
    await writeFile(join(root, 'chunks', '99.csv'), 'x')
    expect([...(await store.published())]).toEqual([0])
    await store.publish(1, rowsOf(1), 'p')
    expect([...(await store.published())].sort()).toEqual([0, 1])
    expect((await mergeRows(store)).filter(({ status }) => status === 'lost')).toHaveLength(2)
  })

  it('takes a second equal chunk in silence, and stops at a different one, naming both', async () => {
    const [one, two] = ['alpha', 'beta']
    await (await claimChunk(root, 0, one, { touchEvery: 1000, missed: 3 }))?.end(false)
    await store.publish(0, rowsOf(0), one)
    await store.publish(0, rowsOf(0), two)
    const other = rowsOf(0).map((row) => rowOf(row.run, row.run / 3 + 1e-15))
    const attempt = store.publish(0, other, two)
    await expect(attempt).rejects.toThrow(ChunkConflict)
    await expect(attempt).rejects.toThrow('"alpha" and "beta"')
    expect(await store.rowsOf(0)).toEqual(rowsOf(0))
  })

  it('keeps a chunk with lost runs only until it is tried again', async () => {
    const lost = rowsOf(0).map((row, k): RunRow => (k === 1 ? { ...row, status: 'lost' } : row))
    await store.publish(0, lost, 'p')
    expect((await store.published()).size).toBe(0)
    expect((await mergeRows(store))[1].status).toBe('lost')
    expect((await mergeRows(store))[0].status).toBe('done')
    await store.forgetLost()
    expect(await readdir(join(root, 'chunks'))).toEqual([])
    await store.publish(0, lost, 'p')
    await store.publish(0, rowsOf(0), 'p')
    expect(await readdir(join(root, 'chunks'))).toEqual(['0.csv'])
  })

  it('says what is wrong with a folder that is none', async () => {
    for (const content of ['', '{', '{}', 'null', '{"format":2,"cases":[]}']) {
      await writeFile(join(root, 'plan.json'), content)
      await expect(openStore(root)).rejects.toThrow(InputError)
    }
  })
})

describe('claims', () => {
  const lease = { touchEvery: 20, missed: 3 }
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

  it('are exclusive while they are touched, and end', async () => {
    const claim = await claimChunk(root, 5, 'host-1-aaaaaaaa', lease)
    expect(claim).toBeDefined()
    await pause(150)
    expect(await claimChunk(root, 5, 'other-2-bbbbbbbb', lease)).toBeUndefined()
    await claim?.end(true)
    const second = await claimChunk(root, 5, 'other-2-bbbbbbbb', lease)
    expect(second).toBeDefined()
    await second?.end(true)
    expect(await readdir(join(root, 'claims'))).toEqual([])
  })

  it('go to one only of many', async () => {
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, k) => claimChunk(root, 1, `host-${k}-aaaaaaaa`, lease)),
    )
    const own = claims.filter((claim) => claim !== undefined)
    expect(own).toHaveLength(1)
    await own[0].end(true)
  })

  it('are taken over after three missed touches, and the first owner touches nothing of the second', async () => {
    const first = await claimChunk(root, 5, 'host-1-aaaaaaaa', { touchEvery: 60_000, missed: 3 })
    const path = join(root, 'claims', '5')
    await utimes(path, new Date(0), new Date(0))
    const second = await claimChunk(root, 5, 'other-2-bbbbbbbb', lease)
    expect(second).toBeDefined()
    await first?.end(false)
    expect(await readFile(path, 'utf8')).toBe('other-2-bbbbbbbb')
    await second?.end(false)
    expect(await readdir(join(root, 'claims'))).toHaveLength(2)
  })

  it('of a dead process of this machine are taken over at once', async () => {
    await mkdir(join(root, 'claims'), { recursive: true })
    const host = hostname().replace(/[^\w.]/g, '_')
    await writeFile(join(root, 'claims', '5'), `${host}-4194304-aaaaaaaa`)
    const claim = await claimChunk(root, 5, pilotName(), { touchEvery: 60_000, missed: 3 })
    expect(claim).toBeDefined()
    await claim?.end(true)
  })
})

describe('planIdentity', () => {
  it('does not depend on the order of keys, but on that of rows', () => {
    const turned = Object.fromEntries(Object.entries(plan).reverse()) as unknown as Plan
    expect(planIdentity(turned)).toBe(planIdentity(plan))
    const { actors } = plan.scenario.tables
    const rows = Object.fromEntries(Object.entries(actors).reverse())
    const scenario = { ...plan.scenario, tables: { ...plan.scenario.tables, actors: rows } }
    expect(planIdentity({ ...plan, scenario })).not.toBe(planIdentity(plan))
    expect(planIdentity({ ...plan, seed: 't' })).not.toBe(planIdentity(plan))
  })
})

it('of a test is told by the folders of its hypotheses', async () => {
  const folder = join(root, 'test')
  await mkdir(join(folder, 'runs', 'memoranda-hasten'), { recursive: true })
  await expect(openStore(folder)).rejects.toThrow(
    /an experiment for each hypothesis. Expected .*runs.memoranda-hasten/,
  )
})
