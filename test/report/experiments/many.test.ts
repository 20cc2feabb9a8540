import { describe, expect, it } from 'vitest'
import type { SensitivityResult, SweepResult } from '../../../src/archive/index.js'
import { experimentPictures } from '../../../src/report/charts/experiments/index.js'
import { methodsParagraph, sensitivityText } from '../../../src/report/index.js'
import { estimate, manifestOf, number } from './made/ground.js'
import { morris, sobol } from './made/sensitivities.js'
import { hypercube } from './made/sweeps.js'

const count = 79
const factors = Array.from({ length: count }, (_, k) =>
  number(`mechanism${k % 9}.p${k}`, `Parameter ${k}`, [0, 1]),
)

describe('with very many factors', () => {
  const one = estimate(0.5, 0.1)
  const many: SensitivityResult = {
    ...morris,
    factors,
    outcomes: [
      {
        ...morris.outcomes[0],
        morris: factors.map((_, k) => ({ muStar: estimate(k / 10, 0.01), mu: 0, sigma: 0.1 })),
        convergence: [],
      },
      {
        ...sobol.outcomes[0],
        sobol: factors.map(() => ({ first: one, total: one })),
        second: null,
        convergence: [],
      },
    ],
  }
  const swept: SweepResult = {
    ...hypercube,
    factors,
    cases: hypercube.cases.map((c) => ({
      ...c,
      settings: factors.map((_, k) => (c.point + k) % 7),
    })),
  }

  it('charts draw those that matter most, tables have all', () => {
    for (const result of [many, swept]) {
      for (const { id, table, spec } of experimentPictures(result, manifestOf(result.kind))) {
        if (id.startsWith('incidence')) continue
        expect(table.rows.length, id).toBeGreaterThanOrEqual(count)
        expect(JSON.stringify(spec).length, id).toBeLessThan(150_000)
      }
    }
  })

  it('paragraph and text stay short', () => {
    expect(methodsParagraph(many, manifestOf('sensitivity')).length).toBeLessThan(2500)
    expect(methodsParagraph(many, manifestOf('sensitivity'))).toContain('those of mechanism0, ')
    expect(sensitivityText(many)).toContain('and 54 smaller ones')
  })
})
