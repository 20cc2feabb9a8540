import { describe, expect, it } from 'vitest'
import { planText } from './run.js'

const file = ({
  causes = '  - { id: a, off: { treatment: no-a } }\n  - { id: b, off: { treatment: no-b } }',
  outcomes = '  - { id: sum, formula: final(total()) }',
  rest = '',
}) => `format: 1\nscenario: switches\ncauses:\n${causes}\noutcomes:\n${outcomes}\n${rest}`

const mistakes: readonly (readonly [string, Parameters<typeof file>[0], RegExp])[] = [
  [
    'an unknown treatment',
    { causes: '  - { id: a, off: { treatment: no-aa } }' },
    /^causes\.yaml:4:\d+: the scenario has no treatment "no-aa"\. .*Did you mean "no-a"\?$/,
  ],
  [
    'an unknown path',
    { causes: '  - { id: a, off: { set: { switches.aa: no } } }' },
    /^causes\.yaml:4:\d+: .*"aa"/,
  ],
  [
    'an unknown mechanism',
    { causes: '  - { id: a, off: { disable: switchs } }' },
    /^causes\.yaml:4:\d+: unknown mechanism "switchs"\. .*Did you mean "switches"\?$/,
  ],
  [
    'an off-state that is none',
    { causes: '  - { id: a, off: { title: nothing } }' },
    /^causes\.yaml:4:\d+: nothing is said of what holds when "a" is off\./,
  ],
  [
    'two off-states of one thing',
    {
      causes:
        '  - { id: a, off: { treatment: no-a } }\n  - { id: z, off: { set: { switches.a: no } } }',
    },
    /^causes\.yaml:5:\d+: the cause "a" and the cause "z" both change mechanisms\.switches\.a\./,
  ],
  [
    'a setting that switches a cause off',
    { rest: 'settings:\n  - { id: other, set: { switches.b: no } }' },
    /^causes\.yaml:5:\d+: "b" is off in the setting "other" as it stands\. Name it under "without:"/,
  ],
  [
    'an off-state that is the default',
    { causes: '  - { id: a, off: { set: { switches.a: yes } } }' },
    /^causes\.yaml:4:\d+: "a" is off in the scenario as it stands\. A cause must be on/,
  ],
  [
    'a setting that touches what a cause does',
    { rest: 'settings:\n  - { id: other, set: { switches.b: yes } }' },
    /^causes\.yaml:5:\d+: the setting "other" and the cause "b" both change mechanisms\.switches\.b/,
  ],
  [
    'an unknown cause before another',
    {
      causes:
        '  - { id: abc, off: { treatment: no-a } }\n  - { id: b, after: [abd], off: { treatment: no-b } }',
    },
    /^causes\.yaml:5:\d+: there is no cause "abd"\. .*Did you mean "abc"\?$/,
  ],
  [
    'an unknown cause left out',
    { rest: 'settings:\n  - { id: other, without: { abc: why not } }' },
    /^causes\.yaml:\d+:\d+: there is no cause "abc"/,
  ],
  [
    'a circle',
    {
      causes:
        '  - { id: a, after: [b], off: { treatment: no-a } }\n  - { id: b, after: [a], off: { treatment: no-b } }',
    },
    /^causes\.yaml:4:\d+: what comes after what goes in a circle: a, b\./,
  ],
  [
    'two causes of one name',
    { causes: '  - { id: a, off: { treatment: no-a } }\n  - { id: a, off: { treatment: no-b } }' },
    /^causes\.yaml:5:\d+: two causes are called "a"/,
  ],
  [
    'a formula',
    { outcomes: '  - { id: sum, formula: final(totall()) }' },
    /causes\.yaml.*Did you mean "total"\?/,
  ],
  [
    'a day for what is no date',
    { outcomes: '  - { id: sum, formula: final(total()), by: 1982-12-31 }' },
    /^causes\.yaml:7:\d+: "sum" is no date\./,
  ],
  [
    'a day beyond the end',
    { outcomes: '  - { id: came, formula: date(first(clock() > 0)), by: 1999-12-31 }' },
    /^causes\.yaml:7:\d+: "1999-12-31" is no day of the scenario\. Expected a day from 1980-01-01 to 1983-12-31\.$/,
  ],
  ['an odd number of orders', { rest: 'permutations: 3' }, /causes\.yaml:\d+:\d+: .*permutations/],
]

describe('a mistake in a file of causes', () => {
  it.each(mistakes)('%s is told with its place', async (_, mistaken, says) => {
    await expect(planText(file(mistaken))).rejects.toThrow(says)
  })

  it('is none where all is well', async () => {
    const { treatments } = await planText(file({}))
    expect(treatments.map(({ id }) => id)).toEqual(['none', 'a', 'b', 'all'])
  })
})
