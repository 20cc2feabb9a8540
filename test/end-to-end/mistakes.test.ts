import { describe, expect, test } from 'vitest'
import { everythingIn, paradiplomacy, temporary } from './command.js'

/** What is typed, and what the one message must say. */
const mistakes: readonly (readonly [typed: string, says: RegExp])[] = [
  ['rnu acid-rain', /unknown command 'rnu'[\s\S]*Did you mean run\?/],
  ['run', /there is nothing to run. Expected a scenario, or --from/],
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
  ['schema hypothesis', /there is no schema of "hypothesis".*Did you mean "hypotheses"\?/],
  ['sweep', /there is nothing to sweep. Expected a plan, a scenario, or --resume/],
  ['sweep acid-rian', /Did you mean "acid-rain"\?/],
  ['sweep nowhere.yaml', /there is no file "nowhere.yaml"/],
  ['sweep acid-rain --vary', /argument missing/],
  ['sweep acid-rain --vary pressure.boomerang=', /does not say what to vary.*from:to:step/],
  ['sweep acid-rain --vary pressure.boomerang=0:1', /does not say what to vary/],
  ['sweep acid-rain --vary pressure.boomerang=0:1:-0.1', /steps of -0.1 do not lead from 0 to 1/],
  ['sweep acid-rain --vary pressure.boomerang=1..0', /its range from 1 to 0 holds nothing/],
  ['sweep acid-rain --vary pressure.boomerang=0:99:33', /"33" is out of range.*0 to 10/],
  ['sweep acid-rain --vary pressure.bomerang=0,1', /no parameter "bomerang".*"boomerang"/],
  ['sweep acid-rain --vary presure.boomerang=0,1', /"presure".*Did you mean "pressure"/],
  ['sweep acid-rain --vary federalPolitics.transfers=maybe', /neither on nor off/],
  ['sweep acid-rain --vary pressure.boomerang=0..1', /is a range, of which a grid needs some/],
  ['sweep acid-rain --vary pressure.boomerang --design sobol', /needs a number of points/],
  ['sweep acid-rain --design cube', /Allowed choices are grid/],
  ['sweep acid-rain --treatments no-memorandum', /Did you mean "no-memoranda"\?/],
  ['sweep acid-rain --treatments as-it-is,as-it-is', /"as-it-is" is named twice/],
  ['sweep acid-rain --treatments ,', /--treatments "," names nothing/],
  ['sweep acid-rain --vary pressure.rate=0.5 --vary pressure.rate=0.6', /"pressure.rate" twice/],
  ['sweep acid-rain --vary pressure.rate=0.5 --set pressure.rate=0.6', /both varied and set/],
  ['sensitivity acid-rain --vary pressure.rate --set pressure.rate=0.6', /both varied and set/],
  ['test acid-rain --only ,', /--only "," names nothing/],
  ['sweep acid-rain --outcome policy', /has no name.*id=formula/],
  ['sweep acid-rain --outcome x=polcy(1)', /polcy/],
  ['sweep acid-rain --outcome x=support', /outcome "x"/],
  ['sweep acid-rain --stop 1', /the stop condition.*gives a number/],
  ['sweep acid-rain --replications 0', /--replications "0" is too small/],
  ['sweep acid-rain --list nowhere.csv', /there is no file "nowhere.csv"/],
  ['sweep --resume nowhere', /nowhere: /],
  ['test', /there is nothing to test/],
  ['test world-cities', /the scenario "world-cities" has no hypotheses/],
  ['test nowhere.yaml', /there is no file "nowhere.yaml"/],
  ['test acid-rain --only memoranda-hastens', /Did you mean "memoranda-hasten"\?/],
  ['run --from nowhere --run 1', /nowhere: /],
  ['run --from nowhere', /--from needs the number of a run/],
  ['run acid-rain --run 3', /--run needs --from/],
  ['run acid-rain --from nowhere --run 3', /"acid-rain" cannot change it/],
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
