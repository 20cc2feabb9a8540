import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { jsonSchema } from '../../src/scenario/index.js'
import { lake } from './edit.js'
import { library } from './library.js'

const schema = jsonSchema(library)
const validate = new Ajv({ strict: false }).compile(schema)
const good = parse(await readFile(join(lake, 'scenario.yaml'), 'utf8'))

describe('jsonSchema', () => {
  test('accepts the good scenario', () => {
    validate(good)
    expect(validate.errors).toBeNull()
  })

  test.each([
    ['an unknown key', { ...good, extra: 1 }],
    ['an unknown mechanism', { ...good, mechanisms: { whether: {} } }],
    ['a parameter out of limits', { ...good, mechanisms: { drift: { rate: 3 } } }],
    ['an unknown choice', { ...good, mechanisms: { drift: { rule: 'mode' } } }],
    ['another format', { ...good, format: 2 }],
  ])('refuses %s', (_, broken) => {
    expect(validate(broken)).toBe(false)
  })

  test('tells editors what a parameter and a column mean', () => {
    const text = JSON.stringify(schema)
    expect(text).toContain('yearly drift of concern. Default 0.2 1/yr. Plausible: 0 to 1.')
    expect(text).toContain('latitude of the seat or centre (degree)')
  })
})
