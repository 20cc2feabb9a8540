import { beforeAll, describe, expect, it } from 'vitest'
import { readRun } from '../../src/archive/index.js'
import { type Account, accountOf } from '../../src/report/Account.js'
import { measuresPictures } from '../../src/report/charts/measures.js'
import { documentOf, runInto, withFolder } from './fixture.js'

/** A monthly run of which only what is given here was measured. */
function measured(
  account: Account,
  measures: Readonly<Record<string, { unit: string; lines: Readonly<Record<string, number[]>> }>>,
): Account {
  const n = 600
  const { tracks } = account
  const days = Array.from({ length: n }, (_, tick) => tracks.days[0] + 30 * tick)
  const own = {
    n,
    days,
    measures: Object.keys(measures),
    title: (name: string) => name,
    unit: (name: string) => measures[name].unit,
    subjects: (name: string) => [Object.keys(measures[name].lines)],
    all: (name: string) =>
      Object.entries(measures[name].lines).map(([of, values]) => ({
        subjects: [of],
        series: Float64Array.from(days, (_, tick) => values[Math.min(tick, values.length - 1)]),
      })),
  }
  return { ...account, tracks: Object.create(tracks, Object.getOwnPropertyDescriptors(own)) }
}

describe('panels of what else was measured', () => {
  let account: Account
  beforeAll(async () => {
    const document = await documentOf((d) => ({
      ...d,
      time: { ...d.time, end: '1980-06-30' },
      history: {},
      checks: [],
    }))
    account = await withFolder(async (root) =>
      accountOf(await readRun(await runInto(root, document))),
    )
  })

  const flat = (value: number, length: number) => new Array<number>(length).fill(value)

  it('show what lasts but a month', () => {
    const peak = [...flat(0, 301), 0.4, 0]
    const [picture] = measuresPictures(
      measured(account, { stopped: { unit: '1', lines: { a: peak } } }),
    )
    expect(JSON.stringify(picture.spec)).toContain('"value":0.4')
  })

  it('list what was seldom looked at instead of drawing it', () => {
    const fit = {
      unit: 'logit',
      lines: { distance: [...flat(3, 599), -0.8], size: [...flat(1, 599), 0.5] },
    }
    const growth = { unit: '1', lines: { a: Array.from({ length: 600 }, (_, t) => t) } }
    const [picture] = measuresPictures(measured(account, { fit, growth }))
    expect(JSON.stringify(picture.spec)).not.toContain('logit')
    expect(picture.caption).toContain('fit (at the end distance −0.8 and size 0.5)')
    expect(picture.table.rows.slice(1)).toEqual([
      ['fit (logit)', 'Distance', '–', '−0.8'],
      ['fit (logit)', 'Size', '–', '0.5'],
    ])
  })

  it('keep lines of different units apart', () => {
    const lines = { ratio: [1, 2], people: [10000, 20000, 30000] }
    const [picture] = measuresPictures(measured(account, { size: { unit: '1 or person', lines } }))
    expect(picture.table.rows.map(([head]) => head)).toEqual([
      'size: ratio',
      'size: people (persons)',
    ])
  })

  it('say that they show means of units, unless a measure of groups shows the same', () => {
    const units = account.cast.units.map(({ id }) => [id, [1, 2]])
    const own = { unit: 'kt/yr', lines: Object.fromEntries(units) }
    const heads = (made: Account) => measuresPictures(made)[0].table.rows.map(([head]) => head)
    expect(new Set(heads(measured(account, { own })))).toEqual(
      new Set(['own (kt/yr; mean of units)']),
    )
    const titles = account.cast.groups.map(({ title }) => [title, [1, 2]])
    const ofGroups = { unit: 'kt/yr', lines: Object.fromEntries(titles) }
    expect(new Set(heads(measured(account, { own, ofGroups })))).toEqual(
      new Set(['ofGroups (kt/yr)']),
    )
  })
})
