import { describe, expect, it } from 'vitest'
import { methodsParagraph } from '../../../src/report/index.js'
import { manifestOf } from './made/ground.js'
import { made } from './made/index.js'
import { poisoned } from './made/poisoned.js'

const paragraph = (name: string) => methodsParagraph(made[name], manifestOf(made[name].kind))

describe('the methods paragraph', () => {
  it.each(['sweep-plane', 'test-eight', 'sensitivity-sobol', 'attribution-seven'])(
    'of %s is as it was read and approved',
    (name) => {
      expect(
        paragraph(name)
          .split(/(?<=\.) (?=[A-Z])/)
          .join('\n'),
      ).toMatchSnapshot()
    },
  )

  it.each(Object.keys(made))('is one paragraph with nothing left open: %s', (name) => {
    const text = paragraph(name)
    expect(text).not.toMatch(/NaN|undefined|null|\n/)
    expect(text).toContain('paradiplomacy 0.3.0')
    expect(text).toContain('seed “1”')
  })

  it('says only what is true of the result', () => {
    expect(paragraph('test-eight')).not.toContain('p-values')
    expect(paragraph('test-one')).toContain('p-values')
    expect(paragraph('test-one')).not.toContain('censored')
    expect(paragraph('test-eight')).toContain('the cap was met first for 1')
    expect(paragraph('sweep-treatments')).not.toContain('We varied')
    expect(paragraph('sweep-single')).not.toContain('shares its random numbers')
    expect(paragraph('attribution-two')).not.toMatch(/Frye|Grabisch/)
    expect(paragraph('attribution-two')).toContain('200 permutations')
    expect(paragraph('sensitivity-small')).not.toContain('second-order')
    expect(paragraph('sensitivity-morris')).toContain('3 could not be finished')
    const odd = methodsParagraph(
      { ...made['sweep-plane'], runs: 7 } as never,
      manifestOf('sweep', { treatment: 'slow', settings: ['a.b=2'] }),
    )
    expect(odd).not.toContain('× 50 replications')
    expect(odd).toContain('under the treatment “slow”')
    expect(odd).toContain("Settings other than the scenario's: a.b=2")
  })

  it('tells what ended runs early', () => {
    const stopped = { ...made['sweep-plane'], stop: 'policy("US", "acid-rain") >= 0.5' } as never
    expect(methodsParagraph(stopped, manifestOf('sweep'))).toContain(
      'A run ended at the first tick at which policy("US", "acid-rain")',
    )
  })

  it('lets no markup of strangers take effect', () => {
    for (const name of Object.keys(made)) {
      const text = methodsParagraph(poisoned(made[name]), poisoned(manifestOf(made[name].kind)))
      expect(text.replace(/`paradiplomacy \w+ acid-rain --seed 1`/, '')).not.toMatch(
        /(^|[^\\])[<`|]/,
      )
    }
  })
})
