import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { chmod, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { everythingIn, myValley, paradiplomacy, temporary, valley } from './command.js'

const isRoot = process.getuid?.() === 0
/** Who may do nothing: `nobody`. */
const nobody = isRoot ? { uid: 65_534 } : {}

/** The good scenario with something else under the name of one of its files. */
async function refused(name: string, prepare: (path: string) => Promise<unknown>, says: RegExp) {
  const cwd = await temporary()
  const path = join(await myValley(cwd), name)
  await rm(path)
  await prepare(path)
  const before = everythingIn(cwd)
  const answer = await paradiplomacy(['run', './mine'], { cwd })
  expect(answer).toMatchObject({ code: 2, stdout: '' })
  expect(answer.stderr).toMatch(says)
  expect(answer.stderr.length).toBeLessThan(1000)
  expect(everythingIn(cwd)).toEqual(before)
}

const scenario = 'scenario.yaml'

describe('a scenario that is no scenario', () => {
  test('binary', () =>
    refused(
      scenario,
      (path) => writeFile(path, Uint8Array.of(80, 75, 3, 4, 0, 0)),
      /not a text file/,
    ))

  test('with a NUL byte', () =>
    refused(scenario, (path) => writeFile(path, 'format: 1\nname: a\0b\n'), /not a text file/))

  test('empty', () => refused(scenario, (path) => writeFile(path, ''), /the file is empty/))

  test('a folder', () => refused('actors.csv', (path) => mkdir(path), /"actors.csv" is not a file/))

  test('a link out of the folder', () =>
    refused('sites.csv', (path) => symlink('/etc/passwd', path), /leads out of/))

  test('a pipe', () =>
    refused('sites.csv', async (path) => execFileSync('mkfifo', [path]), /is not a file/))

  test('nested without end', () =>
    refused(scenario, (path) => writeFile(path, '['.repeat(200_000)), /nested too deeply|not YAML/))

  test('nested without end, closed', () =>
    refused(
      scenario,
      (path) => writeFile(path, `a: ${'['.repeat(5000)}${']'.repeat(5000)}`),
      /nested too deeply|format/,
    ))

  test('an alias bomb', () => {
    const lines = ['a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]']
    for (const [to, of] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih', 'ji'])
      lines.push(`${to}: &${to} [${Array(9).fill(`*${of}`).join(', ')}]`)
    return refused(scenario, (path) => writeFile(path, lines.join('\n')), /repeat too much/)
  })

  test('a million lines of CSV with a mistake in each', () =>
    refused(
      'sites.csv',
      (path) => writeFile(path, `id,title\n${'"a\n'.repeat(1_000_001)}`),
      /sites.csv:\d+/,
    ))
})

describe('a machine that does not let us', () => {
  test('write here: exit 1, one message, nothing left', async () => {
    const cwd = await temporary()
    await chmod(cwd, 0o555)
    onTestFinished(() => chmodSync(cwd, 0o755))
    const answer = await paradiplomacy(['run', 'acid-rain'], { cwd, ...nobody })
    expect(answer).toMatchObject({ code: 1, stdout: '' })
    expect(answer.stderr).toMatch(/permission denied.*results/)
    expect(answer.stderr.trim().split('\n').length).toBe(1)
    expect(everythingIn(cwd)).toEqual([])
  })

  test('read the scenario: exit 2', async () => {
    const cwd = await temporary()
    await chmod(cwd, 0o755)
    await chmod(join(await myValley(cwd), 'actors.csv'), 0o000)
    const answer = await paradiplomacy(['validate', './mine'], { cwd, ...nobody })
    expect(answer.stderr).toMatch(/actors.csv/)
    expect(answer.code).toBe(2)
  })

  test('store it all: exit 1, one message, nothing half-written', async ({ skip }) => {
    const cwd = await temporary()
    const disk = join(cwd, 'disk')
    await mkdir(disk)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', disk], { stdio: 'ignore' })
    } catch {
      skip('this machine mounts nothing')
    }
    onTestFinished(() => void execFileSync('umount', [disk]))
    const full = await paradiplomacy(['run', valley, '--out', 'disk/y'], { cwd })
    expect(full).toMatchObject({ code: 1, stdout: '' })
    expect(full.stderr).toMatch(/^It failed.*ENOSPC: no space left on device.*\n$/)
    expect(everythingIn(disk)).toEqual([])
    // What was there stays when its replacement does not fit.
    const small = ['run', valley, '--no-report', '--until', '1981-01-01', '--out', 'disk/z']
    expect(await paradiplomacy(small, { cwd })).toMatchObject({ code: 0 })
    const before = await readFile(join(disk, 'z/manifest.json'), 'utf8')
    const large = ['run', valley, '--out', 'disk/z', '--force']
    expect(await paradiplomacy(large, { cwd })).toMatchObject({ code: 1 })
    expect(await readFile(join(disk, 'z/manifest.json'), 'utf8')).toBe(before)
    expect(everythingIn(disk).filter((name) => !/^z\b/.test(name))).toEqual([])
  })
})
