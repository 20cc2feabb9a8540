import { describe, expect, test } from 'vitest'
import { everythingIn, paradiplomacy, temporary } from './command.js'

/** What is typed, and what the one message must say. */
const mistakes: readonly (readonly [typed: string, says: RegExp])[] = [
  ['rnu acid-rain', /unknown command 'rnu'[\s\S]*Did you mean run\?/],
  ['run', /missing required argument 'scenario'/],
  ['run acid-rain --sed 3', /unknown option '--sed'[\s\S]*--seed/],
  ['list --jsn', /unknown option '--jsn'[\s\S]*Did you mean --json\?/],
  ['run acid-rain more', /too many arguments/],
  ['run acid-rain --seed', /'-s, --seed <text>' argument missing/],
  ['run acid-rian', /there is no scenario "acid-rian".*Did you mean "acid-rain"\?/],
  ['show acid_rian', /there is no scenario "acid_rian".*Did you mean "acid-rain"\?/],
  ['odd acidrain', /Did you mean "acid-rain"\?/],
  ['validate nowhere/scenario.yaml', /there is no file or folder "nowhere\/scenario.yaml"/],
  ['run ./nowhere', /there is no file or folder ".\/nowhere"/],
  ['run ../../../etc/passwd', /scenario|file/],
  ['run .', /the folder "." holds no scenario.yaml/],
  ['run acid-rain --treatment no-memorandum', /Did you mean "no-memoranda"\?/],
  ['check acid-rain --treatment coal-leaders', /Did you mean "coal-leader"\?/],
  ['run acid-rain --set pressure.boomerang', /is not a setting.*path=value/],
  ['run acid-rain --until yesterday', /"yesterday" is not a date.*1985-07-08/],
  ['run acid-rain --until 1985-02-30', /is not a date/],
  ['run acid-rain --until 2030-01-01', /does not lie within the scenario/],
  ['run acid-rain --replicate 1.5', /--replicate "1.5" is not a whole number/],
  ['run acid-rain --replicate=-1', /--replicate "-1" is not a whole number/],
  ['run acid-rain --replicate 1e3', /--replicate "1e3" is not a whole number/],
  ['check acid-rain --runs 0', /--runs "0" is too small/],
  ['check acid-rain --runs many', /--runs "many" is not a whole number/],
  ['check acid-rain --workers 0', /--workers "0" is too small/],
  ['check acid-rain --resume nowhere', /nowhere: /],
  ['report nowhere', /nowhere: /],
  ['diff nowhere elsewhere', /nowhere: /],
  ['schema more', /too many arguments/],
]

describe('a mistake in the command line', () => {
  test.each(mistakes)('%s', async (typed, says) => {
    const cwd = await temporary()
    const { code, stdout, stderr } = await paradiplomacy(typed.split(' '), { cwd })
    expect(stderr).toMatch(says)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).not.toMatch(/\n {4}at /)
    expect(everythingIn(cwd)).toEqual([])
  })

  test('in each of several settings has a message of its own', async () => {
    const cwd = await temporary()
    const settings: readonly (readonly [string, RegExp])[] = [
      ['pressure.boomrang=1', /Did you mean "boomerang"\?/],
      ['presure.boomerang=1', /Did you mean "pressure\b.*"\?/],
      ['tables.actors.US-NYY.population=1', /no row "US-NYY" in actors.*Did you mean "US-NY"\?/],
      ['pressure.boomerang=much', /"much" is not a number.*from 0 to 10/],
      ['pressure.boomerang=11', /out of range.*from 0 to 10/],
      ['pressure.boomerang=NaN', /is not a number/],
      ['pressure.boomerang=1e999', /is not a number/],
      ['__proto__.polluted=1', /neither a mechanism nor a table/],
      ['mechanisms.constructor.enabled=1', /unknown mechanism "constructor"/],
      ['tables.actors.__proto__.population=1', /no row "__proto__"/],
      ['name=../../elsewhere', /"name" is not a path/],
      ['federalPolitics.transfers=maybe', /"maybe"/],
    ]
    const typed = settings.flatMap(([setting]) => ['--set', setting])
    const { code, stdout, stderr } = await paradiplomacy(['run', 'acid-rain', ...typed], { cwd })
    const lines = stderr.trimEnd().split('\n')
    expect(lines.length).toBe(settings.length)
    for (const [at, [setting, says]] of settings.entries()) {
      expect(lines[at]).toContain(`--set ${setting}: `)
      expect(lines[at]).toMatch(says)
    }
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(everythingIn(cwd)).toEqual([])
  })

  test('no command at all shows the help', async () => {
    const { code, stdout, stderr } = await paradiplomacy([], { cwd: await temporary() })
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain('Usage: paradiplomacy')
  })

  test('an empty name is no scenario', async () => {
    const { code, stderr } = await paradiplomacy(['run', ''], { cwd: await temporary() })
    expect(code).toBe(2)
    expect(stderr).toContain('there is no scenario ""')
  })

  test('with control characters cannot colour the terminal', async () => {
    const typed = ['run', '\u001b[31mred\u0007']
    const { stderr } = await paradiplomacy(typed, { cwd: await temporary() })
    expect(stderr).toContain('\\u{1b}[31mred\\u{7}')
  })
})
