import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  differences,
  everythingIn,
  lastingFolder,
  myValley,
  paradiplomacy,
  readJson,
  start,
  temporary,
  valley,
} from './command.js'
import { appears } from './waiting.js'

/** Times and machine, pictures, and what tells of them. */
const exempt = /^(execution\.json|ro-crate-metadata\.json|report\.html|methods\.md|charts\/.*)$/
const different = (a: string, b: string) => differences(a, b).filter((name) => !exempt.test(name))

const asked = [
  ...['--vary', 'salience.rate=0.2:0.6:0.2', '--vary', 'networks.enabled=on,off'],
  ...['--treatments', 'as-it-is,no-memoranda', '--replications', '8', '--parquet'],
  ...['--outcome', 'signed=final(concluded("memorandum"))'],
  ...['--outcome', 'first=first(concluded("memorandum") > 0)'],
  ...['--series', 'course=concluded("memorandum")', '--every', '5'],
]

let root: string
let straight: string

beforeAll(async () => {
  root = await lastingFolder()
  straight = join(root, 'straight')
  const typed = ['sweep', valley, ...asked, '--workers', '2', '--out', straight]
  const { code, stdout, stderr } = await paradiplomacy(typed, { cwd: root })
  expect({ code, stderr }).toMatchObject({ code: 0 })
  expect(stdout).toContain('96 runs')
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
})
afterAll(() => rm(root, { recursive: true, force: true }))

const linesOf = async (...path: string[]) =>
  (await readFile(join(...path), 'utf8')).trimEnd().split('\n')

