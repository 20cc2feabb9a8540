import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { intoResultFolder, writeRun } from '../../src/archive/index.js'
import type { Model } from '../../src/engine/index.js'
import { library } from '../../src/library.js'
import { buildModel, type LoadedScenario, loadScenario } from '../../src/scenario/index.js'
import { digest, type World } from '../../src/world/index.js'

const settings = ['population.cities=1000']
let loaded: LoadedScenario
let model: Model

beforeAll(async () => {
  loaded = await loadScenario('world-cities', library, { settings })
  model = buildModel(loaded.document, library)
})

const columns = (world: World, table: string) =>
  world.view(table) as unknown as { readonly [name: string]: Float64Array }

describe('the same seed gives the same world', () => {
  test('again, in another model, from a branch; another seed or future gives another', () => {
    const once = digest(model.run({ seed: 'a' }).world)
    expect(digest(model.run({ seed: 'b' }).world)).not.toBe(once)
    expect(digest(model.run({ seed: 'a' }).world)).toBe(once)
    const other = buildModel(loaded.document, library)
    expect(digest(other.run({ seed: 'a' }).world)).toBe(once)
    const first = model.start({ seed: 'a' })
    while (first.tick < first.ticks / 2) first.step()
    const branch = first.branch()
    expect(digest(other.resume(branch, { seed: 'a' }).finish().world)).toBe(once)
    expect(digest(other.resume(branch, { seed: 'a', future: 1 }).finish().world)).not.toBe(once)
  })

  test('whether or not anybody looks', () => {
    const blind = buildModel({ ...loaded.document, measures: [] }, library)
    expect(digest(blind.run({ seed: 'a' }).world)).toBe(digest(model.run({ seed: 'a' }).world))
  })
})

describe('networks', () => {
  test('are founded and dissolved on their days, and their members counted', () => {
    const { world } = model.run({
      seed: 'a',
      afterTick(world, tick) {
        if (tick % 20 !== 3) return
        const { membership, members } = columns(world, 'actors')
        const { actor, smallest } = columns(world, 'networks')
        const population = columns(world, 'actors').population
        for (let m = 0; m < actor.length; m++) {
          let all = 0
          for (const s of world.states) {
            const own = world.unitsOf(s).filter((i) => membership[m * world.n + i] === 1)
            expect(members[m * world.n + s]).toBe(own.length)
            expect(own.every((i) => population[i] >= smallest[m])).toBe(true)
            all += own.length
          }
          expect(members[m * world.n + actor[m]]).toBe(all)
        }
      },
    })
    const said = world.events.rows.filter((e) => e.type.startsWith('network'))
    expect(said.map((e) => `${e.type} ${world.actors.ids[e.actor]}`)).toEqual([
      'networkFounded IULA',
      'networkFounded UTO',
      'networkFounded ICLEI',
      'networkDissolved IULA',
      'networkDissolved UTO',
      'networkFounded UCLG',
      'networkFounded C40',
    ])
  })

  test('are joined by large cities more than by small ones', () => {
    const people = model.run({ seed: 'a' }).recordings.get('memberPeople')
    const last = people?.values.slice(-people.width) ?? []
    expect(last[2]).toBeGreaterThan(1.2)
    expect(last[3]).toBeGreaterThan(1.2)
  })
})

test('what is written does not grow with ties or cities', async () => {
  const home = await mkdtemp(join(tmpdir(), 'world-cities-'))
  const run = model.run({ seed: 'a' })
  expect(run.world.events.rows.length).toBeLessThan(2 * run.ticks + 20)
  const { path } = await intoResultFolder(
    { out: join(home, 'run'), force: false, name: 'run' },
    (folder) =>
      writeRun(folder, { run, model, loaded, version: '0', command: '', started: new Date() }),
  )
  for (const name of [
    'measures.csv',
    'actors.csv',
    'agreements.csv',
    'events.csv',
    'scenario.json',
  ])
    expect((await stat(join(path, name))).size).toBeLessThan(200_000)
  await rm(home, { recursive: true })
})

test('every treatment builds, and moves the outcome', async () => {
  const control = digest(model.run({ seed: 'a' }).world)
  for (const treatment of Object.keys(loaded.document.treatments ?? {})) {
    const { document } = await loadScenario('world-cities', library, {
      settings,
      treatment,
      formulas: false,
    })
    expect(digest(buildModel(document, library).run({ seed: 'a' }).world)).not.toBe(control)
  }
})
