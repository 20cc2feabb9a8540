import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseDate } from '../../src/calendar/index.js'
import { library } from '../../src/library.js'
import type { LegalWorld } from '../../src/mechanisms/legalReview/columns.js'
import { Docket } from '../../src/mechanisms/legalReview/docket.js'
import { buildModel, loadScenario } from '../../src/scenario/index.js'

const folder = join(fileURLToPath(import.meta.url), '../../../scenarios/upper-rhine')

describe('several laws above a state', () => {
  it('open what they share with the state of the partner, each for its own members', async () => {
    const { document } = await loadScenario(folder, library)
    const { world } = buildModel(document, library)
    const { actors, agreements } = world
    const body = world.view('instruments').ids.indexOf('body')
    const verdict = (by: string, other: string, date: string) => {
      const row = agreements.propose({
        instrument: body,
        issue: world.issues.ids.indexOf('mobility'),
        day: 0,
        parties: [actors.ids.indexOf(by), actors.ids.indexOf(other)],
        commitment: 0,
        effect: 1,
        appeal: 0,
      })
      const day = parseDate(date) ?? Number.NaN
      const found = new Docket(world as unknown as LegalWorld).find(row, 0, day)
      return `${found?.answer.verdict} ${found?.answer.basis.rule}`
    }
    // The Union's regulation is shared by France and Germany, the Council's protocol by Switzerland too.
    expect(verdict('DE-OG', 'FR-STR', '2007-07-31')).toBe('barred DE/not-theirs')
    expect(verdict('DE-OG', 'FR-STR', '2007-08-01')).toBe('reviewed EU/egtc')
    expect(verdict('DE-OG', 'FR-STR', '2014-06-22')).toBe('reviewed EU/egtc-silence')
    expect(verdict('DE-LOE', 'CH-BL', '2013-02-28')).toBe('barred DE/not-theirs')
    expect(verdict('DE-LOE', 'CH-BL', '2013-03-01')).toBe('reviewed COE/cooperation-grouping')
    // What national law lets pass is not touched.
    expect(verdict('CH-BL', 'DE-LOE', '2013-03-01')).toBe('reviewed CH/with-units')
  })
})