describe('sweep', () => {
  test('runs every combination as often as asked, and keeps each run', async () => {
    const [head, ...rows] = await linesOf(straight, 'runs.csv')
    expect(head).toBe(
      'run,point,treatment,replicate,status,message,salience_rate,networks_enabled,signed,first',
    )
    expect(rows).toHaveLength(3 * 2 * 2 * 8)
    const cells = rows.map((row) => row.split(','))
    expect(new Set(cells.map((c) => `${c[6]} ${c[7]} ${c[2]}`)).size).toBe(12)
    expect(cells.filter((c) => c[2] === 'no-memoranda').every((c) => c[8] === '0')).toBe(true)
    expect(cells.some((c) => c[2] === 'as-it-is' && c[8] !== '0' && c[9] !== '')).toBe(true)
    const [, ...cases] = await linesOf(straight, 'cases.csv')
    expect(cases).toHaveLength(12)
  })

  test('keeps series every so many ticks', async () => {
    const [head, ...rows] = await linesOf(straight, 'series.csv')
    expect(head).toBe('run,tick,date,course')
    expect(rows).toHaveLength(96 * 5)
    expect(rows.slice(0, 5).map((row) => row.split(',').slice(1, 3))).toEqual([
      ['0', '1980-01-01'],
      ['5', '1981-04-01'],
      ['10', '1982-07-01'],
      ['15', '1983-10-01'],
      ['20', '1985-01-01'],
    ])
  })

  test('describes every column of every table', async () => {
    const { resources } = await readJson<{
      resources: { path: string; rows: number; schema: { fields: { description: string }[] } }[]
    }>(straight, 'datapackage.json')
    expect(resources.map(({ path }) => path)).toEqual(['runs.csv', 'cases.csv', 'series.csv'])
    for (const { path, rows, schema } of resources) {
      const [head, ...lines] = await linesOf(straight, path)
      expect(lines).toHaveLength(rows)
      expect(head.split(',')).toHaveLength(schema.fields.length)
      for (const { description } of schema.fields) expect(description).toMatch(/\w{3}/)
    }
    for (const name of ['runs', 'cases', 'series'])
      expect(existsSync(join(straight, `${name}.parquet`))).toBe(true)
  })

  test('gives the same bytes with one worker', async () => {
    const out = join(await temporary(), 'one')
    const typed = ['sweep', valley, ...asked, '--workers', '1', '--out', out, '--no-report']
    expect(await paradiplomacy(typed, { cwd: root })).toMatchObject({ code: 0 })
    expect(different(straight, out)).toEqual([])
  })

  test('killed and resumed from its folder alone, gives the same bytes', async () => {
    const out = join(await temporary(), 'killed')
    for (const signal of ['SIGKILL', 'SIGINT'] as const) {
      const typed = existsSync(join(out, 'plan.json'))
        ? ['sweep', '--resume', out, '--workers', '1']
        : ['sweep', valley, ...asked, '--workers', '1', '--out', out]
      const { child, answer } = start(typed, { cwd: root })
      await appears(join(out, 'chunks'), child)
      await sleep(150)
      child.kill(signal)
      await answer
    }
    const typed = ['sweep', '--resume', out, '--parquet', '--json']
    const { code, stdout } = await paradiplomacy(typed, { cwd: root })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'sweep', runs: 96, failed: 0, lost: 0 })
    expect(different(straight, out)).toEqual([])
  })

  test('refuses to go on with another plan, and shows the difference', async () => {
    const typed = ['sweep', valley, ...asked, '--seed', 'other', '--resume', straight]
    const { code, stderr } = await paradiplomacy(typed, { cwd: root })
    expect(code).toBe(2)
    expect(stderr).toContain('seed was "1" and is "other"')
    expect(stderr).toContain('begun with another plan')
  })

  test('any one of its runs can be made again with full output', async () => {
    const cwd = await temporary()
    const [, ...rows] = await linesOf(straight, 'runs.csv')
    const chosen = rows.map((row) => row.split(',')).find((c) => c[2] === 'as-it-is' && c[8] > '1')
    const [run, , , replicate, , , rate, , signed] = chosen ?? []
    const out = join(cwd, 'one')
    const typed = ['run', '--from', straight, '--run', run, '--out', out, '--no-report']
    expect(await paradiplomacy(typed, { cwd })).toMatchObject({ code: 0 })
    const manifest = await readJson<{ replicate: number; mechanisms: unknown[] }>(
      out,
      'manifest.json',
    )
    expect(manifest.replicate).toBe(Number(replicate))
    expect(manifest.mechanisms).toContainEqual(
      expect.objectContaining({
        name: 'salience',
        parameters: expect.objectContaining({ rate: Number(rate) }),
      }),
    )
    const [, ...agreements] = await linesOf(out, 'agreements.csv')
    expect(agreements.filter((row) => /,\d{4}-\d\d-\d\d,/.test(row)).length).toBeGreaterThanOrEqual(
      Number(signed),
    )
  })

  test('ends runs early where a condition holds', async () => {
    const cwd = await temporary()
    const typed = [
      ...['sweep', valley, '-n', '6', '--stop', 'concluded("memorandum") > 0', '--no-report'],
      ...['--outcome', 'signed=final(concluded("memorandum"))'],
      ...['--series', 'course=concluded("memorandum")', '--out', 'stopped'],
    ]
    expect(await paradiplomacy(typed, { cwd })).toMatchObject({ code: 0 })
    const rows = (await linesOf(cwd, 'stopped/series.csv')).slice(1).map((row) => row.split(','))
    for (const run of new Set(rows.map(([r]) => r))) {
      const course = rows.filter(([r]) => r === run).map(([, , , value]) => Number(value))
      expect(course.slice(0, -1).every((value) => value === 0)).toBe(true)
      if (course.length < 24) expect(course.at(-1)).toBeGreaterThan(0)
    }
  })
})

