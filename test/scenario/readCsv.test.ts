import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InputError } from '../../src/diagnostics/index.js'
import { readCsv } from '../../src/scenario/readCsv.js'

const texts = (text: string) => readCsv(text, 'x.csv').rows.map((row) => row.map((f) => f.text))

describe('readCsv', () => {
  test('reads quotes, doubled quotes, commas and line breaks in quotes', () => {
    expect(texts('a,b\n"x, y","say ""hi"""\n"two\nlines",z\n')).toEqual([
      ['x, y', 'say "hi"'],
      ['two\nlines', 'z'],
    ])
  })

  test('takes any line end, a byte order mark, spaces around fields, empty lines at the end', () => {
    expect(texts('\uFEFFa,b\r\n 1 , 2\r3,4\n\n,\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    expect(readCsv('\uFEFFid,b\n', 'x.csv').header[0].text).toBe('id')
  })

  test('knows the place of every field, after line breaks in quotes too', () => {
    const { rows } = readCsv('a,b,c\n"two\nlines",z,"q"\n1,2,3', 'x.csv')
    expect(rows[0].map((f) => [f.line, f.column])).toEqual([
      [2, 1],
      [3, 8],
      [3, 10],
    ])
    expect(rows[1].map((f) => [f.line, f.column])).toEqual([
      [4, 1],
      [4, 3],
      [4, 5],
    ])
  })

  test.each([
    ['a,b\n1', 'x.csv:2:1: the row has 1 field, the header 2.'],
    ['a,b\n1,2,3', 'x.csv:2:5: the row has 3 fields, the header 2.'],
    ['a,b\n\n1,2', 'x.csv:2:1: the row has 1 field, the header 2.'],
    ['a,a\n', 'x.csv:1:3: column "a" is there twice.'],
    ['a,\n1,2', 'x.csv:1:3: a column has no name.'],
    ['a,b\n1,x"y"', 'x.csv:2:4: a quotation mark inside a field.'],
    ['a,b\n"x"y,2', 'x.csv:2:4: text after the closing quotation mark.'],
    ['a,b\n1,"x\n', 'x.csv:2:3: this quotation mark is not closed.'],
  ])('refuses %j', (text, message) => {
    expect(() => readCsv(text, 'x.csv')).toThrow(message)
  })

  test('reads back whatever was quoted, and fails only with a message', () => {
    const field = fc.string({ maxLength: 8 })
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 5 }), (rows) => {
        const quoted = rows.map((row) => row.map((f) => `"${f.replaceAll('"', '""')}"`).join(','))
        const last = ['end', 'end']
        expect(texts(`a,b\n${quoted.join('\n')}\nend,end`)).toEqual([...rows, last])
      }),
    )
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' '), maxLength: 30 }),
        (text) => {
          try {
            readCsv(text, 'x.csv')
          } catch (error) {
            expect(error).toBeInstanceOf(InputError)
          }
        },
      ),
    )
  })
})
