import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AttributionResult } from '../../../src/archive/index.js'
import { everythingIn, paradiplomacy, temporary } from '../../end-to-end/command.js'

const causes = `format: 1
scenario: acid-rain
replications: 2
causes:
  - { id: memoranda, off: { treatment: no-memoranda } }
  - { id: leader, off: { treatment: coal-leader } }
outcomes:
  - { id: act, title: Federal act, formula: 'date(first(policy("US", "acid-rain") >= 0.5))', by: 1992-12-31 }
`

describe('paradiplomacy attribute', () => {
  it('leaves a folder with tables, page and methods, and says what it found', async () => {
    const cwd = await temporary()
    await writeFile(join(cwd, 'my-causes.yaml'), causes)
    const typed = ['attribute', 'my-causes.yaml', '--out', 'found', '--seed', '7', '--workers', '1']
    const { code, stdout } = await paradiplomacy(typed, { cwd })
    expect(code).toBe(0)
    expect(stdout).toContain('Federal act, by 1992-12-31')
    expect(stdout).toMatch(/Page: .*found.report\.html/)
    for (const name of ['runs.csv', 'shares.csv', 'interactions.csv', 'report.html', 'methods.md'])
      expect(existsSync(join(cwd, 'found', name)), name).toBe(true)
    expect(await readFile(join(cwd, 'found', 'methods.md'), 'utf8')).toContain(
      'paradiplomacy attribute my-causes.yaml --seed 7',
    )
    const again = ['attribute', '--resume', 'found', '--json', '--no-report']
    const told = await paradiplomacy(again, { cwd })
    const result = JSON.parse(told.stdout) as AttributionResult
    expect(result).toMatchObject({ kind: 'attribution', runs: 8, seed: '7', subsets: 4 })
    const one = await paradiplomacy(['run', '--from', 'found', '--run', '0'], { cwd })
    expect(one.code).toBe(0)
  })

  it.each([
    ['attribute', /there is nothing to attribute/],
    ['attribute world-cities', /the scenario "world-cities" has no file of causes/],
    ['attribute nowhere.yaml', /there is no file "nowhere\.yaml"/],
    ['attribute acid-rain --permutations 3', /--permutations "3" is odd/],
    ['attribute acid-rain --replications none', /"none" is not a whole number/],
    ['attribute acid-rain --until 1985-01-01', /causes\.yaml:\d+:\d+: "1992-12-31" is no day/],
    ['attribute --resume nowhere', /nowhere/],
  ])('%s is refused, and nothing is written', async (typed, says) => {
    const cwd = await temporary()
    const { code, stdout, stderr } = await paradiplomacy(typed.split(' '), { cwd })
    expect(stderr).toMatch(says)
    expect([code, stdout]).toEqual([2, ''])
    expect(everythingIn(cwd)).toEqual([])
  })
})
