import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  differences,
  everythingIn,
  myValley,
  paradiplomacy,
  readJson,
  shell,
  temporary,
  valley,
} from './command.js'

interface Manifest {
  readonly kind: string
  readonly seed: string
  readonly replicate: number
  readonly treatment: string | null
  readonly settings: readonly string[]
  readonly patches: readonly {
    readonly path: readonly (string | number)[]
    readonly value: unknown
  }[]
  readonly timeline: { readonly end: string; readonly ticks: number }
  readonly digest: string
  readonly command: string
}

const data =
  'manifest.json measures.csv agreements.csv events.csv actors.csv datapackage.json'.split(' ')
const quiet = ['run', valley, '--no-report']

describe('run', () => {
  test('leaves all that a run leaves, and says where', async () => {
    const cwd = await temporary()
    const { code, stdout, stderr } = await paradiplomacy(['run', 'acid-rain'], { cwd })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^Results: results\/acid-rain-001$/m)
    expect(stdout).toMatch(/^Page: {4}results\/acid-rain-001\/report.html$/m)
    expect(stdout).toMatch(/^Memorandum/m)
    expect(stdout).toMatch(/^Law in United States: /m)
    expect(stdout).toMatch(/^Agreement between states: /m)
    const left = everythingIn(join(cwd, 'results/acid-rain-001'))
    for (const name of [...data, 'execution.json', 'ro-crate-metadata.json', 'report.html'])
      expect(left).toContain(name)
    const charts = left.filter((name) => name.endsWith('.vl.json'))
    expect(charts.length).toBeGreaterThanOrEqual(7)
    for (const chart of charts)
      for (const ending of ['.svg', '.png'])
        expect(left).toContain(chart.replace('.vl.json', ending))
    expect(left.filter((name) => /partial/.test(name))).toEqual([])
  })

  test('numbers its folders, next to each other in time too', async () => {
    const cwd = await temporary()
    const answers = await Promise.all([1, 2, 3].map(() => paradiplomacy(quiet, { cwd })))
    expect(answers.map(({ code }) => code)).toEqual([0, 0, 0])
    await paradiplomacy([...quiet, '--treatment', 'no-memoranda'], { cwd })
    const left = everythingIn(join(cwd, 'results')).filter((name) => !name.includes('/'))
    expect(left).toEqual(['valley-001', 'valley-002', 'valley-003', 'valley-no-memoranda-001'])
  })

  test('--json prints JSON and nothing else', async () => {
    const cwd = await temporary()
    const { stdout, stderr } = await paradiplomacy([...quiet, '--json', '--out', 'x'], { cwd })
    const said = JSON.parse(stdout) as Record<string, string>
    expect(said).toMatchObject({ folder: 'x', command: `paradiplomacy run ${valley} --seed 1` })
    expect(said.digest).toBe((await readJson<Manifest>(cwd, 'x/manifest.json')).digest)
    expect(stderr).toBe('')
    expect(everythingIn(join(cwd, 'x'))).not.toContain('report.html')
  })

  test('changes what it is told to change, and says so in the manifest', async () => {
    const cwd = await temporary()
    const changes = '--seed 7 --replicate 3 --treatment no-memoranda --set salience.rate=0.9'
    const until = '--until 1983-06-30'
    await paradiplomacy([...quiet, ...changes.split(' '), ...until.split(' '), '--out', 'x'], {
      cwd,
    })
    const manifest = await readJson<Manifest>(cwd, 'x/manifest.json')
    expect(manifest).toMatchObject({
      kind: 'run',
      seed: '7',
      replicate: 3,
      treatment: 'no-memoranda',
      settings: ['salience.rate=0.9'],
      timeline: { end: '1983-06-30', ticks: 14 },
      command: `paradiplomacy run ${valley} --seed 7 --replicate 3 --treatment no-memoranda --set salience.rate=0.9 ${until}`,
    })
    const changed = manifest.patches.map(({ path, value }) => `${path.join('.')} ${value}`)
    expect(changed).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/instruments.memorandum.available/),
        expect.stringMatching(/salience.rate/),
        'time.end 1983-06-30',
      ]),
    )
  })

  test('can be repeated by the line that it prints, to the byte', async () => {
    const cwd = await temporary()
    const folder = await myValley(cwd)
    const seeds = ['it\'s; rm -rf $HOME Zürich 雪\n\t"*"', '-5']
    for (const [at, seed] of seeds.entries()) {
      const out = `first${at}`
      const { code, stdout } = await paradiplomacy(
        ['run', folder, '--seed', seed, '--no-report', '--json', '--out', out],
        { cwd },
      )
      expect(code, seed).toBe(0)
      const { command, digest } = JSON.parse(stdout) as { command: string; digest: string }
      const again = await shell(`${command} --no-report --json --out again${at}`, { cwd })
      expect(JSON.parse(again.stdout)).toMatchObject({ command, digest })
      expect(differences(join(cwd, out), join(cwd, `again${at}`))).toEqual(
        expect.not.arrayContaining([expect.stringMatching(/csv|manifest|scenario|datapackage/)]),
      )
    }
  })
})

