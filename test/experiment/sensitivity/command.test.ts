import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SensitivityResult } from '../../../src/archive/index.js'
import { everythingIn, paradiplomacy, temporary } from '../../end-to-end/command.js'

const plan = `format: 1
scenario: acid-rain
points: 2
replications: 2
factors:
  pressure.boomerang: {}
  federalPolitics.transfers: {}
  officeHolders.holders: { values: [calendar, drawn] }
outcomes:
  - { id: act, title: Federal act, formula: 'date(first(policy("US", "acid-rain") >= 0.5))' }
`

describe('paradiplomacy sensitivity', () => {
  it('leaves a folder with tables, page and methods, and says what matters', async () => {
    const cwd = await temporary()
    await writeFile(join(cwd, 'my-plan.yaml'), plan)
    const typed = ['sensitivity', 'my-plan.yaml', '--out', 'found', '--workers', '1', '--parquet']
    const { code, stdout } = await paradiplomacy(typed, { cwd })
    expect(code).toBe(0)
    expect(stdout).toContain('Federal act')
    for (const name of ['runs.csv', 'indices.csv', 'indices.parquet', 'report.html', 'methods.md'])
      expect(existsSync(join(cwd, 'found', name)), name).toBe(true)
    const runs = (await readFile(join(cwd, 'found', 'runs.csv'), 'utf8')).trimEnd().split('\n')
    expect(runs.length).toBe(1 + 2 * 4 * 2)
    expect(runs[0]).toContain('pressure_boomerang,federalPolitics_transfers,officeHolders_holders')
    const told = await paradiplomacy(['sensitivity', '--resume', 'found', '--json'], { cwd })
    const result = JSON.parse(told.stdout) as SensitivityResult
    expect(result).toMatchObject({ kind: 'sensitivity', method: 'morris', n: 2, points: 8 })
    expect(result.factors.map(({ kind }) => kind)).toEqual(['number', 'switch', 'category'])
    expect(result.outcomes[0].noise.estimate).not.toBeNull()
  })

  it.each([
    ['sensitivity', /there is nothing to analyse/],
    ['sensitivity acid-rain --vary pressure.boomrang', /Did you mean "boomerang"\?/],
    ['sensitivity acid-rain --method moris', /Allowed choices are morris, sobol/],
    ['sensitivity acid-rain --method sobol --levels 4', /"levels" belongs to the method morris/],
    ['sensitivity acid-rain --levels 5', /--levels 5 is odd/],
    ['sensitivity acid-rain --second', /"second" belongs to the method sobol/],
    ['sensitivity acid-rain --outcome x=plicy("US","acid-rain")', /Did you mean "policy"\?/],
    ['sensitivity --resume nowhere', /nowhere/],
  ])('%s is refused, and nothing is written', async (typed, says) => {
    const cwd = await temporary()
    const { code, stdout, stderr } = await paradiplomacy(typed.split(' '), { cwd })
    expect(stderr).toMatch(says)
    expect([code, stdout]).toEqual([2, ''])
    expect(everythingIn(cwd)).toEqual([])
  })
})
