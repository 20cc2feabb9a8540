import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  columnNames,
  disarm,
  formatCsv,
  formatNumber,
  numberColumn,
  parseCsv,
  rearm,
  textColumn,
} from '../../src/archive/index.js'

const head = (name: string) => ({ name, title: name, meaning: name, unit: '1' })

describe('CSV', () => {
  it('comes back as it was', () => {
    const row = fc.tuple(fc.string({ unit: 'binary' }), fc.double(), fc.string())
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const table = {
          name: 't',
          meaning: 't',
          key: [],
          rows: rows.length,
          columns: [
            textColumn(
              'string',
              head('a'),
              rows.map((r) => r[0]),
            ),
            numberColumn(
              'number',
              head('b'),
              Float64Array.from(rows, (r) => r[1]),
            ),
            textColumn(
              'string',
              head('c,"'),
              rows.map((r) => r[2]),
            ),
          ],
        }
        const [names, ...back] = parseCsv([...formatCsv(table)].join('')) ?? []
        expect(names).toEqual(['a', 'b', 'c,"'])
        expect(back.map((r) => [rearm(r[0]), r[1], rearm(r[2])])).toEqual(
          rows.map((r) => [r[0], formatNumber(r[1]), r[2]]),
        )
      }),
    )
  })

  it('keeps a lone empty cell as a row', () => {
    const table = {
      name: 't',
      meaning: 't',
      key: [],
      rows: 2,
      columns: [textColumn('string', head('a'), ['', 'x'])],
    }
    expect([...formatCsv(table)].join('')).toBe('a\n""\nx\n')
  })

  it('disarms whatever a spreadsheet would run, and nothing else', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', '＝1', "'=1", "''@x"])
      expect(disarm(text)).toBe(`'${text}`)
    for (const text of ['', 'a=1', "'tis", ' =1', '1-1']) expect(disarm(text)).toBe(text)
    for (const text of ['=1', "'=1", "''=1", "'tis", "''", ''])
      expect(rearm(disarm(text))).toBe(text)
  })

  it('writes numbers so that they read back to the same bits', () => {
    expect([NaN, -0, 0.1 + 0.2, 1e21, Infinity, -Infinity].map(formatNumber)).toEqual([
      '',
      '0',
      '0.30000000000000004',
      '1e+21',
      'INF',
      '-INF',
    ])
  })

  it('knows torn text', () => {
    expect(parseCsv('a,b\n1,2')).toBeUndefined()
    expect(parseCsv('a,b\n1,')).toBeUndefined()
    expect(parseCsv('a,"b')).toBeUndefined()
    expect(parseCsv('a"b\n')).toEqual([['a"b']])
    expect(parseCsv('a,\r\n,\n')).toEqual([
      ['a', ''],
      ['', ''],
    ])
    expect(parseCsv('')).toEqual([])
  })
})

describe('columnNames', () => {
  it('gives names that any package accepts, each once', () => {
    const name = columnNames(['tick'])
    expect(name('tick')).toBe('tick_2')
    expect(name('policy', 'Québec')).toBe('policy_Quebec')
    expect(name('policy', 'a b')).toBe('policy_a_b')
    expect(name('policy', 'a-b')).toBe('policy_a_b_2')
    expect(name('policy_a', 'b')).toBe('policy_a_b_3')
  })
})