describe('an existing --out', () => {
  test('is kept without --force, replaced with it', async () => {
    const cwd = await temporary()
    const out = ['--out', 'deep/er/mine']
    expect((await paradiplomacy([...quiet, ...out], { cwd })).code).toBe(0)
    await writeFile(join(cwd, 'deep/er/mine/notes.txt'), 'mine')
    const refused = await paradiplomacy([...quiet, ...out, '--seed', '2'], { cwd })
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toMatch(/"deep\/er\/mine" exists already. Give --force/)
    expect((await readJson<Manifest>(cwd, 'deep/er/mine/manifest.json')).seed).toBe('1')
    const forced = await paradiplomacy([...quiet, ...out, '--seed', '2', '--force'], { cwd })
    expect(forced.code).toBe(0)
    expect((await readJson<Manifest>(cwd, 'deep/er/mine/manifest.json')).seed).toBe('2')
    expect(everythingIn(join(cwd, 'deep/er')).filter((name) => !name.startsWith('mine'))).toEqual(
      [],
    )
  })

  test('that is not ours is never replaced', async () => {
    const cwd = await temporary()
    const { code } = await paradiplomacy([...quiet, '--out', 'ours'], { cwd })
    expect(code).toBe(0)
    await symlink('ours', join(cwd, 'link'))
    await symlink('nowhere', join(cwd, 'dangling'))
    await myValley(cwd)
    await writeFile(join(cwd, 'mine/manifest.json'), '{"software":"other","format":1}')
    await writeFile(join(cwd, 'file'), 'a file')
    const before = everythingIn(cwd)
    for (const [out, says] of [
      ['link', 'is a symbolic link'],
      ['link/', 'is a symbolic link'],
      ['dangling', 'is a symbolic link'],
      ['mine', 'is not a folder of results'],
      ['file', 'is a file'],
      ['file/below', 'lies below a file'],
      ['.', 'is not a folder of results'],
    ]) {
      const answer = await paradiplomacy([...quiet, '--force', '--out', out], { cwd })
      expect(answer, out).toMatchObject({ code: 2, stdout: '' })
      expect(answer.stderr).toContain(says)
    }
    expect(everythingIn(cwd)).toEqual(before)
  })

  test('goes to one of several at the same time; the others say so', async () => {
    const cwd = await temporary()
    const answers = await Promise.all(
      ['1', '2'].map((seed) => paradiplomacy([...quiet, '--seed', seed, '--out', 'x'], { cwd })),
    )
    expect(answers.map(({ code }) => code).sort()).toEqual([0, 2])
    expect(everythingIn(cwd).filter((name) => !/^x\b/.test(name))).toEqual([])
  })
})
