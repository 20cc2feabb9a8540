import { describe, expect, it } from 'vitest'
import { status } from '../../src/world/index.js'
import { stage } from './stage.js'

const parameters = { pace: 6, video: 0.5, learning: 4, kept: 0.4, fading: 0.5 }

/** Two units with one agreement; travel is shut in the south for the second of three years. */
function world(ticksPerYear: number, more: Readonly<Record<string, unknown>> = {}) {
  const made = stage(
    { exogenousEvents: {}, contacts: parameters },
    {
      actors: {
        north: { kind: 'state', ...more },
        south: { kind: 'state', ...more },
        a: { kind: 'city', state: 'north' },
        b: { kind: 'city', state: 'south' },
        c: { kind: 'city', state: 'north' },
      },
      instruments: { paper: { binding: 'no', level: 'unit', yields: 2 } },
    },
    {
      time: { start: '1970-01-01', end: '1972-12-31', ticksPerYear },
      events: [
        { date: '1971-01-01', title: 'shut', set: { actors: { south: { travel: 0 } } } },
        { date: '1972-01-01', title: 'open', set: { actors: { south: { travel: 1 } } } },
      ].map((event) => ({ ...event, source: 'a test', grade: 'assumed' as const })),
    },
  )
  const run = made.model.start({ seed: '1' })
  const tie = made.world.agreements.propose({
    instrument: 0,
    issue: 0,
    day: 0,
    parties: [made.row('a'), made.row('b')],
    commitment: 0,
    effect: 1,
    appeal: 0,
  })
  const { columns } = made.world.agreements
  columns.status[tie] = status.inForce
  const years = Array.from({ length: 3 }, () => {
    for (let t = 0; t < ticksPerYear; t++) run.step()
    const { videoUse } = made.columns.actors
    return {
      contact: columns.contact[tie],
      benefit: columns.benefit[tie],
      video: videoUse[made.row('b')],
      elsewhere: videoUse[made.row('c')],
    }
  })
  return years
}

describe('contacts', () => {
  it('bring a benefit that settles at what a year brings over what a year takes', () => {
    const [usual] = world(4)
    expect(usual.contact).toBe(1)
    expect(usual.benefit).toBeCloseTo((2 / 0.5) * (1 - Math.exp(-0.5)), 9)
  })

  it('fall with travel, of which video replaces a part', () => {
    const [usual, shut] = world(12)
    // Video needs both: the north goes on travelling and learns nothing.
    expect(shut.contact).toBeLessThan(0.01)
    expect(shut.benefit).toBeLessThan(usual.benefit)
    expect(shut.video).toBeCloseTo(1 - Math.exp(-4), 6)
    expect(shut.elsewhere).toBe(0)

    const both = stageBoth()
    expect(both.contact).toBeGreaterThan(0.45)
    expect(both.contact).toBeLessThan(0.5)
  })

  it('keep to some of the video when travel opens again', () => {
    const years = world(12)
    expect(years[2].contact).toBeGreaterThan(0.99)
    expect(years[2].video).toBeCloseTo(0.4 * years[1].video, 9)
    expect(world(12, { connection: 0 })[2].video).toBe(0)
  })

  it('are the same whatever the tick', () => {
    const [quarters, halves] = [world(4), world(8)]
    for (const [k, a] of quarters.entries()) {
      for (const name of ['contact', 'benefit', 'video'] as const)
        expect(Math.abs(a[name] - halves[k][name])).toBeLessThan(0.03 * Math.max(0.1, a[name]))
    }
  })

  it('are measured as missing, rather than as asleep, where no agreement is in force', () => {
    const { before, after } = measured()
    expect(before).toBeNaN()
    expect(after).toBe(1)
  })
})

/** What is measured before the one agreement there is, and a year later. */
function measured() {
  const made = stage(
    { contacts: parameters },
    {
      actors: { a: { kind: 'city', state: 'land' }, land: { kind: 'state' } },
      instruments: { paper: { binding: 'no', level: 'unit' } },
    },
    { measures: ['contact'] },
  )
  const run = made.model.start({ seed: '1' })
  run.step()
  const { agreements } = made.world
  agreements.propose({
    instrument: 0,
    issue: 0,
    day: 0,
    parties: [made.row('a'), made.row('land')],
    commitment: 0,
    effect: 1,
    appeal: 0,
  })
  agreements.columns.status[0] = status.inForce
  const { recordings } = run.finish()
  const [before, , , , after] = recordings.get('contact')?.values ?? []
  return { before, after }
}

/** Contact after two years in which nobody travels. */
function stageBoth() {
  const made = stage(
    { contacts: parameters },
    {
      actors: {
        north: { kind: 'state', travel: 0 },
        south: { kind: 'state', travel: 0 },
        a: { kind: 'city', state: 'north' },
        b: { kind: 'city', state: 'south' },
      },
      instruments: { paper: { binding: 'no', level: 'unit' } },
    },
  )
  const run = made.model.start({ seed: '1' })
  made.world.agreements.propose({
    instrument: 0,
    issue: 0,
    day: 0,
    parties: [made.row('a'), made.row('b')],
    commitment: 0,
    effect: 1,
    appeal: 0,
  })
  const { columns } = made.world.agreements
  columns.status[0] = status.inForce
  for (let t = 0; t < 8; t++) run.step()
  return { contact: columns.contact[0] }
}
