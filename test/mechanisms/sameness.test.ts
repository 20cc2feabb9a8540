import { describe, expect, it } from 'vitest'
import type { Model } from '../../src/engine/index.js'
import { library } from '../../src/library.js'
import { buildModel, type ScenarioDocument } from '../../src/scenario/index.js'
import { digest, type Happening, type World } from '../../src/world/index.js'
import { acidRain, acidRainModel, without } from './acidRain.js'
import { columnsOf } from './stage.js'

const base = await acidRain()
const seeds = ['0', '1', '2', '3', '4']

/** Every value of a table by column and id (and second dimension), whatever the order of rows. */
function byId(world: World, table: string): Map<string, number> {
  const found = new Map<string, number>()
  const stored = world.tables.get(table)
  for (const [column, array] of stored?.arrays ?? []) {
    const references = stored?.columns.get(column)?.references
    const rows = stored?.n ?? 0
    array.forEach((value, at) => {
      // References are rows themselves: rows of tables that were not touched, or of actors, by their place.
      if (references === 'actors') return
      const id = stored?.ids[at % rows]
      found.set(`${column} ${Math.floor(at / rows)} ${id}`, value)
    })
  }
  return found
}

/** What happened, with ids in place of rows. */
function told(world: World): string[] {
  const name = (i: number) => world.actors.ids[i] ?? ''
  const gate = (g: number) => world.view('gates').ids[g] ?? ''
  return world.events.rows.map((e: Happening) =>
    [e.tick, e.type, name(e.actor), name(e.other), gate(e.gate), e.value, e.reason].join(' '),
  )
}

/** The unexplained leanings of units after the first tick, by id. */
function leanings(model: Model, seed: string): Map<string, number> {
  const { world } = model.run({ seed, ticks: 1 })
  const { leaning } = columnsOf(world).actors
  return new Map(Array.from(world.units, (i) => [world.actors.ids[i], leaning[i]]))
}

describe('treatment and control share their chance', () => {
  it('every unit has the same unexplained leaning under every treatment', async () => {
    const control = leanings(buildModel(base, library), 's')
    expect(new Set(control.values()).size).toBe(control.size)
    for (const treatment of Object.keys(base.treatments ?? {}))
      expect(leanings(await acidRainModel(treatment), 's'), treatment).toEqual(control)
  })

  it('and every holder the same disposition', async () => {
    const dispositions = (model: Model) => [
      ...columnsOf(model.run({ seed: 's', ticks: 1 }).world).holders.disposition,
    ]
    const control = dispositions(buildModel(base, library))
    for (const treatment of ['blocking-president', 'coal-leader', 'no-diffusion'])
      expect(dispositions(await acidRainModel(treatment)), treatment).toEqual(control)
  })
})

describe('removing or adding an actor', () => {
  it('leaves the leaning of all others alone', () => {
    // Hawaii ties with nobody. Values of others do move: they are counted in standard deviations over all units.
    const all = leanings(buildModel(base, library), 's')
    const rest = leanings(buildModel(without(base, ['US-HI']), library), 's')
    expect(rest.size).toBe(all.size - 1)
    for (const [id, leaning] of rest) expect(leaning).toBe(all.get(id))
  })

  it('changes nothing at all if it is no unit: an organisation at the head of the table', () => {
    const actors = { watcher: { kind: 'organisation' }, ...base.tables.actors }
    const more: ScenarioDocument = { ...base, tables: { ...base.tables, actors } }
    const [plain, watched] = [buildModel(base, library), buildModel(more, library)]
    for (const seed of seeds) {
      const before = plain.run({ seed }).world
      const after = watched.run({ seed }).world
      expect(told(after)).toEqual(told(before))
      const now = byId(after, 'actors')
      for (const [cell, value] of byId(before, 'actors')) expect(now.get(cell), cell).toBe(value)
      expect(byId(after, 'gates')).toEqual(byId(before, 'gates'))
    }
  })
})

