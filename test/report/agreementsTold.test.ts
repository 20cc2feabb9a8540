import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ArchivedRun, isText, readRun, textsOf } from '../../src/archive/index.js'
import { library } from '../../src/library.js'
import { accountOf } from '../../src/report/Account.js'
import { agreementsPicture } from '../../src/report/charts/agreements.js'
import { summaryOf, writeReport } from '../../src/report/index.js'
import { outcomesOf } from '../../src/report/reading/outcomes.js'
import { storyOf } from '../../src/report/reading/story.js'
import { summary } from '../../src/report/summary.js'
import { documentOf, runInto, withFolder } from './fixture.js'

/** How many agreements of each instrument stand at the end, by whoever tells it. */
describe('agreements in force at the end, in a world of laws and terms', () => {
  let instruments: readonly { id: string; title: string }[]
  let inWords: string
  let page: string
  let measured: ReadonlyMap<string, Float64Array>
  let concluded: ReadonlyMap<string, number>
  let listed: ReadonlyMap<string, number>
  let endedLate: number
  let chart: NonNullable<ReturnType<typeof agreementsPicture>>

  beforeAll(async () => {
    await withFolder(async (root) => {
      // Acts come before the law on any day of a tick, and terms run out on any day of one.
      const document = await documentOf(
        (d) => ({ ...d, time: { ...d.time, end: '2017-12-31' }, history: {}, checks: [] }),
        'french-cities',
      )
      const folder = await runInto(root, document)
      const run = await readRun(folder)
      const account = await accountOf(run)
      instruments = account.cast.instruments
      chart = agreementsPicture(account)!
      measured = new Map(
        instruments.map(({ id }) => [id, account.tracks.find('agreements', id)!] as const),
      )
      concluded = new Map(
        instruments.map(({ id }) => [id, account.tracks.find('concluded', id)!.at(-1)!] as const),
      )
      const [of, status, ends] = ['instrument', 'status', 'ends'].map((name) =>
        textsOf(run.agreements, name),
      )
      listed = new Map(
        instruments.map(({ id }) => [
          id,
          of.filter((instrument, r) => instrument === id && status[r] === 'inForce').length,
        ]),
      )
      endedLate = ends.filter(
        (day, r) => status[r] === 'inForce' && day !== '' && day <= '2017-12-31',
      ).length
      await writeReport(folder, { library })
      inWords = (await summaryOf(folder)).replace(/\s+/g, ' ')
      page = await readFile(join(folder, 'report.html'), 'utf8')
    })
  }, 60_000)

  it('are as many in summary, page, chart, measures.csv and agreements.csv', () => {
    expect(endedLate).toBeGreaterThan(0)
    for (const [k, { id, title }] of instruments.entries()) {
      const last = measured.get(id)!.at(-1)!
      expect(listed.get(id)).toBe(last)
      expect(chart.table.rows.at(-1)![k + 1]).toBe(String(last))
      if (concluded.get(id)! < 2) continue
      const told = `${last === concluded.get(id) ? 'all' : last.toLocaleString('en')} in force at the end`
      const [inSummary] = inWords.split(`${title}: `).slice(1)
      expect(inSummary.slice(0, inSummary.indexOf(' at the end') + 11)).toContain(told)
      const [onPage] = page.split(`<strong>${title}</strong>: `).slice(1)
      expect(onPage.slice(0, onPage.indexOf('</li>'))).toContain(told)
    }
  })

  it('are as many in the chart as measured, tick by tick', () => {
    const panels = chart.spec.vconcat as unknown as readonly {
      data: { values: readonly Drawn[] }
    }[]
    const used = instruments.filter(({ id }) => measured.get(id)!.some((n) => n > 0))
    for (const [k, { id }] of used.entries()) {
      const inForce = panels[k].data.values.map((row) => row.inForce)
      const series = [...measured.get(id)!]
      const changes = series.filter((n, t) => n !== series[t - 1])
      expect(inForce.filter((n, at) => n !== inForce[at - 1])).toEqual(changes)
    }
  })

  it('are listed instrument by instrument, the rarest whole', () => {
    const rows = instruments.map(({ title }) => {
      const [, head] = page.split(`<summary>${title}: `)
      return Number(/(?:the first|signed \()\s*(\d+)/.exec(head)![1])
    })
    const signed = instruments.map(({ id }) => concluded.get(id)!)
    expect(Math.min(...rows)).toBeGreaterThan(0)
    expect(rows.reduce((a, b) => a + b)).toBe(200)
    const rarest = signed.indexOf(Math.min(...signed))
    expect(rows[rarest]).toBe(Math.min(signed[rarest], 50))
  })
})

interface Drawn {
  readonly inForce: number
}

describe('few agreements, told one by one', () => {
  it('say which of them no longer stand', async () => {
    await withFolder(async (root) => {
      const run = await readRun(await runInto(root, await documentOf()))
      const { title, signed } = storyOf(run).instruments[0]
      expect(signed.every(({ status }) => status === 'inForce')).toBe(true)
      const { agreements } = run
      const at = textsOf(agreements, 'id').indexOf(signed[1].id)
      const columns = agreements.columns.map((column) =>
        column.name === 'status' && isText(column)
          ? { ...column, values: column.values.with(at, 'refused') }
          : column,
      )
      const told = (changed: ArchivedRun) => summary(changed).replace(/\s+/g, ' ')
      const all = told(run)
      expect(all).toContain(`${title}: ${signed.length} were signed, all in force at the end`)
      const fewer = told({ ...run, agreements: { ...agreements, columns } })
      expect(fewer).toContain(
        `${title}: ${signed.length} were signed, ${signed.length - 1} in force at the end and 1 refused`,
      )
      expect(fewer.match(/, refused\)/g)).toHaveLength(1)
    })
  })
})

describe('a world without agreements', () => {
  it('says what ties stand at the end, and where its measures began and ended', async () => {
    await withFolder(async (root) => {
      const document = await documentOf(
        (d) => ({
          ...d,
          population: { ...d.population!, cities: 150 },
          time: { ...d.time, end: '1959-12-31' },
          history: {},
          checks: [],
        }),
        'world-cities',
      )
      const folder = await runInto(root, document)
      const story = storyOf(await readRun(folder))
      expect(story.twins.length).toBeGreaterThan(1)
      const words = (await summaryOf(folder)).replace(/\s+/g, ' ')
      expect(words).toContain(`Ties at the end: ${story.twins.length} pairs of twin cities`)
      const twinnings = story.tracks.find('twinnings')!
      expect(twinnings.at(-1)).toBe(story.twins.length)
      expect(words).toContain(`from ${twinnings[0]} to ${twinnings.at(-1)}`)
      const nothing = { ...story, occurrences: [], twins: [], laws: [] }
      const still = Object.create(story.tracks, { measures: { value: [] } })
      expect(outcomesOf({ ...nothing, tracks: still })).toEqual([
        { head: 'What happened', text: 'nothing that was measured or told' },
      ])
    })
  })
})
