import { expect, it } from 'vitest'
import { drawnParameters } from '../../../src/experiment/hypotheses/drawnParameters.js'
import { openLibrary } from '../../../src/experiment/index.js'
import { settingsOf } from '../../../src/scenario/index.js'
import { library, scenario } from '../sensitivity/run.js'

it('draws no parameter that the file sets in all runs, and refuses one that it names for both', async () => {
  const [document, known] = [scenario(), await openLibrary(library)]
  const of = (draw: 'all' | { readonly [path: string]: object }) =>
    drawnParameters(
      { draw },
      { taken: new Set(['mechanisms.ishigami.x2']), set: ['mechanisms.ishigami.x1'] },
      document,
      known,
      settingsOf(document, known),
      'hypotheses.yaml, x',
    ).map(({ id }) => id)
  expect(of('all')).toContain('ishigami.x3')
  expect(of('all')).not.toContain('ishigami.x1')
  expect(of('all')).not.toContain('ishigami.x2')
  expect(() => of({ 'ishigami.x1': {} })).toThrow(/is both drawn and set for all runs/)
})