describe('what does nothing changes nothing', () => {
  const digests = (document: ScenarioDocument) => {
    const model = buildModel(document, library)
    return seeds.map((seed) => digest(model.run({ seed }).world))
  }
  const disable = (document: ScenarioDocument, ...names: readonly string[]): ScenarioDocument => ({
    ...document,
    mechanisms: {
      ...document.mechanisms,
      ...Object.fromEntries(
        names.map((name) => [name, { ...document.mechanisms[name], enabled: false }]),
      ),
    },
  })

  it('a court without a ruling that stands', () => {
    expect(digests(disable(base, 'courts'))).toEqual(digests(base))
  })

  it('all that follows an initiative, where nothing may be concluded', () => {
    const barred = Object.fromEntries(
      Object.entries(base.tables.instruments).map(([id, row]) => [id, { ...row, available: 'no' }]),
    )
    const still: ScenarioDocument = { ...base, tables: { ...base.tables, instruments: barred } }
    const names = [
      'negotiation',
      'legalReview',
      'agreementLife',
      'interstateBargaining',
      'centralResponse',
    ]
    const before = digests(still)
    for (const name of names) expect(digests(disable(still, name)), name).toEqual(before)
    expect(digests(disable(still, ...names))).toEqual(before)
    expect(before).not.toEqual(digests(base))
  })

  it('a measure more or less', () => {
    // Membership in groups is a column that only measures read; where none does, a world goes without it.
    const before = digests(base)
    expect(digests({ ...base, measures: ['opposition'] })).toEqual(before)
    expect(digests({ ...base, measures: ['policy', 'depositionShare'] })).toEqual(before)
    const few = buildModel({ ...base, measures: [] }, library)
    const all = buildModel(base, library)
    for (const seed of seeds) {
      const measured = all.run({ seed }).world
      const story = told(measured)
      const columns = byId(measured, 'actors')
      const { world } = few.run({ seed })
      expect(told(world)).toEqual(story)
      for (const [cell, value] of byId(world, 'actors')) expect(value).toBe(columns.get(cell))
    }
  })

  it('watching', () => {
    const model = buildModel(base, library)
    const seen: string[] = []
    const watched = model.run({
      seed: '0',
      afterTick: (world) => seen.push(digest(world)),
      afterStep: (world) => world.snapshot(),
    })
    expect(digest(watched.world)).toBe(digests(base)[0])
    expect(new Set(seen).size).toBe(seen.length)
  })
})

function pairInOrder(pair: string): string {
  return pair.split(' ').sort().join(' ')
}

describe('the order of rows in a table', () => {
  const turned = (tables: readonly string[]): ScenarioDocument => ({
    ...base,
    tables: Object.fromEntries(
      Object.entries(base.tables).map(([table, rows]) => [
        table,
        tables.includes(table) ? Object.fromEntries(Object.entries(rows).reverse()) : rows,
      ]),
    ),
  })

  it('gives nobody other chance: draws follow ids', () => {
    const all = leanings(buildModel(base, library), 's')
    expect(leanings(buildModel(turned(['actors']), library), 's')).toEqual(all)
  })

  // Two states have no order but that of their rows: which of them a treaty names first may change.
  it('tells the same story but for rounding: sums follow the order of rows', () => {
    const tables = ['actors', 'sites', 'seats', 'memberships', 'borders', 'holders', 'parties']
    const [plain, other] = [buildModel(base, library), buildModel(turned(tables), library)]
    const short = (world: World) =>
      told(world)
        .map((line) => line.replace(/-?\d+\.\d+(e-?\d+)?/g, (x) => Number(x).toPrecision(6)))
        .map((line) => line.replace(/(?<= (signed|inForce) )(\w+) (\w+)(?= )/, pairInOrder))
        .sort()
    for (const seed of seeds) {
      const before = plain.run({ seed }).world
      const story = short(before)
      const after = other.run({ seed }).world
      expect(short(after), `seed ${seed}`).toEqual(story)
    }
  })
})
