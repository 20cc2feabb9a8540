import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { InputError } from '../../src/diagnostics/index.js'
import { buildModel, loadScenario } from '../../src/scenario/index.js'
import { edited } from './edit.js'
import { library } from './library.js'

/** The lake with five thousand more towns. */
async function crowded(state: (i: number) => string): Promise<string> {
  const towns = Array.from(
    { length: 5000 },
    (_, i) => `town-${i},Town,city,${state(i)},${i},47,8,,,\r\n`,
  )
  const folder = await edited([])
  const head = 'id,title,kind,state,population,latitude,longitude,seats:D,seats:E,seats_grade\r\n'
  const named = [
    'N,,state,',
    'S,,state,',
    'N-1,,city,N',
    'N.2,,city,N',
    'S-1,,city,S',
    '01,,city,S',
  ]
  const rows = named.map((row) => `${row},1,47,8,,,\r\n`)
  await writeFile(join(folder, 'actors.csv'), [head, ...rows, ...towns].join(''))
  return folder
}

test('a world of five thousand actors loads', async () => {
  const folder = await crowded((i) => (i % 2 ? 'N' : 'S'))
  const { document } = await loadScenario(folder, library, { formulas: false })
  expect(buildModel(document, library).world.actors.n).toBe(5006)
  await rm(folder, { recursive: true })
})

test('thousands of mistakes are cut to a page', async () => {
  const folder = await crowded((i) => `nowhere-${i}`)
  const error = await loadScenario(folder, library, { formulas: false }).catch((e: unknown) => e)
  expect(error).toBeInstanceOf(InputError)
  const lines = (error as InputError).message.split('\n')
  expect(lines.length).toBe(21)
  expect(lines.at(-1)).toBe('… and many more.')
  await rm(folder, { recursive: true })
})
