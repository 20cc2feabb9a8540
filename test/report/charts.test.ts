import { beforeAll, describe, expect, it } from 'vitest'
import { readRun } from '../../src/archive/index.js'
import { type Account, accountOf } from '../../src/report/Account.js'
import { type Picture, picturesOf } from '../../src/report/charts/index.js'
import { renderPng } from '../../src/report/render/renderPng.js'
import { renderSvg } from '../../src/report/render/renderSvg.js'
import { documentOf, poison, runInto, withFolder } from './fixture.js'
import { specValidator } from './specValidator.js'

let account: Account
let pictures: readonly Picture[]
let validate: (spec: unknown) => string

beforeAll(async () => {
  account = await withFolder(async (root) =>
    accountOf(await readRun(await runInto(root, await documentOf(), { seed: '1990' }))),
  )
  pictures = picturesOf(account)
  validate = await specValidator()
})

describe('the charts of a run', () => {
  it('are all there', () => {
    const ids = pictures.map(({ id }) => id)
    expect(ids.filter((id) => !/^measures(-\d+)?$/.test(id))).toEqual([
      'policy',
      'gates',
      'map',
      'positions',
      'agreements',
      'typologies',
      'emissions',
      'deposition',
    ])
    expect(ids).toContain('measures')
  })

  it('are valid Vega-Lite with data inside', () => {
    for (const { id, spec } of pictures) {
      expect(validate(spec), id).toBe('')
      const text = JSON.stringify(spec)
      expect(text, id).toContain('"values"')
      expect(text, id).not.toContain('"url"')
      expect(text, id).not.toMatch(/NaN|Infinity/)
      expect(text.length, id).toBeLessThan(150_000)
    }
  })

  it('say in words and in a table what they show', () => {
    for (const { id, description, table, title, caption } of pictures) {
      expect(description, id).toMatch(/\d/)
      expect(description, id).not.toMatch(/NaN|undefined|Infinity/)
      expect(title.length * caption.length, id).toBeGreaterThan(0)
      expect(table.rows.length, id).toBeGreaterThan(0)
      for (const row of table.rows) expect(row.length, id).toBe(table.head.length)
    }
  })

  it('are the same bytes each time, whatever was drawn before', async () => {
    const forward: string[] = []
    for (const { spec, description } of pictures) forward.push(await renderSvg(spec, description))
    const backward: string[] = []
    for (const { spec, description } of [...pictures].reverse())
      backward.unshift(await renderSvg(spec, description))
    expect(backward).toEqual(forward)
  })

  it('show their text as PNG', async () => {
    for (const { id, spec } of pictures) {
      const svg = await renderSvg(spec)
      const png = await renderPng(svg)
      const mute = await renderPng(svg.replace(/<text[\s\S]*?<\/text>/g, ''))
      expect(png.length, id).toBeGreaterThan(mute.length + 3000)
    }
  })

  it('survive titles that strangers wrote', async () => {
    const poisoned = await withFolder(async (root) =>
      accountOf(await readRun(await runInto(root, await documentOf(poison), { seed: '1990' }))),
    )
    for (const { id, spec, description } of picturesOf(poisoned)) {
      expect(validate(spec), id).toBe('')
      const svg = await renderSvg(spec, description)
      expect(svg, id).not.toContain('<script')
      expect(svg, id).not.toContain('<img')
    }
  })
})
