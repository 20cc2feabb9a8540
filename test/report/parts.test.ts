import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { niceSteps } from '../../src/report/charts/axes.js'
import { inFrame } from '../../src/report/charts/map/inFrame.js'
import { landscapeOf } from '../../src/report/charts/map/landscape.js'
import { placeLabels } from '../../src/report/charts/map/placeLabels.js'
import { simplify } from '../../src/report/charts/map/simplify.js'
import { spread } from '../../src/report/charts/spread.js'
import { html, inlineJson, inlineScript } from '../../src/report/page/html.js'
import {
  decimal,
  figure,
  listed,
  monthYear,
  percent,
  signed,
} from '../../src/report/reading/words.js'
import { formatSpec } from '../../src/report/render/formatSpec.js'
import { textWidth, wrapText } from '../../src/report/render/textWidth.js'
import { hostile } from './fixture.js'

describe('words', () => {
  it('writes numbers for people', () => {
    expect([figure(23456.7), figure(0.5), figure(1), figure(-0.25), figure(12.34)]).toEqual([
      '23,457',
      '0.5',
      '1',
      '−0.25',
      '12.3',
    ])
    expect([decimal(-0.001, 2), decimal(NaN, 1), decimal(1234567, 0)]).toEqual([
      '0.00',
      '–',
      '1,234,567',
    ])
    expect([signed(0.2, 1), signed(0, 1), signed(-2, 0), percent(0.834)]).toEqual([
      '+0.2',
      '0.0',
      '−2',
      '83\u00a0%',
    ])
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c')
    expect(monthYear(0)).toBe('January 1970')
  })
})

describe('text', () => {
  it('is as wide as the shipped font says', () => {
    // Advance widths of Liberation Sans, which are Arial's: i 0.222, m 0.833 em.
    expect(textWidth('i', 1000)).toBeCloseTo(222, 0)
    expect(textWidth('m', 1000)).toBeCloseTo(833, 0)
    expect(textWidth('Québec', 12, true)).toBeGreaterThan(textWidth('Québec', 12))
  })

  it('is broken into lines that fit', () => {
    for (const line of wrapText('one two three four five six seven', 60, 12))
      expect(textWidth(line, 12)).toBeLessThanOrEqual(60)
  })
})

describe('spread', () => {
  it('moves labels apart, in order, around where they were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 12 }),
        (places) => {
          const moved = spread(places, 14)
          const order = places.map((_, k) => k).sort((a, b) => places[a] - places[b] || a - b)
          for (let k = 1; k < order.length; k++)
            expect(moved[order[k]] - moved[order[k - 1]]).toBeGreaterThanOrEqual(14 - 1e-9)
          const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length
          expect(mean(moved)).toBeCloseTo(mean(places), 6)
        },
      ),
    )
  })
})

describe('maps', () => {
  it('leave out points that lie on the line', () => {
    expect(
      simplify(
        [
          [0, 0],
          [1, 0.1],
          [2, 0],
          [3, 5],
          [4, 0],
        ],
        0.5,
      ),
    ).toEqual([
      [0, 0],
      [2, 0],
      [3, 5],
      [4, 0],
    ])
  })

  it('leave out what is far and light, unless it is needed', () => {
    const near = Array.from({ length: 20 }, (_, k) => ({
      longitude: k,
      latitude: k % 3,
      weight: 1,
      needed: false,
    }))
    const far = { longitude: 150, latitude: 0, weight: 0, needed: false }
    expect(inFrame([...near, far]).at(-1)).toBe(false)
    expect(inFrame([...near, { ...far, needed: true }]).at(-1)).toBe(true)
    expect(inFrame([...near, { ...far, weight: 5 }]).at(-1)).toBe(true)
    expect(inFrame(near)).not.toContain(false)
  })

  it.each([
    [
      'a region',
      [
        [2, 48],
        [5, 45],
        [-1, 44],
      ],
    ],
    [
      'the southern hemisphere',
      [
        [-58, -34],
        [-70, -33],
        [-46, -23],
      ],
    ],
    [
      'across the date line',
      [
        [178, -18],
        [-175, -21],
        [174, -41],
      ],
    ],
    [
      'the whole world',
      [
        [-100, 40],
        [116, 40],
        [150, -33],
        [10, 50],
      ],
    ],
    [
      'the equator',
      [
        [36, -1],
        [32, 0.3],
        [39, -6],
      ],
    ],
  ] as const)('show %s', (_, places) => {
    const points = places.map(([longitude, latitude]) => ({ longitude, latitude }))
    const { width, height, land, project } = landscapeOf(points, 620)
    expect(land.length).toBeGreaterThan(0)
    for (const point of points) {
      const [x, y] = project(point)
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(width)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(height)
    }
    expect(JSON.stringify(land).length).toBeLessThan(120_000)
  })

  it('place names beside their marks, one not on the other', () => {
    const marks = Array.from({ length: 12 }, (_, k) => ({
      x: 100 + 12 * k,
      y: 100,
      radius: 5,
      label: `Name ${k}`,
    }))
    const placed = placeLabels(marks, 11, 400, 200)
    expect(placed.length).toBeGreaterThan(3)
    expect(new Set(placed.map(({ x, y }) => `${x} ${y}`)).size).toBe(placed.length)
  })
})

describe('axes', () => {
  it('end at a round number', () => {
    expect(niceSteps(23519)).toEqual([0, 5000, 10000, 15000, 20000, 25000])
    expect(niceSteps(0.7).at(-1)).toBeGreaterThanOrEqual(0.7)
    expect(niceSteps(0)).toEqual([0, 1])
  })
})

describe('HTML', () => {
  it('escapes what is put in, in text, attributes and scripts', () => {
    const text = html`<p title="${hostile}">${hostile}</p>`.text
    expect(text).not.toContain('<script')
    expect(text).not.toContain('<img')
    expect(text.match(/"/g)).toHaveLength(2)
    const json = inlineJson({ hostile }).text
    expect(json).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(json)).toEqual({ hostile })
    expect(inlineScript('a = "</script><!--"').text).toBe('a = "<\\/script><\\!--"')
  })
})

describe('specifications', () => {
  it('are written as JSON that reads back', () => {
    const value = { a: [1, 2, { b: 'x'.repeat(100), c: [true, null] }], d: { e: hostile } }
    expect(JSON.parse(formatSpec(value))).toEqual(value)
  })
})
