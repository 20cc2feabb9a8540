import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const main =
  process.env.PARADIPLOMACY_MAIN ??
  fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

function law(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'law', ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function check(
  by: string,
  partner: string,
  instrument: string,
  subject: string,
  ...more: string[]
) {
  return law(
    'check',
    '--by',
    by,
    '--with',
    partner,
    '--instrument',
    instrument,
    '--subject',
    subject,
    ...more,
  )
}

describe('law check', () => {
  it('answers as data', () => {
    const { status, stdout } = check(
      'AT/region',
      'IT/region',
      'treaty',
      'culture',
      '--date',
      '2005-01-01',
      '--json',
    )
    expect(status).toBe(0)
    const answer = JSON.parse(stdout)
    expect(answer).toMatchObject({
      verdict: 'reviewed',
      neighbours: true,
      date: '2005-01-01',
      basis: { article: expect.stringContaining('art. 16'), date: '1989-01-01' },
      compliance: 0.95,
      grade: 'found',
      other: { party: 'IT/region', known: false },
    })
    expect(answer.steps[1]).toEqual({
      step: 'authorise',
      organ: 'the federal government',
      deadlineDays: 56,
      silence: 'approved',
    })
    expect(answer.sequels.map((s: { sequel: string }) => s.sequel)).toEqual([
      'denounce-on-demand',
      'step-in',
    ])
  })

  it('answers both sides where both are known', () => {
    const { stdout } = check(
      'US/region',
      'CA/region',
      'memorandum',
      'environment',
      '--date',
      '1983-01-01',
      '--json',
    )
    const answer = JSON.parse(stdout)
    expect(answer.verdict).toBe('free')
    expect(answer.other).toMatchObject({ known: true, verdict: 'free' })
  })

  it('keeps overseas parts apart', () => {
    const overseas = check(
      'FR/overseas-region',
      'BR/state',
      'agreement',
      'trade',
      '--date',
      '2005-01-01',
      '--json',
    )
    expect(JSON.parse(overseas.stdout)).toMatchObject({ neighbours: true, verdict: 'reviewed' })
    const mainland = check(
      'FR/region',
      'BR/state',
      'agreement',
      'trade',
      '--date',
      '2005-01-01',
      '--json',
    )
    expect(JSON.parse(mainland.stdout)).toMatchObject({ neighbours: false, verdict: 'barred' })
  })

  it('takes the last day of a state that is no more', () => {
    const { stdout } = check('SU/region', 'FI/state', 'treaty', 'culture', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      date: '1991-12-25',
      verdict: 'free',
      compliance: 0.02,
    })
  })

  it.each([
    [['ZZ/region', 'IT/region', 'treaty', 'culture'], /no state with the code "ZZ"/],
    [['Austria/region', 'IT/region', 'treaty', 'culture'], /Did you mean "AT"\?/],
    [['at/region', 'IT/region', 'treaty', 'culture'], /Did you mean "AT"\?/],
    [['AT/regoin', 'IT/region', 'treaty', 'culture'], /Did you mean "region"\?/],
    [
      ['AT', 'IT/region', 'treaty', 'culture'],
      /Expected an ISO code and a kind, such as AT\/region/,
    ],
    [
      ['AT/region', 'IT/region', 'traety', 'culture'],
      /no instrument "traety".*Did you mean "treaty"\?/,
    ],
    [
      ['AT/region', 'IT/region', 'treaty', 'cultur'],
      /no subject "cultur".*Did you mean "culture"\?/,
    ],
    [['AT/region', 'AT/city', 'treaty', 'culture'], /belong to one state/],
    [['ES/region', 'FR/region', 'treaty', 'culture'], /no law of Spain.*docs\/law\.md/],
    [
      ['AT/region', 'IT/region', 'treaty', 'culture', '--date', '2005-13-01'],
      /"2005-13-01" is not a date/,
    ],
    [
      ['RU/region', 'FI/region', 'agreement', 'trade', '--date', '1985-01-01'],
      /part of Soviet Union.*Did you mean "SU\/region"\?/,
    ],
    [
      ['RU/region', 'FI/region', 'agreement', 'trade', '--date', '1992-01-01'],
      /does not know the law of Russia on 1992-01-01.*from 1993-12-25/,
    ],
  ] as const)('refuses %j', (args, message) => {
    const [by, partner, instrument, subject, ...more] = args
    const { status, stderr, stdout } = check(by, partner, instrument, subject, ...more)
    expect(stderr.trim()).toMatch(message)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })
})

describe('law show', () => {
  it('shows a law as it stood on a day, with sources', () => {
    const { status, stdout } = law('show', 'BE', '--date', '1993-05-17')
    expect(status).toBe(0)
    expect(stdout).toContain('the King: to deal for the unit')
    expect(stdout).not.toContain('cooperation agreement')
    expect(stdout).toMatch(/Source: .*\(inferred\)/s)
  })

  it('shows the whole history, and data', () => {
    expect(law('show', 'FR').stdout).toContain('law of 5 December 2016')
    const data = JSON.parse(law('show', 'AT', '--date', '2005-01-01', '--json').stdout)
    expect(data.rules[0]).toMatchObject({ id: 'treaty', from: '1989-01-01', until: null })
  })

  it.each([
    [['Austria'], /Did you mean "AT"\?/],
    [['ES'], /no law of Spain/],
    [['SU', '--date', '1992-01-01'], /from 1977-10-07 to 1991-12-25/],
  ])('refuses %j', (args, message) => {
    const { status, stderr } = law('show', ...args)
    expect(status).toBe(2)
    expect(stderr).toMatch(message)
  })

  it('prints the schema of regime files', () => {
    const schema = JSON.parse(
      execFileSync(process.execPath, [main, 'law', 'schema'], { encoding: 'utf8' }),
    )
    expect(schema.properties).toHaveProperty('rules')
  })
})
