import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { grades } from '../../src/contract/index.js'
import {
  answerOf,
  changeDays,
  evidenceGrades,
  findHole,
  findUnreached,
  isBinding,
  lawAbove,
  packRegimes,
  regimeJsonSchema,
  review,
  sequelKinds,
  stepKinds,
} from '../../src/law/index.js'
import { readRegimes, shippedRegimes } from '../../src/scenario/index.js'
import { cases } from './cases.js'

const regimes = await readRegimes()

function said(law: string, ...[act, date]: [Parameters<typeof review>[1], number]): string {
  const regime = regimes.get(law)
  if (!regime) throw new Error(`no law ${law}`)
  const answer = review(regime, act, date)
  if (!answer) return 'silent'
  return [answer.verdict, ...answer.steps.map((s) => s.step)].join(' ')
}

describe('the catalogue', () => {
  it.each(cases.map((c) => [c.line, c] as const))('%s', (_, { law, act, date, expected }) => {
    expect(said(law, act, date)).toBe(expected)
  })

  it.each([...regimes.keys()])(
    '%s is asked at least five times, on and before each day of change',
    (id) => {
      const own = cases.filter((c) => c.law === id)
      const days = new Set(own.map((c) => c.date))
      const regime = regimes.get(id)
      if (!regime) throw new Error(id)
      expect(own.length).toBeGreaterThanOrEqual(5)
      const ends = Number.isFinite(regime.until) ? [regime.until] : []
      for (const day of [...changeDays(regime), ...ends]) {
        expect(days, `the day ${day} itself`).toContain(day)
        expect(days, `the day before ${day}`).toContain(day - 1)
      }
    },
  )

  it('speaks of every act on every day, and has no rule that is never reached', () => {
    for (const regime of regimes.values()) {
      if (!regime.members) expect(findHole(regime), regime.id).toBeUndefined()
      expect(findUnreached(regime), regime.id).toEqual([])
    }
  })

  it('holds what the issue names: eleven states and the European overlay', () => {
    expect([...regimes.keys()].sort()).toEqual(
      ['AR', 'AT', 'BE', 'CA', 'CH', 'CN', 'COE', 'DE', 'EU', 'FR', 'RU', 'SU', 'US'].sort(),
    )
  })

  it('uses the whole vocabulary of steps, and every sequel but those that no source names', () => {
    const rules = [...regimes.values()].flatMap((r) => r.rules)
    const steps = new Set(rules.flatMap((r) => r.steps.map((s) => s.step)))
    const sequels = new Set(rules.flatMap((r) => r.sequels.map((s) => s.sequel)))
    expect(stepKinds.filter((s) => !steps.has(s))).toEqual([])
    expect(sequelKinds.filter((s) => !sequels.has(s))).toEqual(['lapse'])
  })

  it('keeps a source and a grade beside every rule, and a rate with its own', () => {
    for (const { rules, classes, notes } of regimes.values()) {
      for (const { source, grade } of [
        ...rules,
        ...rules.map((r) => r.practice),
        ...classes,
        ...notes,
      ]) {
        expect(source).not.toBe('')
        expect(evidenceGrades).toContain(grade)
      }
    }
    expect(evidenceGrades).toEqual(grades)
  })

  it('gives silence its meaning and its deadline', () => {
    const at = regimes.get('AT')?.rules[0].steps[1]
    expect(at).toEqual({
      step: 'authorise',
      organ: 'the federal government',
      deadlineDays: 56,
      silence: 'approved',
    })
  })

  it('has a schema for editors that is current', () => {
    const file = readFileSync(join(shippedRegimes, 'regime.schema.json'), 'utf8')
    expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(regimeJsonSchema())))
  })
})

describe('law above states', () => {
  const day = 16436 // 2015-01-01
  const body = {
    by: 'city',
    with: { kind: 'city', neighbour: true },
    form: 'joint-body',
    subject: 'transport',
  } as const

  it('opens what a state bars, the more particular law first', () => {
    const above = lawAbove(regimes.values(), 'DE', 'FR', day)
    expect(above.map((r) => r.id)).toEqual(['EU', 'COE'])
    const { answer, above: said } = answerOf(regimes.get('DE'), above, body, day)
    expect(answer?.verdict).toBe('reviewed')
    expect(answer?.basis.rule).toBe('egtc-silence')
    expect(said.map((s) => s.opened)).toEqual([true, false])
  })

  it('adds no step to what a state lets pass, and says nothing to outsiders', () => {
    const above = lawAbove(regimes.values(), 'FR', 'DE', day)
    const { answer } = answerOf(regimes.get('FR'), above, body, day)
    expect(answer?.basis.rule).toBe('foreign-body')
    expect(lawAbove(regimes.values(), 'DE', 'US', day)).toEqual([])
    expect(lawAbove(regimes.values(), 'DE', 'CH', day).map((r) => r.id)).toEqual(['COE'])
  })

  it('counts from the day of membership', () => {
    const member = regimes.get('EU')?.members?.AT ?? [0, 0]
    expect(lawAbove(regimes.values(), 'AT', 'DE', member[0] - 1).map((r) => r.id)).not.toContain(
      'EU',
    )
    expect(lawAbove(regimes.values(), 'AT', 'DE', member[0]).map((r) => r.id)).toContain('EU')
  })
})

describe('packing', () => {
  it('is undone by unpacking', async () => {
    const { unpackWritten } = await import('./unpackWritten.js')
    for (const regime of regimes.values()) {
      const back = unpackWritten(packRegimes([regime]), regime.id)
      for (const { law, act, date } of cases.filter((c) => c.law === regime.id)) {
        const one = review(regime, act, date)
        const two = review(back, act, date)
        expect(two?.verdict, law).toBe(one?.verdict)
        expect(two?.steps.map((s) => [s.step, s.deadlineDays, s.silence])).toEqual(
          one?.steps.map((s) => [s.step, s.deadlineDays, s.silence]),
        )
        expect(two?.practice.compliance).toBe(one?.practice.compliance)
        expect(two?.basis.rule).toBe(one?.rule ? `${law}/${one.basis.rule}` : two?.basis.rule)
      }
    }
  })

  it('tells forms that bind from those that do not', () => {
    expect(isBinding('treaty')).toBe(true)
    expect(isBinding('memorandum')).toBe(false)
  })
})
