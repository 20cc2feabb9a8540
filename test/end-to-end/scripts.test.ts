import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { everythingIn, home, launch, temporary } from './command.js'

const script = join(home, 'scripts/memoranda-curve.mjs')

describe('scripts/memoranda-curve.mjs', () => {
  test('prints its table, and writes it', async () => {
    const cwd = await temporary()
    const typed = [script, '--pairs', '3', '--weights', '0,1', '--csv', 'curve.csv']
    const once = await launch(process.execPath, typed, { cwd }).answer
    expect(once).toMatchObject({ code: 0, stderr: '' })
    const rows = once.stdout.split('\n').filter((line) => line.startsWith('| '))
    expect(rows.length).toBe(3)
    for (const row of rows) expect(row.split('|').length).toBe(8)
    expect(once.stdout).not.toMatch(/NaN|undefined/)
    const csv = (await readFile(join(cwd, 'curve.csv'), 'utf8')).trimEnd().split('\n')
    expect(csv[0]).toMatch(/^weight,/)
    expect(csv.length).toBe(3)
    expect(everythingIn(cwd)).toEqual(['curve.csv'])
  })
})

describe('scripts/boomerang-sweep.ts', () => {
  test('runs a sweep through the public API', async () => {
    const cwd = await temporary()
    const runner = join(home, 'scripts/typescript.mjs')
    const typed = [runner, join(home, 'scripts/boomerang-sweep.ts'), '2', 'swept']
    const { code, stdout } = await launch(process.execPath, typed, { cwd }).answer
    expect(code).toBe(0)
    const rows = stdout.split('\n').filter((line) => /^(0|0\.5|1) /.test(line))
    expect(rows.map((row) => row.split(/\s+/).slice(0, 2).join(' '))).toEqual([
      '0 as-it-is',
      '0 no-memoranda',
      '0.5 as-it-is',
      '0.5 no-memoranda',
      '1 as-it-is',
      '1 no-memoranda',
    ])
    expect(stdout).not.toMatch(/NaN|undefined/)
    const runs = await readFile(join(cwd, 'swept/runs.csv'), 'utf8')
    expect(runs.trimEnd().split('\n')).toHaveLength(13)
  })
})
