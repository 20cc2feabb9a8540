import { describe, expect, it } from 'vitest'
import { packRegimes } from '../../src/law/index.js'
import { parseRegime } from '../../src/scenario/index.js'
import { status } from '../../src/world/index.js'
import { stage } from './stage.js'

/** What binds is barred to all units; what does not bind is free. */
const barring = parseRegime(
  `
format: 1
id: NN
title: North
from: 1950-01-01
practice: { compliance: 0, enforcement: 1, otherwise: informal, source: made up, grade: assumed }
subjects:
  - from: 1950-01-01
    exclusive: [general, trade, culture, education, environment, transport, border-works, health, aid, justice]
    national: [public-credit, defence, currency, foreign-policy]
    source: made up
    grade: assumed
rules:
  - { id: binding, title: Nothing binds., article: '1', from: 1950-01-01, forms: [binding], barred: true, source: made up, grade: assumed }
  - { id: other, title: The rest is free., article: '2', from: 1950-01-01, source: made up, grade: assumed }
`,
  'NN.yaml',
)

const units = Array.from({ length: 10 }, (_, k) => k)
const actors = {
  north: { kind: 'state' },
  south: { kind: 'state' },
  ...Object.fromEntries(
    units.flatMap((k) => [
      [`n${k}`, { kind: 'city', state: 'north', latitude: 48, longitude: 7, population: 1e5 }],
      [`s${k}`, { kind: 'city', state: 'south', latitude: 48, longitude: 8, population: 1e5 }],
    ]),
  ),
}

/** Forms that bind nobody, of which all but the dearest wait for something else to begin them. */
const forms = {
  project: { binding: 'no', level: 'unit', cost: 0, begunBy: 'call' },
  sequel: { binding: 'no', level: 'unit', cost: 0, begunBy: 'renewal' },
  later: { binding: 'no', level: 'unit', cost: 0, available: 'no' },
  memorandum: { binding: 'no', level: 'unit', cost: 1 },
} as const

describe('what parties cannot begin by themselves', () => {
  it.each([
    ['the next best stands in its place', forms, 'memorandum'],
    ['nothing does, if there is no other', { project: forms.project, sequel: forms.sequel }, ''],
  ])('is no form to fall back on: %s', (_, informal, expected) => {
    const { model, world, row } = stage(
      { legalReview: {} },
      {
        actors,
        instruments: { convention: { binding: 'yes', level: 'unit' }, ...informal },
        regimes: { north: { state: 'north', law: 'NN' } },
        ...packRegimes([barring]),
      },
    )
    const run = model.start({ seed: '1' })
    for (const k of units) {
      const at = world.agreements.propose({
        instrument: row('convention', 'instruments'),
        issue: 0,
        day: 0,
        parties: [row(`n${k}`), row(`s${k}`)],
        commitment: 0,
        effect: 1,
        appeal: 0,
      })
      world.agreements.conclude(at, 0)
    }
    run.finish()
    const { columns: c, n } = world.agreements
    const instead = Array.from({ length: n - units.length }, (_, k) => {
      expect(c.status[units.length + k]).toBe(status.inForce)
      return world.view('instruments').ids[c.instrument[units.length + k]]
    })
    expect(instead).toEqual(expected === '' ? [] : units.map(() => expected))
  })

  it('is never proposed on one’s own initiative, however cheap', () => {
    const { model, world } = stage(
      { initiative: { rate: 4 }, legalReview: {} },
      {
        actors: Object.fromEntries(
          Object.entries(actors).map(([id, row]) => [id, { ...row, salience: 1, position: 1 }]),
        ),
        instruments: forms,
      },
    )
    model.start({ seed: '1' }).finish()
    const { columns: c, n } = world.agreements
    const used = new Set(
      Array.from(c.instrument.subarray(0, n), (m) => world.view('instruments').ids[m]),
    )
    expect([...used]).toEqual(['memorandum'])
  })

  it('is refused where a call or a renewal would begin what the other alone begins', () => {
    expect(() =>
      stage(
        { fundingCalls: {}, legalReview: {} },
        {
          actors: { ...actors, fund: { kind: 'programme' } },
          instruments: forms,
          calls: { money: { funder: 'fund', opens: '1970-01-01', instrument: 'sequel' } },
        },
      ),
    ).toThrow('the call "money" pays for "sequel", which only a renewal begins')
    expect(() =>
      stage(
        { renewal: {}, legalReview: {} },
        { actors, instruments: { ...forms, bond: { ...forms.memorandum, successor: 'project' } } },
      ),
    ).toThrow('"bond" would be renewed as "project", which only a call begins')
  })
})
