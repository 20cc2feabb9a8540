import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Edit, everythingIn, myValley, paradiplomacy, temporary } from './command.js'

interface Broken {
  readonly edits: readonly Edit[]
  /** What the message begins with: file, line, column. */
  readonly at: string
  readonly says: RegExp
}

function broken(find: string, put: string, at: string, says: RegExp, file?: string): Broken {
  const where = `mine/${file ?? 'scenario.yaml'}:${at}: `
  return { edits: [{ find, put, ...(file === undefined ? {} : { file }) }], at: where, says }
}

const actors = 'actors.csv'
const cases: Readonly<Record<string, Broken>> = {
  'unknown key': broken('licence: CC0', 'license: CC0', '6:1', /"license".*Did you mean "licence"/),
  'date that is none': broken('end: 1985-12-31', 'end: 1985-02-30', '8:33', /1985-02-30/),
  'end before start': broken('end: 1985-12-31', 'end: 1979-12-31', '8:33', /1980-01-01/),
  'unknown table': broken('  sites: sites', '  sights: sites', '12:3', /knows a table "sights"/),
  'missing file': broken('sites: sites.csv', 'sites: site.csv', '12:10', /mean "sites.csv"/),
  'path escape': broken('sites: sites.csv', 'sites: ../../etc/passwd', '12:10', /leads out/),
  'unknown group member': broken('N-3]', 'N-4]', '23:59', /"N-4"/),
  'unknown issue in an event': broken('clean-water: { shock', 'clean-air: { shock', '28:22', /air/),
  'unknown mechanism': broken('  stakes:', '  steaks:', '36:3', /Did you mean "stakes"/),
  'parameter out of limits': broken('rate: 0.5', 'rate: 500', '38:21', /0 to 50/),
  'parameter of a wrong type': broken('rate: 0.5', 'rate: fast', '38:21', /number/),
  'formula with a mistake': broken('final(conclud', 'final(includ', '57:14', /included/),
  'formula that would run code': broken(
    'final(concluded("memorandum"))',
    'import("fs")',
    '57:14',
    /import/,
  ),
  'band upside down': broken('band: [0, 1000]', 'band: [1000, 0]', '59:11', /band|less/),
  'key twice': broken('name: valley', 'name: valley\nname: hill', '3:1', /twice/),
  'tab as indentation': broken('  issues:', '\tissues:', '13:1', /tab/),
  'prototype as a key': broken(
    'licence: CC0-1.0',
    '__proto__: { polluted: 1 }',
    '6:1',
    /__proto__/,
  ),
  'prototype as an id': broken('N-1,Upper', '__proto__,Upper', '4:1', /__proto__/, actors),
  'unknown state': broken('region,S,46.6', 'region,T,46.6', '7:22', /"T"/, actors),
  'cell that is no number': broken('900,120', 'many,120', '4:34', /"many"/, actors),
  'ragged row': broken('1500,300,0.1,', '1500,300,0.1,,', '5:47', /./, actors),
  'unknown column': broken('sensitivity,trend', 'sensitivty,trend', '1:65', /sensitivity/, actors),
}

describe('a broken scenario is refused by the command line', () => {
  test.each(Object.entries(cases))('%s', async (_, { edits, at, says }) => {
    const cwd = await temporary()
    await myValley(cwd, ...edits)
    const before = everythingIn(cwd)
    const answer = await paradiplomacy(['run', './mine'], { cwd })
    expect(answer).toMatchObject({ code: 2, stdout: '' })
    const lines = answer.stderr.trimEnd().split('\n')
    expect(lines[0].replace(/^\.\//, '').slice(0, at.length)).toBe(at)
    expect(lines[0]).toMatch(says)
    for (const line of lines) expect(line).toMatch(/^(\.\/)?mine\/[\w.]+:\d+(:\d+)?: /)
    expect(everythingIn(cwd)).toEqual(before)
  })

  test('by every other command too, as JSON where wanted', async () => {
    const cwd = await temporary()
    await myValley(cwd, { find: '  stakes:', put: '  steaks:' })
    const before = everythingIn(cwd)
    for (const command of ['validate', 'show', 'odd', 'check']) {
      const answer = await paradiplomacy([command, './mine'], { cwd })
      expect(answer, command).toMatchObject({ code: 2, stdout: '' })
      expect(answer.stderr).toContain('Did you mean "stakes"?')
    }
    const { code, stdout, stderr } = await paradiplomacy(['validate', 'mine/', '--json'], { cwd })
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({
      valid: false,
      problems: [{ file: 'mine/scenario.yaml', line: 36, column: 3, nearest: 'stakes' }],
    })
    expect(everythingIn(cwd)).toEqual(before)
  })
})

describe('a good scenario', () => {
  test('may come from Windows: CRLF and byte order marks', async () => {
    const cwd = await temporary()
    const mine = await myValley(cwd)
    for (const name of ['scenario.yaml', 'actors.csv', 'sites.csv']) {
      const text = await readFile(join(mine, name), 'utf8')
      await writeFile(join(mine, name), `\uFEFF${text.replaceAll('\n', '\r\n')}`)
    }
    const answer = await paradiplomacy(['validate', 'mine/scenario.yaml'], { cwd })
    expect(answer).toMatchObject({ code: 0, stderr: '' })
    expect(answer.stdout).toContain('8 actors, 13 mechanisms')
  })
})
