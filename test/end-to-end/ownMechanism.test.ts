import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { loadMechanisms } from '../../src/loadMechanism.js'
import { buildModel, loadScenario } from '../../src/scenario/index.js'
import { digest } from '../../src/world/index.js'
import {
  differences,
  everythingIn,
  home,
  launch,
  paradiplomacy,
  readJson,
  shell,
  temporary,
  valley,
} from './command.js'

const file = fileURLToPath(new URL('acquaintance.mjs', import.meta.url))
const bring = ['--mechanism', file, '--set', 'mechanisms.acquaintance.enabled=yes']

interface Manifest {
  readonly command: string
  readonly digest: string
  readonly mechanisms: readonly { name: string; parameters: Record<string, unknown> }[]
  readonly mechanismFiles: readonly { name: string }[]
  readonly patches: readonly { path: readonly string[]; value: unknown }[]
}

describe('docs/own-mechanism.md', () => {
  test('gives commands that work as they stand there', async () => {
    const text = await readFile(join(home, 'docs/own-mechanism.md'), 'utf8')
    const lines = text.split('\n').filter((line) => line.startsWith('paradiplomacy '))
    expect(lines.length).toBeGreaterThan(0)
    const out = await temporary()
    for (const [k, line] of lines.entries()) {
      const folder = join(out, `run-${k}`)
      const answer = await shell(`${line} --no-report --out '${folder}'`, { cwd: home })
      expect(answer).toMatchObject({ code: 0, stderr: '' })
      expect(everythingIn(folder)).toContain('measures.csv')
    }
    const { mechanisms } = await readJson<Manifest>(out, 'run-0', 'manifest.json')
    expect(mechanisms.map(({ name }) => name)).toEqual(['focusingEvents'])
  })

  test('has a study that finds what the theory says', async () => {
    const study = join(home, 'scripts/own-mechanism/study.mjs')
    const { code, stdout } = await launch(process.execPath, [study], { cwd: home }).answer
    expect(code).toBe(0)
    const [, mean, expected] = /mean alarm ([\d.]+), expected ([\d.]+)/.exec(stdout)!.map(Number)
    expect(Math.abs(mean - expected)).toBeLessThan(0.03)
  })
})

