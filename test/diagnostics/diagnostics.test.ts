import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  describeProblem,
  exitCodes,
  InputError,
  nearest,
  oneOf,
  printable,
  quote,
} from '../../src/diagnostics/index.js'

describe('describeProblem', () => {
  it('says where, what, what was expected and what was meant', () => {
    expect(
      describeProblem({
        message: 'unknown mechanism "presure"',
        file: 'scenarios/x.yaml',
        line: 12,
        column: 5,
        expected: 'one of the mechanisms of the library',
        nearest: 'pressure',
      }),
    ).toBe(
      'scenarios/x.yaml:12:5: unknown mechanism "presure". ' +
        'Expected one of the mechanisms of the library. Did you mean "pressure"?',
    )
  })

  it('leaves out what is not known', () => {
    expect(describeProblem({ message: 'no seed' })).toBe('no seed.')
    expect(describeProblem({ message: 'no seed', file: 'a.yaml' })).toBe('a.yaml: no seed.')
    expect(describeProblem({ message: 'no seed', line: 3 })).toBe('line 3: no seed.')
    expect(describeProblem({ message: 'Why?', hint: 'Add one.' })).toBe('Why? Add one.')
  })

  it('prints no control character, whatever the user wrote', () => {
    const part = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('\u001b[31mred\n\u202e'))
    fc.assert(
      fc.property(part, part, part, part, part, (message, file, expected, near, hint) => {
        const text = describeProblem({ message, file, line: 1, expected, nearest: near, hint })
        expect(text).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
      }),
    )
  })
})

describe('printable and quote', () => {
  it('escapes what a terminal would obey', () => {
    expect(printable('a\nb\tc\r\u001b[2J')).toBe('a\\nb\\tc\\r\\u{1b}[2J')
    expect(printable('\u202eevil')).toBe('\\u{202e}evil')
    expect(printable('Île-de-France, 北京, 🏛')).toBe('Île-de-France, 北京, 🏛')
    expect(printable('\ud800')).toBe('\\u{d800}')
  })

  it('cuts long values between characters', () => {
    expect(quote('short')).toBe('"short"')
    expect(quote('🏛'.repeat(70))).toBe(`"${'🏛'.repeat(60)}…"`)
    expect(quote('abcdef', 3)).toBe('"abc…"')
  })
})

describe('InputError', () => {
  it('carries all problems, one to a line', () => {
    const error = new InputError([{ message: 'one', file: 'a' }, { message: 'two' }])
    expect(error).toBeInstanceOf(Error)
    expect(error.name).toBe('InputError')
    expect(error.problems.length).toBe(2)
    expect(error.message).toBe('a: one.\ntwo.')
  })

  it('takes a single problem or a text', () => {
    expect(new InputError({ message: 'one', line: 2 }).message).toBe('line 2: one.')
    expect(new InputError('one').problems).toEqual([{ message: 'one' }])
  })
})

describe('nearest', () => {
  const names = ['pressure', 'diffusion', 'salience', 'initiative', 'federalPolitics', 'law']

  it.each([
    ['presure', 'pressure'],
    ['Pressure', 'pressure'],
    ['rpessure', 'pressure'],
    ['federal-politics', 'federalPolitics'],
    ['federal_politcs', 'federalPolitics'],
    ['slaience', 'salience'],
    ['lwa', 'law'],
    ['wibble', undefined],
    ['', undefined],
    ['x', undefined],
  ])('finds for %j %j', (word, wanted) => {
    expect(nearest(word, names)).toBe(wanted)
  })

  it('takes the closest, and the first of equals', () => {
    expect(nearest('bat', ['cart', 'cat', 'bar'])).toBe('cat')
    expect(nearest('cat', ['bat', 'cat'])).toBe('cat')
    expect(nearest('a', [])).toBeUndefined()
  })

  it('is quick with a word as long as a file', () => {
    expect(nearest('x'.repeat(1_000_000), names)).toBeUndefined()
  })
})

describe('oneOf', () => {
  it('shortens long lists', () => {
    const letters = [...'abcdefghijklmno']
    expect(oneOf(letters.slice(0, 3))).toBe('one of a, b, c')
    expect(oneOf(letters, 3)).toBe('one of a, b, c … (12 more)')
    expect(oneOf(['only'])).toBe('only')
    expect(oneOf([])).toBe('nothing: there is none of the kind here')
    expect(oneOf(['a\u001b', 'b'])).toBe('one of a\\u{1b}, b')
  })
})

it('gives the exit codes of the manual', () => {
  expect(exitCodes).toEqual({ done: 0, failed: 1, badInput: 2, fellShort: 3, interrupted: 130 })
})
