import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { home, launch, temporary } from './command.js'

const folder = join(home, 'scenarios/french-cities')

describe('scripts/french-cities.mjs', () => {
  test('draws the authorities that the scenario holds, and its groups', async () => {
    const cwd = await temporary()
    const typed = [join(home, 'scripts/french-cities.mjs'), '--out', cwd]
    const { code, stdout } = await launch(process.execPath, typed, { cwd }).answer
    expect(code).toBe(0)
    for (const file of ['actors.csv', 'borders.csv'])
      expect(await readFile(join(cwd, file), 'utf8')).toBe(
        await readFile(join(folder, file), 'utf8'),
      )
    const { groups } = parse(await readFile(join(folder, 'scenario.yaml'), 'utf8')) as {
      groups: Record<string, { members: string[] }>
    }
    const drawn = stdout.matchAll(/\[(.*)\]/g)
    const members = [...drawn].flatMap(([, list]) => list.split(', '))
    expect(groups.surveyed.members).toEqual(members)
    expect(groups.municipalities.members).toHaveLength(53)
    expect(groups.intermunicipal.members).toHaveLength(51)
  })
})
