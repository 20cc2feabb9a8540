import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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

/** Times and machine. */
const exempt = ['execution.json', 'ro-crate-metadata.json']
const runs = ['--runs', '500']

let root: string
let straight: string

beforeAll(async () => {
  root = await lastingFolder()
  straight = join(root, 'straight')
  const typed = ['check', valley, ...runs, '--workers', '2', '--out', straight]
  const { code, stdout, stderr } = await paradiplomacy(typed, { cwd: root })
  expect(stderr).not.toMatch(/failed|Error/)
  expect(stdout).toMatch(/^500 runs, seed 1\n/)
  expect(stdout).toMatch(/^within {3}Memoranda at the end$/m)
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  expect(code).toBe(0)
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe('check', () => {
  test('gives the same bytes with another number of workers', async () => {
    const cwd = await temporary()
    const typed = ['check', valley, ...runs, '--workers', '1', '--json']
    const { code, stdout, stderr } = await paradiplomacy(typed, { cwd })
    expect({ code, stderr }).toMatchObject({ code: 0 })
    const { folder, ...result } = JSON.parse(stdout) as { folder: string }
    expect(folder).toBe(join(cwd, 'results/check-valley-001'))
    expect(result).toEqual(await readJson(folder, 'check.json'))
    expect(differences(straight, folder)).toEqual(exempt)
  })

  test('ends in 3 when a pattern is missed, and says which', async () => {
    const cwd = await temporary()
    const mine = await myValley(cwd, { find: 'band: [0, 1000]', put: 'band: [1000, 2000]' })
    const { code, stdout } = await paradiplomacy(['check', mine, '--runs', '2'], { cwd })
    expect(code).toBe(3)
    expect(stdout).toMatch(/^MISSED {3}Memoranda at the end$/m)
    expect(stdout).toContain('1 of 1 patterns are missed: memoranda.')
  })

  test('of a scenario without checks says what is missing', async () => {
    const cwd = await temporary()
    const mine = await myValley(cwd)
    const whole = await readFile(join(mine, 'scenario.yaml'), 'utf8')
    await writeFile(join(mine, 'scenario.yaml'), whole.slice(0, whole.indexOf('checks:')))
    const answer = await paradiplomacy(['check', mine, '--runs', '2'], { cwd })
    expect(answer).toMatchObject({ code: 2, stdout: '' })
    expect(answer.stderr).toContain('the scenario valley has no checks')
    expect(everythingIn(cwd).filter((name) => !name.startsWith('mine'))).toEqual([])
  })

  test('of acid rain misses some patterns and says so', async () => {
    const cwd = await temporary()
    const { code, stdout } = await paradiplomacy(['check', 'acid-rain', '--runs', '4'], { cwd })
    expect(code).toBe(3)
    expect(stdout).toMatch(/^\d+ of \d+ patterns are missed: /m)
    expect(stdout).toMatch(/gravity alone/)
  })

  test('--determinism compares worlds made in several ways', async () => {
    const cwd = await temporary()
    const typed = ['check', valley, '--determinism']
    const [words, json] = await Promise.all([
      paradiplomacy(typed, { cwd }),
      paradiplomacy([...typed, '--json'], { cwd }),
    ])
    expect(words.code).toBe(0)
    expect(words.stdout).toContain('The same seed gives the same world.')
    const { deterministic, digests } = JSON.parse(json.stdout) as {
      deterministic: boolean
      digests: Record<string, string>
    }
    expect(deterministic).toBe(true)
    expect(Object.keys(digests).length).toBeGreaterThanOrEqual(5)
    expect(new Set(Object.values(digests)).size).toBe(1)
    expect(everythingIn(cwd)).toEqual([])
  })
})

describe('a check that is ended', () => {
  test.each([
    ['SIGKILL', -1],
    ['SIGINT', 130],
  ] as const)('by %s goes on to the same bytes', async (signal, code) => {
    const cwd = await temporary()
    const typed = ['check', valley, ...runs, '--workers', '1', '--out', 'x']
    const { child, answer } = start(typed, { cwd })
    await appears(join(cwd, 'x/chunks/3.csv'), child)
    const told = performance.now()
    child.kill(signal)
    const ended = await answer
    expect(performance.now() - told).toBeLessThan(3000)
    expect(ended).toMatchObject({ code, stdout: '' })
    const left = everythingIn(join(cwd, 'x'))
    expect(left).toContain('chunks/3.csv')
    expect(left).not.toContain('check.json')
    if (signal === 'SIGINT') {
      expect(left.filter((name) => /partial|^tmp\/./.test(name))).toEqual([])
      expect(ended.stderr).toMatch(/Interrupted\.\n$/)
    }

    const more = ['check', valley, '--resume', 'x']
    const other = await paradiplomacy([...more, '--runs', '501'], { cwd })
    expect(other).toMatchObject({ code: 2, stdout: '' })
    const whole = await paradiplomacy([...more, '--workers', '2'], { cwd })
    expect(whole.code).toBe(0)
    expect(differences(straight, join(cwd, 'x'))).toEqual(exempt)
  })

  test('and then torn goes on to the same bytes', async () => {
    const cwd = await temporary()
    const typed = ['check', valley, '--runs', '100', '--out', 'x']
    await paradiplomacy(typed, { cwd })
    const before = await readJson(cwd, 'x/check.json')
    for (const name of ['check.json', 'runs.csv']) await rm(join(cwd, 'x', name))
    await writeFile(join(cwd, 'x/chunks/1.csv'), 'half a l')
    const { code } = await paradiplomacy(['check', valley, '--resume', 'x'], { cwd })
    expect(code).toBe(0)
    expect(await readJson(cwd, 'x/check.json')).toEqual(before)
  })
})
