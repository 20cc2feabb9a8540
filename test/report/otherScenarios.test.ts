import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRun } from '../../src/archive/index.js'
import { accountOf } from '../../src/report/Account.js'
import { picturesOf } from '../../src/report/charts/index.js'
import { odd, summaryOf, writeReport } from '../../src/report/index.js'
import { renderSvg } from '../../src/report/render/renderSvg.js'
import { library as lakeLibrary } from '../scenario/library.js'
import { documentOf, runInto, withFolder } from './fixture.js'

describe('a scenario of quite another kind', () => {
  it('gets the charts that it has data for, a page, a summary and a description', async () => {
    await withFolder(async (root) => {
      const document = await documentOf(undefined, 'test/scenario/lake', lakeLibrary)
      const folder = await runInto(root, document, { library: lakeLibrary })
      await writeReport(folder, { library: lakeLibrary })
      const page = await readFile(join(folder, 'report.html'), 'utf8')
      expect(page).toContain(document.title)
      expect(page).not.toContain('data-map=')
      expect(await summaryOf(folder)).toContain(document.title)
      expect(odd(document, lakeLibrary)).toContain('## 7. Submodels')
    })
  })
})

describe('a scenario with two issues', () => {
  it('gets its charts for each', async () => {
    await withFolder(async (root) => {
      const document = await documentOf((d) => ({
        ...d,
        tables: {
          ...d.tables,
          issues: { ...d.tables.issues, 'second-issue': { title: 'Second' } },
        },
        checks: [],
        history: {},
      }))
      const account = await accountOf(await readRun(await runInto(root, document)))
      const ids = picturesOf(account).map(({ id }) => id)
      for (const chart of ['policy', 'gates', 'map', 'positions']) {
        for (const issue of Object.keys(document.tables.issues))
          expect(ids).toContain(`${chart}-${issue}`)
      }
      for (const { spec } of picturesOf(account)) expect(await renderSvg(spec)).toContain('<svg')
    })
  })
})

describe('a world without a contested issue', () => {
  it('gets a map of its ties, typologies, the record, and what its own mechanism measures', async () => {
    await withFolder(async (root) => {
      const document = await documentOf(
        (d) => ({
          ...d,
          population: { ...d.population!, cities: 150 },
          time: { ...d.time, end: '1959-12-31' },
          history: {
            series: [
              {
                id: 'towns',
                title: 'Twin towns',
                unit: 'tie',
                model: 'twinnings',
                chart: 'twinnings',
                points: [{ date: '1955', value: 40 }],
                source: 'a guess',
                grade: 'assumed',
              },
            ],
          },
        }),
        'world-cities',
      )
      const account = await accountOf(await readRun(await runInto(root, document)))
      expect(account.twins.length).toBeGreaterThan(10)
      const pictures = picturesOf(account)
      const ids = pictures.map(({ id }) => id)
      expect(ids.slice(0, 4)).toEqual(['map', 'typologies', 'record', 'measures'])
      const [map, typologies, record, measures] = pictures
      expect(map.description).toMatch(/14\d units/)
      expect(map.table.rows[0][0]).toBe('Twin towns')
      expect(typologies.description).toMatch(/Stance.*parallel\. Reach.*Roles.*participant.*Eras/s)
      expect(record.table.rows[0].slice(0, 3)).toEqual(['Twin towns', '1955', '40'])
      expect(measures.description).toContain('Members of networks')
      for (const { spec } of pictures) expect(await renderSvg(spec)).toContain('<svg')
    })
  })
})

describe('a run in which nothing comes about', () => {
  it('says so', async () => {
    await withFolder(async (root) => {
      const document = await documentOf((d) => ({
        ...d,
        time: { ...d.time, end: '1980-06-30' },
        history: {},
        checks: [],
        tables: {
          ...d.tables,
          instruments: Object.fromEntries(
            Object.entries(d.tables.instruments).map(([id, row]) => [
              id,
              { ...row, available: 'no' },
            ]),
          ),
        },
      }))
      const folder = await runInto(root, document)
      await writeReport(folder)
      const page = await readFile(join(folder, 'report.html'), 'utf8')
      expect(page).toContain('none was signed')
      expect(page).toContain('no law came in this run')
      expect(page).not.toContain('What this run gets wrong')
    })
  })
})
