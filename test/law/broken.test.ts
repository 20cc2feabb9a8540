import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/diagnostics/index.js'
import { parseRegime, shippedRegimes } from '../../src/scenario/index.js'

const good = readFileSync(join(shippedRegimes, 'AT.yaml'), 'utf8')

/** The message for Austria's file with one thing changed. */
function complaint(from: string | RegExp, to: string): string {
  const text = good.replace(from, to)
  if (text === good) throw new Error(`nothing to change: ${from}`)
  try {
    parseRegime(text, 'AT.yaml')
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  return 'no complaint'
}

/** What is changed, and what the one message must say: place, mistake, what was expected, the nearest name. */
const broken: Readonly<Record<string, readonly [string | RegExp, string, RegExp]>> = {
  'an unknown step': [
    'step: authorise,',
    'step: authorize,',
    /^AT\.yaml:\d+:\d+: .*"authorize".*one of inform, consult, authorise.*Did you mean "authorise"\?$/,
  ],
  'an unknown sequel': [
    'sequel: step-in',
    'sequel: stepin',
    /^AT\.yaml:\d+:\d+: .*"stepin".*Did you mean "step-in"\?$/,
  ],
  'an unknown partner': [
    'neighbouring-state, unit-of-neighbour',
    'neighbour-state, unit-of-neighbour',
    /^AT\.yaml:\d+:\d+: .*"neighbour-state".*Expected.*neighbouring-state.*Did you mean "neighbouring-state"\?$/,
  ],
  'an unknown form': [
    'forms: [treaty,',
    'forms: [traety,',
    /^AT\.yaml:\d+:\d+: .*"traety".*Did you mean "treaty"\?$/,
  ],
  'an unknown subject': [
    'shared: [trade,',
    'shared: [trades,',
    /^AT\.yaml:\d+:\d+: .*"trades".*Did you mean "trade"\?$/m,
  ],
  'a misspelt key': [
    'article: Federal Constitution, art. 16(1)–(5)',
    'artcle: Federal Constitution, art. 16(1)–(5)',
    /^AT\.yaml:\d+:\d+: unknown key "artcle".*Did you mean "article"\?$/,
  ],
  'a silence that is none': [
    'silence: approved',
    'silence: consent',
    /^AT\.yaml:\d+:\d+: .*"consent".*one of approved, refused, none/,
  ],
  'a silence without a deadline': [
    'days: 56, ',
    '',
    /^AT\.yaml:\d+:\d+: step "authorise" says what silence means, but has no deadline\. Expected "days"/,
  ],
  'a deadline of no days': ['days: 56', 'days: 0', /^AT\.yaml:\d+:\d+: .*0.*at least 1/],
  'a day that is none': [
    'from: 1989-01-01',
    'from: 1989-02-30',
    /^AT\.yaml:\d+:\d+: there is no day "1989-02-30" in the calendar\.$/,
  ],
  'a rule before its regime': [
    'from: 1989-01-01',
    'from: 1889-01-01',
    /^AT\.yaml:\d+:\d+: rule "treaty" starts on 1889-01-01.*Expected a day from 1920-11-10 on\.$/,
  ],
  'an end before the start': [
    'fromGrade: recalled\n    by: [region]',
    'fromGrade: recalled\n    until: 1980-01-01\n    by: [region]',
    /^AT\.yaml:\d+:\d+: "until" \(1980-01-01\) does not lie after "from"\.$/,
  ],
  'a rate above one': ['compliance: 0.95', 'compliance: 95', /^AT\.yaml:\d+:\d+: .*95.*at most 1/],
  'a rule that is there twice': [
    'id: no-treaty',
    'id: treaty',
    /^AT\.yaml:\d+:\d+: rule "treaty" is there twice\.$/,
  ],
  'a subject classed twice': [
    'national: [justice,',
    'national: [culture, justice,',
    /^AT\.yaml:\d+:\d+: subject "culture" is classed twice\.$/,
  ],
  'a subject that nobody has': [
    'transport, health, aid]',
    'transport, health]',
    /^AT\.yaml:\d+:\d+: nothing says whose "aid" is\. Expected every subject under one of exclusive, shared, national\.$/,
  ],
  'acts of which no rule speaks': [
    'forms: [non-binding]',
    'forms: [visit]',
    /^AT\.yaml:\d+:\d+: no rule speaks of a memorandum of a region .* Let the last rules name no parties/,
  ],
  'a rule that is never reached': [
    'forms: [non-binding]',
    'forms: [treaty]',
    /^AT\.yaml:\d+:\d+: rule "non-binding" is never reached: .* Move it up/m,
  ],
  'a bar with steps': [
    'barred: true',
    'barred: true\n    steps: [{ step: inform, organ: somebody }]',
    /^AT\.yaml:\d+:\d+: rule "no-treaty" bars an act and yet has steps/,
  ],
  'no grade': [/ {4}grade: found\n/, '', /^AT\.yaml:\d+:\d+: "grade" is missing in rules, entry 1/],
  'a code in small letters': ['id: AT', 'id: at', /^AT\.yaml:\d+:\d+: .*"at"/],
}

describe('a broken regime file gets one message with its place', () => {
  it.each(Object.entries(broken))('%s', (name, [from, to, expected]) => {
    const message = complaint(from, to)
    expect(message).toMatch(expected)
    if (!/^acts|never/.test(name))
      expect(message.split('\n').length, message).toBeLessThanOrEqual(2)
  })

  it('is refused when it is no set of entries', () => {
    expect(() => parseRegime('- 1\n', 'x.yaml')).toThrow(/x\.yaml: the file holds no named entries/)
  })

  it('needs the days of a referendum and of a lapse', () => {
    expect(complaint('sequel: step-in', 'sequel: referendum')).toMatch(/a referendum needs "days"/)
    expect(complaint('sequel: step-in', 'sequel: lapse')).toMatch(/a lapse needs "days"/)
  })
})
