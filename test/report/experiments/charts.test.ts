import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CheckResult, ExperimentResult } from '../../../src/archive/index.js'
import { checkPictures, experimentPictures } from '../../../src/report/charts/experiments/index.js'
import type { Picture } from '../../../src/report/charts/Picture.js'
import { renderPng } from '../../../src/report/render/renderPng.js'
import { renderSvg } from '../../../src/report/render/renderSvg.js'
import { hostile } from '../fixture.js'
import { specValidator } from '../specValidator.js'
import { manifestOf } from './made/ground.js'
import { made } from './made/index.js'
import { poisoned } from './made/poisoned.js'

let validate: (spec: unknown) => string

beforeAll(async () => {
  validate = await specValidator()
})

function drawn(result: ExperimentResult): readonly Picture[] {
  return experimentPictures(result, manifestOf(result.kind))
}

function picture(name: string, id: string): Picture {
  const found = drawn(made[name]).find((p) => p.id === id)
  if (!found) throw new Error(`${name} has no ${id}: ${drawn(made[name]).map((p) => p.id)}`)
  return found
}

describe('the charts of experiments', () => {
  it('are those that design and data ask for', () => {
    const ids = Object.fromEntries(
      Object.entries(made).map(([name, result]) => [name, drawn(result).map(({ id }) => id)]),
    )
    expect(ids).toEqual({
      'sweep-curve': ['curve-law', 'incidence-law', 'curve-act', 'curve-emissions'],
      'sweep-plane': ['heat-law', 'incidence-law', 'heat-act', 'heat-emissions'],
      'sweep-mixed': ['curve-law', 'incidence-law', 'curve-act', 'curve-emissions'],
      'sweep-switches': ['dots-law', 'incidence-law', 'dots-act', 'dots-emissions'],
      'sweep-treatments': ['dots-law', 'incidence-law', 'dots-act', 'dots-emissions'],
      'sweep-single': ['incidence-law'],
      'sweep-hypercube': ['factors-law', 'incidence-law', 'factors-act'],
      'sweep-oneAtATime': ['factors-act'],
      'test-eight': ['forest', 'effect-curves', 'incidence'],
      'test-one': ['forest', 'effect-curves'],
      'sensitivity-morris': [
        'morris-law',
        'convergence-law',
        'morris-emissions',
        'convergence-emissions',
      ],
      'sensitivity-sobol': ['sobol-act', 'pairs-act', 'convergence-act'],
      'sensitivity-small': ['sobol-act', 'convergence-act'],
      'attribution-seven': [
        'shapley-by1992',
        'interactions-by1992',
        'shapley-law',
        'interactions-law',
      ],
      'attribution-two': ['shapley-act'],
    })
  })

  it.each(Object.keys(made))('are valid Vega-Lite with data inside: %s', (name) => {
    for (const { id, spec } of drawn(made[name])) {
      expect(validate(spec), id).toBe('')
      const text = JSON.stringify(spec)
      expect(text, id).toContain('"values"')
      expect(text, id).not.toContain('"url"')
      expect(text, id).not.toMatch(/NaN|Infinity|undefined/)
      expect(text.length, id).toBeLessThan(150_000)
    }
  })

  it.each(Object.keys(made))('say in words and in a table what they show: %s', (name) => {
    for (const { id, description, table, title, caption } of drawn(made[name])) {
      expect(description, id).toMatch(/\d/)
      expect([description, title, caption, ...table.rows.flat()].join(' '), id).not.toMatch(
        /NaN|undefined|Infinity|null/,
      )
      expect(table.rows.length, id).toBeGreaterThan(0)
      for (const row of table.rows) expect(row.length, id).toBe(table.head.length)
    }
  })

  it.each(Object.keys(made))('are drawn, the same bytes each time: %s', async (name) => {
    for (const { id, spec, description } of drawn(made[name])) {
      const svg = await renderSvg(spec, description)
      expect(svg, id).not.toMatch(/NaN|undefined/)
      expect(await renderSvg(spec, description), id).toBe(svg)
    }
  })

  it('use no character that the shipped typeface lacks', async () => {
    const { spec } = picture('test-eight', 'forest')
    expect(JSON.stringify(spec)).not.toMatch(/[▸◂▹◃]/)
    expect((await renderPng(await renderSvg(spec))).length).toBeGreaterThan(10_000)
  })

  it('describe with the numbers that were computed', () => {
    expect(picture('test-eight', 'forest').description).toContain(
      'supported: memoranda (−0.9 years (−1.3 to −0.5))',
    )
    expect(picture('test-eight', 'forest').description).toContain('never (cannot be told)')
    expect(picture('test-eight', 'effect-curves').description).toContain(
      'it cannot be told at 1 of 9 values',
    )
    expect(picture('test-eight', 'incidence').description).toMatch(
      /treatment: come in 87\u00a0% \(83 to 92\)/,
    )
    expect(picture('sweep-plane', 'heat-act').description).toMatch(/highest 80\u00a0% at 2 and 8/)
    expect(picture('sensitivity-sobol', 'sobol-act').description).toMatch(
      /^Federal act by 2000, .* Weight of the foreign route: total 0\.\d\d \(/,
    )
    expect(picture('attribution-seven', 'shapley-by1992').description).toContain(
      'A president who is willing to sign 31 percentage points (28 to 34)',
    )
  })

  it('mark hypotheses whose sign is assumed by shape and line', () => {
    const text = JSON.stringify(picture('test-eight', 'forest').spec)
    expect(text).toContain('"strokeDash":[4,3]')
    expect(text).toContain('triangle-up')
  })

  it('survive titles that strangers wrote', async () => {
    for (const name of Object.keys(made)) {
      for (const { id, spec, description } of drawn(poisoned(made[name]))) {
        expect(validate(spec), id).toBe('')
        const svg = await renderSvg(spec, description)
        expect(svg, `${name} ${id}`).not.toContain('<script')
        expect(svg, `${name} ${id}`).not.toContain('<img')
      }
    }
    expect(hostile).toContain('<script')
  })

  it('show the bands of a check', async () => {
    const text = await readFile('results/reference/acid-rain-check/check.json', 'utf8')
    const result = JSON.parse(text) as CheckResult
    const manifest = { ...manifestOf('check'), kind: 'check' as const }
    const pictures = checkPictures({
      folder: '',
      manifest,
      result,
      document: undefined as never,
      runs: undefined as never,
    })
    expect(pictures.map(({ id }) => id)).toEqual(['bands'])
    expect(validate(pictures[0].spec)).toBe('')
  })
})
