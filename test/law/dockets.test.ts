import { describe, expect, it } from 'vitest'
import { packRegimes } from '../../src/law/index.js'
import { parseRegime } from '../../src/scenario/index.js'
import { stage } from '../mechanisms/stage.js'

/** A law under which every act passes one organ by one step. */
function law(step: string, local = ''): string {
  return `
format: 1
id: NN
title: North
from: 1950-01-01
practice: { compliance: 1, enforcement: 1, source: made up, grade: assumed }
subjects:
  - from: 1950-01-01
    exclusive: [general, trade, culture, education, environment, transport, border-works, health, aid, justice]
    national: [public-credit, defence, currency, foreign-policy]
    source: made up
    grade: assumed
${local}
rules:
  - id: all
    title: Every act passes the organ.
    article: '1'
    from: 1950-01-01
    steps: [{ step: ${step}, organ: the organ }]
    source: made up
    grade: assumed
`
}

const each = 20
const load = 1

/**
 * Days that the act of unit `a` waits before the organ when it is filed after the acts of others.
 *
 * @param before whose acts are filed before it
 */
function wait(written: string, before: readonly string[]): number {
  const partners = Array.from({ length: before.length + 1 }, (_, k) => `s${k}`)
  const { model, world, row } = stage(
    { legalReview: { load, ease: 20, practice: 'off' } },
    {
      actors: {
        north: { kind: 'state' },
        south: { kind: 'state' },
        a: { kind: 'city', state: 'north' },
        b: { kind: 'city', state: 'north' },
        ...Object.fromEntries(partners.map((id) => [id, { kind: 'city', state: 'south' }])),
      },
      instruments: { memorandum: { binding: 'no', level: 'unit' } },
      regimes: { north: { state: 'north', law: 'NN' } },
      ...packRegimes([parseRegime(written, 'NN.yaml')]),
    },
    { time: { start: '1970-01-01', end: '2069-12-31', ticksPerYear: 4 } },
  )
  const run = model.start({ seed: '1' })
  const file = (by: string, partner: string) => {
    const at = world.agreements.propose({
      instrument: 0,
      issue: 0,
      day: 0,
      parties: [row(by), row(partner)],
      commitment: 0,
      effect: 1,
      appeal: 0,
    })
    world.agreements.conclude(at, 0)
    return at
  }
  for (const [k, by] of before.entries()) file(by, `s${k + 1}`)
  const own = file('a', 's0')
  run.finish()
  const passed = world.events.rows.find((e) => e.type === 'stepPassed' && e.agreement === own)
  return passed?.value ?? Number.NaN
}

const many = (unit: string) => Array.from({ length: each }, () => unit)

describe('cases that wait before an organ', () => {
  const prefect = 'local: [{ organ: the organ, source: made up, grade: assumed }]'

  it.each([
    ['its assembly', law('assembly-vote')],
    ['its parliament', law('own-parliament')],
    ['an organ that the law calls local', law('inform', prefect)],
  ])('of a unit, %s, are its own: another unit delays nobody', (_, written) => {
    const alone = wait(written, [])
    expect(alone).toBeGreaterThan(0)
    expect(wait(written, many('b'))).toBe(alone)
    // Each of those before it makes the organ take as long again.
    const late = wait(written, many('a'))
    expect(Math.abs(late - alone * (1 + load * each))).toBeLessThanOrEqual(1 + load * each)
  })

  it('of the state are all of its units’', () => {
    const alone = wait(law('authorise'), [])
    const late = wait(law('authorise'), many('b'))
    expect(Math.abs(late - alone * (1 + load * each))).toBeLessThanOrEqual(1 + load * each)
    expect(wait(law('authorise'), many('a'))).toBe(late)
  })

  it('is refused with a local organ that takes no step', () => {
    expect(() =>
      parseRegime(law('inform', prefect.replace('the organ', 'the orgn')), 'NN.yaml'),
    ).toThrow(/NN\.yaml:\d+:\d+: no step is taken by "the orgn".*Did you mean "the organ"\?/)
  })
})