describe('a plan', () => {
  test('holds ranges, derived factors, a list beside it, and questions at a date', async () => {
    const cwd = await temporary()
    await myValley(cwd)
    await writeFile(join(cwd, 'points.csv'), 'salience.rate,networks.enabled\n0.2,yes\n0.4,no\n')
    await writeFile(
      join(cwd, 'plan.yaml'),
      `format: 1
scenario: ./mine
seed: plan
replications: 2
design: { kind: list, file: points.csv }
outcomes:
  - { id: half, formula: 'concluded("memorandum")', at: 1983-01-01, unit: memoranda }
`,
    )
    const typed = ['sweep', 'plan.yaml', '--out', 'listed', '--no-report']
    expect(await paradiplomacy(typed, { cwd })).toMatchObject({ code: 0 })
    const [head, ...rows] = await linesOf(cwd, 'listed/runs.csv')
    expect(head).toBe('run,point,replicate,status,message,salience_rate,networks_enabled,half')
    expect(rows.map((row) => row.split(',').slice(5, 7))).toEqual([
      ['0.2', 'true'],
      ['0.2', 'true'],
      ['0.4', 'false'],
      ['0.4', 'false'],
    ])
    await writeFile(
      join(cwd, 'ranges.yaml'),
      `format: 1
scenario: ./mine
factors:
  salience.rate: { from: 0.1, to: 0.9, scale: log, name: rate }
  salience.shock: { formula: rate * 2 }
design: { kind: latinHypercube, points: 5 }
`,
    )
    const ranged = ['sweep', 'ranges.yaml', '--out', 'ranged', '--no-report']
    expect(await paradiplomacy(ranged, { cwd })).toMatchObject({ code: 0 })
    for (const row of (await linesOf(cwd, 'ranged/runs.csv')).slice(1)) {
      const [rate, shock] = row.split(',').slice(5, 7).map(Number)
      expect(shock).toBeCloseTo(2 * rate, 12)
    }
  })

  test('that is wrong is told so by its line, and nothing is written', async () => {
    const cwd = await temporary()
    await myValley(cwd)
    await writeFile(
      join(cwd, 'plan.yaml'),
      'format: 1\nscenario: ./mine\nfactors:\n  salience.rate: { form: 0.1, to: 0.9 }\n',
    )
    const { code, stderr } = await paradiplomacy(['sweep', 'plan.yaml'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^plan\.yaml:4:\d+: .*"form".*"from"/)
    expect(everythingIn(cwd).filter((name) => name.startsWith('results'))).toEqual([])
  })
})

describe('runs that fail', () => {
  /** A mechanism of one's own that throws in some runs. */
  const failing = (share: number) => `
export default ({ defineMechanism }) => defineMechanism({
  name: 'mishap',
  summary: 'Some runs end badly.',
  source: 'none',
  parameters: {},
  step(_world, { draws, tick }) {
    if (tick === 2 && draws.at(0, 0) < ${share}) throw new Error('=a mishap, as ever')
  },
})
`
  const withMishap = { find: 'mechanisms:\n', put: 'mechanisms:\n  mishap: {}\n' }

  test('are rows with their error; all of them failing is exit code 1', async () => {
    const cwd = await temporary()
    await myValley(cwd, withMishap)
    await writeFile(join(cwd, 'some.mjs'), failing(0.5))
    const typed = ['sweep', './mine', '-n', '20', '-m', 'some.mjs', '--no-report', '--out', 'some']
    const some = await paradiplomacy(typed, { cwd })
    expect(some.code).toBe(0)
    expect(some.stdout).toMatch(/\d+ failed/)
    const rows = (await linesOf(cwd, 'some/runs.csv')).slice(1)
    const failed = rows.filter((row) => row.includes(',failed,'))
    expect(failed.length).toBeGreaterThan(0)
    expect(failed.length).toBeLessThan(20)
    for (const row of failed) expect(row).toContain("'=a mishap, as ever")

    await writeFile(join(cwd, 'all.mjs'), failing(1))
    const all = ['sweep', './mine', '-n', '3', '-m', 'all.mjs', '--no-report', '--out', 'all']
    expect(await paradiplomacy(all, { cwd })).toMatchObject({ code: 1 })
    expect((await linesOf(cwd, 'all/runs.csv')).slice(1)).toHaveLength(3)
  })

  test('end the sweep with --fail-fast', async () => {
    const cwd = await temporary()
    await myValley(cwd, withMishap)
    await writeFile(join(cwd, 'all.mjs'), failing(1))
    const typed = ['sweep', './mine', '-n', '3', '-m', 'all.mjs', '--fail-fast', '--out', 'fast']
    const { code, stderr } = await paradiplomacy(typed, { cwd })
    expect(code).toBe(1)
    expect(stderr).toMatch(/run \d failed: =a mishap/)
  })
})
