import { describe, expect, it } from 'vitest'
import type { Run } from '../../src/engine/index.js'
import { silences, stepKinds } from '../../src/law/index.js'
import { library } from '../../src/library.js'
import type { LegalWorld } from '../../src/mechanisms/legalReview/columns.js'
import { Docket } from '../../src/mechanisms/legalReview/docket.js'
import { buildModel, loadScenario, type ScenarioDocument } from '../../src/scenario/index.js'
import { digest, type Happening, legalPath, never, status } from '../../src/world/index.js'

const loaded = await loadScenario('federations', library, { formulas: false })
const treatments = Object.keys(loaded.document.treatments ?? {})

async function documentOf(treatment: string, settings: readonly string[] = []) {
  const { document } = await loadScenario('federations', library, {
    treatment,
    settings,
    formulas: false,
  })
  return { ...document, checks: [] }
}

function run(document: ScenarioDocument, seed: string, ticks?: number): Run {
  return buildModel(document, library).run({ seed, ...(ticks === undefined ? {} : { ticks }) })
}

/** The world as legal review sees it. */
function legal({ world }: Run): LegalWorld {
  return world as unknown as LegalWorld
}

/** What must hold of any run, whatever the law. */
function holds(result: Run): void {
  const world = legal(result)
  const { agreements, legalSteps, legalOrgans, instruments } = world
  const { columns: c, parties } = agreements
  const { timeline, ticks } = result
  const end = timeline.start(ticks)
  const docket = new Docket(world)
  const breached = new Set(
    world.events.rows.filter((e) => e.type === 'breached').map((e) => `${e.agreement}/${e.actor}`),
  )
  for (let a = 0; a < agreements.n; a++) {
    expect(c.status[a], 'filed on the day it was signed').not.toBe(status.consented)
    if (c.status[a] === status.underReview) {
      let organs = 0
      for (let p = 0; p < c.partyCount[a]; p++) {
        const row = c.firstParty[a] + p
        const step = parties.step[row]
        if (step < 0) continue
        organs++
        expect(legalOrgans.ids[legalSteps.organ[step]]).toMatch(/\w+: \w/)
        expect(parties.acts[row], 'nothing that is due is left').toBeGreaterThanOrEqual(
          silences[legalSteps.silence[step]] === 'none' ? end : 0,
        )
        if (silences[legalSteps.silence[step]] !== 'none')
          expect(Math.min(parties.acts[row], parties.due[row])).toBeGreaterThanOrEqual(end)
      }
      expect(organs, 'a pending case names its organ').toBeGreaterThan(0)
    }
    if (c.inForceOn[a] === never || instruments.level[c.instrument[a]] !== 0) continue
    expect(c.inForceOn[a]).toBeGreaterThanOrEqual(c.signedOn[a])
    for (let p = 0; p < c.partyCount[a]; p++) {
      const found = docket.find(a, p, c.signedOn[a])
      const row = c.firstParty[a] + p
      expect(parties.cleared[row]).toBe(1)
      const unlawful = breached.has(`${a}/${agreements.party(a, p)}`)
      if (found?.answer.verdict === 'barred') expect(unlawful, 'barred, yet in force').toBe(true)
      expect(parties.path[row] === legalPath.breach).toBe(unlawful)
    }
  }
  let day = Number.NEGATIVE_INFINITY
  let tick = -1
  for (const e of world.events.rows.filter((row) => row.mechanism === 'legalReview')) {
    if (e.tick !== tick) day = Number.NEGATIVE_INFINITY
    expect(e.day, 'in the order of days').toBeGreaterThanOrEqual(day)
    expect(timeline.tickOf(Math.min(e.day, timeline.endDay))).toBe(e.tick)
    if (e.type !== 'inForce' && e.type !== 'reviewBegun') expect(e.reason).toMatch(/^[A-Z]{2,8}\//)
    day = e.day
    tick = e.tick
  }
}

function eventsOf(result: Run, type: string): readonly Happening[] {
  return result.world.events.rows.filter((e) => e.type === type)
}

describe('every case ends, or is pending with a named organ; what is barred is in force only as a breach', () => {
  it.each(treatments)('%s', async (treatment) => {
    const document = await documentOf(treatment)
    for (const seed of ['1', '2']) holds(run(document, seed))
  })
})

describe('silence', () => {
  it.each([1, 4, 12, 52])(
    'acts exactly at the deadline with %i ticks a year',
    async (ticksPerYear) => {
      const document = await documentOf('AT', [`time.ticksPerYear=${ticksPerYear}`])
      let count = 0
      for (const seed of ['1', '2']) {
        const result = run(document, seed)
        holds(result)
        const begun = new Map<string, number>()
        for (const e of result.world.events.rows) {
          const side = `${e.agreement}/${e.actor}`
          // The federal government is informed; on that very day it gets the case to authorise.
          if (e.type === 'stepPassed' && e.reason.includes('inform,')) begun.set(side, e.day)
          if (e.type !== 'silence') continue
          count++
          expect(e.value).toBe(56)
          expect(e.day - (begun.get(side) ?? Number.NaN)).toBe(56)
        }
        const step = legal(result).legalSteps.ids.indexOf('AT/treaty/2')
        expect(legal(result).legalSteps.longest[step]).toBe(56)
      }
      expect(count).toBeGreaterThan(3)
    },
  )

  it('can also refuse, or say nothing', async () => {
    const base = await documentOf('AT', ['legalReview.pace=0.01', 'legalReview.practice=off'])
    const say = (silence: string): ScenarioDocument => {
      const { legalSteps } = base.tables
      const step = { ...legalSteps['AT/treaty/2'], silence }
      return {
        ...base,
        tables: { ...base.tables, legalSteps: { ...legalSteps, 'AT/treaty/2': step } },
      }
    }
    const refused = run(say('refused'), '1')
    expect(
      eventsOf(refused, 'refused').some((e) => e.reason.includes('silence by the deadline')),
    ).toBe(true)
    expect(eventsOf(refused, 'silence')).toEqual([])
    const waits = run(say('none'), '1')
    expect(eventsOf(waits, 'silence')).toEqual([])
    const { columns: c, n } = waits.world.agreements
    expect(
      Array.from(c.status.subarray(0, n)).filter((s) => s === status.underReview).length,
    ).toBeGreaterThan(10)
    holds(refused)
    holds(waits)
  })
})

describe('state of waiting cases', () => {
  it('survives a snapshot', async () => {
    const model = buildModel(await documentOf('AT'), library)
    const first = model.start({ seed: '7' })
    for (let tick = 0; tick < 60; tick++) first.step()
    let branch = first.branch()
    const waits = () => {
      const { columns, n } = branch.world.agreements
      return columns.status.subarray(0, n).includes(status.underReview)
    }
    for (; !waits(); branch = first.branch()) first.step()
    const whole = digest(first.finish().world)
    expect(digest(model.resume(branch, { seed: '7' }).finish().world)).toBe(whole)
  })

  it('changes its pace little with the length of a tick', async () => {
    const mean = async (ticksPerYear: number) => {
      const model = buildModel(
        await documentOf('AT', [`time.ticksPerYear=${ticksPerYear}`]),
        library,
      )
      let sum = 0
      for (let replicate = 0; replicate < 12; replicate++) {
        const days = model.run({ seed: 'pace', replicate }).recordings.get('daysToForce')
        sum += days?.values.at(-1) ?? Number.NaN
      }
      return sum / 12
    }
    const [coarse, fine] = [await mean(4), await mean(24)]
    expect(Math.abs(coarse - fine) / fine).toBeLessThan(0.15)
  })
})

describe('what follows', () => {
  it('denounces on demand and steps in under the law that says so', async () => {
    const document = await documentOf('AT', ['legalReview.setAside=2', 'legalReview.neglect=0.3'])
    const result = run(document, '1')
    expect(eventsOf(result, 'denounced').length).toBeGreaterThan(0)
    const taken = eventsOf(result, 'takenOver')
    expect(taken.length).toBeGreaterThan(0)
    expect(new Set(taken.map((e) => `${e.agreement}/${e.actor}`)).size).toBe(taken.length)
    for (const e of [...eventsOf(result, 'denounced'), ...taken])
      expect(e.reason).toMatch(/^AT\/treaty: /)
    holds(result)
  })

  it('lets a parliament override, and annuls breaches that come to notice', async () => {
    const document = await documentOf('RU-1995', ['legalReview.setAside=2'])
    const result = run(document, '1')
    expect(eventsOf(result, 'overridden').length).toBeGreaterThan(0)
    expect(eventsOf(result, 'annulled').length).toBeGreaterThan(0)
    for (const e of eventsOf(result, 'annulled'))
      expect(result.world.agreements.columns.status[e.agreement]).toBe(status.terminated)
  })

  it('holds a referendum only where eight units ask for it', async () => {
    const document = await documentOf('CH', ['legalReview.petition=1'])
    const opposed = (count: number): ScenarioDocument => {
      const units = Object.keys(document.tables.actors).filter((id) => /^home-\d/.test(id))
      const actors = { ...document.tables.actors }
      // The last four want agreements with the ministry abroad, the others are against.
      units.forEach((id, at) => {
        actors[id] = { ...actors[id], position: at < count ? -0.4 : 0.9, salience: 1 }
      })
      return { ...document, tables: { ...document.tables, actors } }
    }
    const held = ['1', '2', '3', '4'].flatMap((seed) =>
      eventsOf(run(opposed(8), seed), 'referendum'),
    )
    expect(held.length).toBeGreaterThan(0)
    for (const e of held) {
      expect(e.value).toBe(8)
      expect(e.reason).toContain('CH/with-states')
    }
    expect(
      ['1', '2', '3', '4'].flatMap((seed) => eventsOf(run(opposed(7), seed), 'referendum')),
    ).toEqual([])
  })

  it('lets an act lapse on its day', async () => {
    const document = await documentOf('AT', ['legalReview.practice=off'])
    const { legalSequels } = document.tables
    const later = { ...legalSequels['AT/treaty/later-1'], kind: 'lapse', days: 400 }
    const tables = {
      ...document.tables,
      legalSequels: { ...legalSequels, 'AT/treaty/later-1': later },
    }
    const result = run({ ...document, tables }, '1')
    const lapsed = eventsOf(result, 'lapsed')
    expect(lapsed.length).toBeGreaterThan(0)
    const { columns: c } = result.world.agreements
    for (const e of lapsed) {
      expect(e.day - c.inForceOn[e.agreement]).toBe(400)
      expect(c.status[e.agreement]).toBe(status.expired)
    }
  })

  it('goes ahead informally, and says instead of what', async () => {
    const result = run(await documentOf('US'), '1')
    const informal = eventsOf(result, 'wentInformal')
    expect(informal.length).toBeGreaterThan(5)
    const world = legal(result)
    const { columns: c } = world.agreements
    for (const e of informal) {
      expect(c.insteadOf[e.agreement]).toBe(e.value)
      expect(c.status[e.value]).toBe(status.refused)
      expect(world.instruments.binding[c.instrument[e.agreement]]).toBe(0)
      expect(world.instruments.binding[c.instrument[e.value]]).toBe(1)
    }
  })
})

describe('organs', () => {
  it('of a ruling party let nothing pass against the line', async () => {
    const result = run(await documentOf('CN', ['legalReview.practice=off']), '5')
    const against = result.recordings.get('againstLine')
    const home = against?.subjects[0].indexOf('home') ?? -1
    const width = against?.width ?? 0
    const sum = Array.from(against?.values ?? []).filter((_, at) => at % width === home)
    expect(sum.every((x) => x === 0)).toBe(true)
    expect(eventsOf(result, 'refused').length).toBeGreaterThan(0)
  })

  it('cover the whole vocabulary of steps', () => {
    expect(stepKinds.length).toBe(14)
  })
})
