import { readFileSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { library } from '../../src/library.js'
import {
  differences,
  everythingIn,
  home,
  lastingFolder,
  myValley,
  paradiplomacy,
  temporary,
  valley,
} from './command.js'

let cwd: string
const ask = (...args: readonly string[]) => paradiplomacy(args, { cwd })

beforeAll(async () => {
  cwd = await lastingFolder()
  for (const seed of ['1', '2'])
    for (const copy of ['a', 'b'])
      await ask('run', valley, '--no-report', '--seed', seed, '--out', `${seed}${copy}`)
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

describe('list', () => {
  test('names every scenario that ships, in words and as JSON', async () => {
    const words = await ask('list')
    const json = await ask('list', '--json')
    const scenarios = JSON.parse(json.stdout) as { name: string; title: string }[]
    expect(scenarios.map(({ name }) => name)).toContain('acid-rain')
    for (const { name, title } of scenarios) {
      expect(words.stdout).toMatch(new RegExp(`^${name}$`, 'm'))
      expect(title.length).toBeGreaterThan(5)
    }
    expect(words.stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  })
})

describe('show', () => {
  test('tells what is in a scenario', async () => {
    const { code, stdout } = await ask('show', 'acid-rain')
    expect(code).toBe(0)
    for (const word of [
      'Did the memoranda matter?',
      'Tables',
      'Mechanisms',
      'Treatments',
      'Checks',
      'In class',
    ])
      expect(stdout).toContain(word)
    for (const treatment of 'no-memoranda coal-leader courts-succeed random-gates'.split(' '))
      expect(stdout).toMatch(new RegExp(`^ {2}${treatment}$`, 'm'))
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  test('--sheet is the sheet for a class, and nothing else', async () => {
    const sheet = await ask('show', 'acid-rain', '--sheet')
    expect(sheet.code).toBe(0)
    expect(sheet.stdout).toMatch(/^Acid rain in North America.*\n\nIn class\n/)
    expect(sheet.stdout).not.toContain('Mechanisms')
    const none = await ask('show', valley, '--sheet')
    expect(none.code).toBe(2)
    expect(none.stderr).toContain('there is no sheet for a class')
  })

  test('--json is the scenario whole', async () => {
    const { stdout } = await ask('show', valley, '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      name: 'valley',
      tables: { actors: { 'N-1': { title: 'Upper Vale', population: '900' } } },
    })
  })
})

describe('odd', () => {
  test('has the seven elements, the eleven concepts, and every parameter', async () => {
    const { code, stdout, stderr } = await ask('odd', 'acid-rain')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const elements = stdout.match(/^## \d\. .*$/gm)
    expect(elements?.map((line) => Number(line[3]))).toEqual([1, 2, 3, 4, 5, 6, 7])
    const concepts = stdout.slice(stdout.indexOf('\n## 4.'), stdout.indexOf('\n## 5.'))
    expect(concepts.match(/^### /gm)?.length).toBe(11)
    const { mechanisms } = parse(
      await readFile(join(home, 'scenarios/acid-rain/scenario.yaml'), 'utf8'),
    ) as { mechanisms: Record<string, unknown> }
    for (const { name, parameters, source } of library.mechanisms) {
      if (!(name in mechanisms)) continue
      const from = stdout.search(new RegExp(`^### 7\\.\\d+ .*\`${name}\``, 'm'))
      expect(from, name).toBeGreaterThan(0)
      const section = stdout.slice(from).split('\n### ')[0]
      expect(section).toContain(source.slice(0, 20))
      for (const parameter of Object.keys(parameters)) expect(section).toContain(`\`${parameter}\``)
    }
  })
})

describe('schema', () => {
  test('is a JSON Schema that knows good scenarios from bad ones', async () => {
    const { stdout } = await ask('schema')
    const validate = new Ajv({ strict: false }).compile(JSON.parse(stdout) as object)
    const path = (file: string) => readFileSync(file, 'utf8')
    for (const file of [
      join(home, 'scenarios/acid-rain/scenario.yaml'),
      join(valley, 'scenario.yaml'),
    ])
      expect(validate(parse(path(file))), JSON.stringify(validate.errors)).toBe(true)
    const good = path(join(valley, 'scenario.yaml'))
    for (const [find, put] of [
      ['format: 1', 'format: 2'],
      ['  stakes:', '  steaks:'],
      ['rate: 0.5', 'rates: 0.5'],
      ['licence:', 'license:'],
    ])
      expect(validate(parse(good.replace(find, put))), put).toBe(false)
  })
})

describe('validate', () => {
  test('finds good scenarios in order, and writes nothing', async () => {
    const here = await temporary()
    await myValley(here)
    const before = everythingIn(here)
    const words = await paradiplomacy(['validate', 'mine/scenario.yaml'], { cwd: here })
    expect(words).toMatchObject({ code: 0, stderr: '' })
    expect(words.stdout).toMatch(/^mine\/scenario.yaml is in order: 8 actors, /)
    const json = await paradiplomacy(['validate', './mine', '--json'], { cwd: here })
    expect(JSON.parse(json.stdout)).toEqual({ valid: true, problems: [] })
    expect(everythingIn(here)).toEqual(before)
  })
})

describe('diff', () => {
  test('of equal runs finds nothing', async () => {
    const { code, stdout } = await ask('diff', '1a', '1b')
    expect(code).toBe(0)
    expect(stdout).toBe('The two runs left the same data, value by value.\n')
    expect(JSON.parse((await ask('diff', '1a', '1b', '--json')).stdout)).toMatchObject({
      same: true,
    })
  })

  test('of two seeds names tick, mechanism and actor', async () => {
    const { code, stdout } = await ask('diff', '1a', '2a')
    expect(code).toBe(0)
    expect(stdout).toMatch(/in tick \d+, after mechanism \w+: \w+(\.\w+)* of \S+/)
    const json = await ask('diff', '1a', '2a', '--json')
    const { model } = JSON.parse(json.stdout) as { model: Record<string, unknown> }
    expect(model).toMatchObject({ mechanism: expect.any(String), tick: expect.any(Number) })
    expect(stdout).toContain(String(model.subject))
  })

  test('of something else than runs says so', async () => {
    expect(await ask('diff', '1a', '.')).toMatchObject({ code: 2, stdout: '' })
    const damaged = await temporary()
    await writeFile(join(damaged, 'manifest.json'), '{"software":"paradiplomacy"')
    expect(await ask('diff', '1a', damaged)).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('report', () => {
  test('draws anew what is there, to the byte, and places the run among those of a check', async () => {
    expect((await ask('report', '2a')).stdout).toBe('Page: 2a/report.html\n')
    const first = await readFile(join(cwd, '2a/report.html'), 'utf8')
    await rm(join(cwd, '2a/report.html'))
    await writeFile(join(cwd, '2a/charts/map.svg'), 'spoilt')
    await ask('report', '2a')
    await ask('report', '2b')
    expect(differences(join(cwd, '2a'), join(cwd, '2b'))).toEqual([
      'execution.json',
      'ro-crate-metadata.json',
    ])
    expect(await readFile(join(cwd, '2a/report.html'), 'utf8')).toBe(first)

    await ask('check', valley, '--runs', '30', '--out', 'check')
    const placed = await ask('report', '2a', '--check', 'check')
    expect(placed).toMatchObject({ code: 0, stderr: '' })
    const page = await readFile(join(cwd, '2a/report.html'), 'utf8')
    expect(page).toContain('Memoranda at the end')
    expect(page).toMatch(/\b30\b/)
    expect(page).not.toBe(first)
  })

  test('of what is no run, or among what is no check of it, is refused', async () => {
    await ask('check', 'acid-rain', '--runs', '1', '--out', 'other')
    const pages = everythingIn(join(cwd, '1a'))
    for (const [typed, says] of [
      [['report', 'other', '--check', 'other'], /other: .*check, not a run/],
      [['report', '1a', '--check', '1b'], /1b: .*run, not a check/],
      [['report', '1a', '--check', 'other'], /other: this is a check of "acid-rain"/],
    ] as const) {
      const answer = await ask(...typed)
      expect(answer).toMatchObject({ code: 2, stdout: '' })
      expect(answer.stderr).toMatch(says)
    }
    expect(everythingIn(join(cwd, '1a'))).toEqual(pages)
    // Of an experiment, its own page is drawn anew.
    const drawn = await ask('report', 'other')
    expect(drawn).toMatchObject({ code: 0, stdout: 'Page: other/report.html\n' })
  })

  test('of a damaged run says what is damaged', async () => {
    const path = join(cwd, '1b/measures.csv')
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, -7))
    const answer = await ask('report', '1b')
    expect(answer).toMatchObject({ code: 2, stdout: '' })
    expect(answer.stderr).toContain('measures.csv')
  })
})
