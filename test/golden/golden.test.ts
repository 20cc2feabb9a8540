import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { acidRainModel } from '../mechanisms/acidRain.js'
import { differenceOf, type Golden, goldenOf } from './golden.js'

const file = new URL('./acidRain.json', import.meta.url)
const seeds = ['0', '1', '2']
const model = await acidRainModel()

if (process.env.UPDATE_GOLDEN) {
  const worlds = Object.fromEntries(seeds.map((seed) => [seed, goldenOf(model, seed)]))
  writeFileSync(file, `${JSON.stringify(worlds, null, 2)}\n`)
}
const kept = JSON.parse(readFileSync(file, 'utf8')) as { readonly [seed: string]: Golden }

describe('the golden worlds of acid rain', () => {
  for (const seed of seeds) {
    it(`seed "${seed}" is as it was`, () => {
      const difference = differenceOf(seed, kept[seed], goldenOf(model, seed))
      if (difference !== undefined) expect.fail(difference)
    })
  }

  it('says in words what has changed', () => {
    const { events, outcomes } = kept['0']
    const moved: Golden = {
      digest: 'another',
      outcomes: { ...outcomes, 'law of US': '1999-01-01' },
      events: [...events.slice(0, 5), '1981-01-01 signed somebody', ...events.slice(5)],
    }
    expect(differenceOf('0', kept['0'], kept['0'])).toBeUndefined()
    const words = differenceOf('0', kept['0'], moved) ?? ''
    expect(words).toContain('The first event that differs is number 6:')
    expect(words).toContain(`    − ${events[5]}\n`)
    expect(words).toContain('    + 1981-01-01 signed somebody\n')
    expect(words).toContain('law of US: ')
    expect(words).toContain('UPDATE_GOLDEN=1')
    expect(differenceOf('0', kept['0'], { ...kept['0'], digest: 'x' })).toContain('only numbers')
  })
})