describe('a mechanism that a scenario does not name', () => {
  test.each([
    ['run'],
    ['check', '--runs', '2'],
    ['check', '--determinism'],
    ['sweep', '--replications', '2'],
    ['odd'],
    ['validate'],
  ])('is no silent guest of %s', async (command, ...more) => {
    const cwd = await temporary()
    const answer = await paradiplomacy([command, valley, '--mechanism', file, ...more], { cwd })
    expect(answer).toMatchObject({ code: 2, stdout: '' })
    expect(answer.stderr).toContain('does not name its mechanism "acquaintance"')
    expect(answer.stderr).toContain('--set mechanisms.acquaintance.enabled=yes')
    expect(answer.stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(everythingIn(cwd)).toEqual([])
  })

  test('is brought in by a setting, and the line to repeat it brings it in again', async () => {
    const cwd = await temporary()
    const typed = ['run', valley, ...bring, '--set', 'acquaintance.meeting=2', '--no-report']
    const first = await paradiplomacy([...typed, '--out', 'first'], { cwd })
    expect(first).toMatchObject({ code: 0, stderr: '' })
    const { command, mechanisms, mechanismFiles, patches, digest } = await readJson<Manifest>(
      join(cwd, 'first/manifest.json'),
    )
    expect(mechanisms).toContainEqual({
      name: 'acquaintance',
      parameters: { meeting: 2, forgetting: 0.3 },
    })
    expect(mechanismFiles.map(({ name }) => name)).toEqual([file])
    expect(patches.map(({ path, value }) => [path.join('.'), value])).toEqual([
      ['mechanisms.acquaintance.enabled', true],
      ['mechanisms.acquaintance.meeting', 2],
    ])
    expect(await readFile(join(cwd, 'first/events.csv'), 'utf8')).toContain(',acquaintance,met,')
    const again = await shell(`${command} --no-report --out again`, { cwd })
    expect(again).toMatchObject({ code: 0 })
    expect((await readJson<Manifest>(cwd, 'again/manifest.json')).digest).toBe(digest)
    const odd = await paradiplomacy(['odd', valley, ...bring], { cwd })
    expect(odd.stdout).toContain('Units come to know each other, and forget.')
  })

  test('takes part in sweeps with draws and ties of its own, on two workers as on one', async () => {
    const cwd = await temporary()
    const typed = [
      ...['sweep', valley, ...bring, '--vary', 'acquaintance.meeting=0,2', '--replications', '4'],
      ...['--outcome', 'known=final(knownUnits("N-1"))', '--chunk', '2', '--no-report'],
    ]
    for (const workers of ['1', '2']) {
      const answer = await paradiplomacy([...typed, '--workers', workers, '--out', workers], {
        cwd,
      })
      expect(answer).toMatchObject({ code: 0 })
    }
    const exempt = /^(execution\.json|ro-crate-metadata\.json)$/
    const unlike = differences(join(cwd, '1'), join(cwd, '2'))
    expect(unlike.filter((name) => !exempt.test(name))).toEqual([])
    const [head, ...rows] = (await readFile(join(cwd, '2/runs.csv'), 'utf8')).trimEnd().split('\n')
    const at = (name: string) => head.split(',').indexOf(name)
    const cells = rows.map((row) => row.split(','))
    const known = (meeting: string) =>
      cells
        .filter((c) => c[at('acquaintance_meeting')] === meeting)
        .map((c) => Number(c[at('known')]))
    expect(known('0')).toEqual([0, 0, 0, 0])
    expect(Math.min(...known('2'))).toBeGreaterThan(0)
    const one = ['run', '--from', '2', '--run', '5', '--no-report', '--out', 'one']
    expect(await paradiplomacy(one, { cwd })).toMatchObject({ code: 0 })
  })

  test('goes on from a branch as in the straight run', async () => {
    const { library } = await loadMechanisms([file])
    const settings = ['mechanisms.acquaintance.enabled=yes']
    const { document } = await loadScenario(valley, library, { settings })
    const make = () => buildModel(document, library)
    const whole = digest(make().run({ seed: 's' }).world)
    const run = make().start({ seed: 's' })
    for (let k = 0; k < 10; k++) run.step()
    const branch = run.branch()
    expect(digest(make().resume(branch, { seed: 's' }).finish().world)).toBe(whole)
    const other = make().resume(branch, { seed: 's', future: 1 }).finish()
    expect(digest(other.world)).not.toBe(whole)
  })
})

describe('a mechanism in TypeScript', () => {
  test('is loaded where Node reads it, and clearly refused elsewhere', async () => {
    const cwd = await temporary()
    const code = (await readFile(file, 'utf8')).replace(
      'exp, number, real })',
      'exp, number, real }: any)',
    )
    await writeFile(
      join(cwd, 'own.ts'),
      code.replace('(value, meaning)', '(value: number, meaning: string)'),
    )
    const typed = ['run', valley, '--mechanism', 'own.ts', '--no-report', '--out', 'out']
    const set = ['--set', 'mechanisms.acquaintance.enabled=yes']
    const answer = await paradiplomacy([...typed, ...set], { cwd })
    if ('typescript' in process.features && process.features.typescript) {
      expect(answer).toMatchObject({ code: 0 })
      expect(await readFile(join(cwd, 'out/events.csv'), 'utf8')).toContain(',acquaintance,met,')
      return
    }
    expect(answer.code).toBe(2)
    expect(answer.stderr).toContain('does not read TypeScript. Compile the file')
    expect(everythingIn(cwd)).toEqual(['own.ts'])
  })
})
