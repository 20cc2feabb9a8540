import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from './run.js'

// Variances of Ishigami's function with a = 7, b = 0.1 (Saltelli et al. 2008, Global sensitivity analysis, 4.2).
const a = 7
const b = 0.1
const { PI } = Math
const v1 = 0.5 * (1 + (b * PI ** 4) / 5) ** 2
const v2 = a ** 2 / 8
const v13 = b ** 2 * PI ** 8 * (1 / 18 - 1 / 50)
const v = v1 + v2 + v13

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ishigami-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe("Sobol' indices of a user's mechanism", () => {
  it('are those of the formula it computes', async () => {
    const found = await run(join(root, 'sobol'), { method: 'sobol', points: 1024, second: true })
    const [{ sobol, second, morris, convergence, mean, variance, noise }] = found.outcomes
    expect(found).toMatchObject({ method: 'sobol', n: 1024, points: 8192, runs: 8192, failed: 0 })
    expect(morris).toBeNull()
    const first = sobol!.map((index) => index.first.estimate)
    const total = sobol!.map((index) => index.total.estimate)
    for (const [k, share] of [v1 / v, v2 / v, 0].entries()) expect(first[k]).toBeCloseTo(share, 1)
    for (const [k, share] of [(v1 + v13) / v, v2 / v, v13 / v].entries())
      expect(total[k]).toBeCloseTo(share, 1)
    expect(Math.abs(first[0]! - v1 / v)).toBeLessThan(0.02)
    expect(Math.abs(total[2]! - v13 / v)).toBeLessThan(0.02)
    const pair = second!.find((one) => one.a === 0 && one.b === 2)!
    expect(Math.abs(pair.index.estimate! - v13 / v)).toBeLessThan(0.03)
    expect(pair.index.lower!).toBeLessThan(v13 / v)
    expect(pair.index.upper!).toBeGreaterThan(v13 / v)
    for (const { first: own } of sobol!) expect(own.lower!).toBeLessThan(own.estimate!)
    expect(Math.abs(mean! - a / 2)).toBeLessThan(0.2)
    expect(Math.abs(variance! / v - 1)).toBeLessThan(0.1)
    // One run a point: chance cannot be told from factors.
    expect(noise).toEqual({ estimate: null, lower: null, upper: null })
    expect(convergence.map(({ n }) => n)).toEqual([16, 32, 64, 128, 256, 512, 1024])
    expect(convergence.at(-1)!.values).toEqual(total)
    const lines = (await readFile(join(root, 'sobol', 'pairs.csv'), 'utf8')).trimEnd().split('\n')
    expect(lines[0]).toBe('outcome,a,b,index,index_lower,index_upper')
    expect(lines.length).toBe(4)
  })

  it('are nulls where nothing varies', async () => {
    const factors = { 'ishigami.idle': {} }
    const found = await run(join(root, 'constant'), { method: 'sobol', points: 16, factors })
    const [{ sobol, variance }] = found.outcomes
    expect(variance).toBe(0)
    const none = { estimate: null, lower: null, upper: null }
    expect(sobol).toEqual([{ first: none, total: none }])
  })
})

describe('elementary effects', () => {
  it('put the numbers in their order, and an idle one at nothing', async () => {
    const factors = {
      'ishigami.x1': {},
      'ishigami.x2': {},
      'ishigami.x3': {},
      'ishigami.idle': {},
    }
    const found = await run(join(root, 'morris'), { points: 40, factors })
    const [{ morris, convergence }] = found.outcomes
    expect(found).toMatchObject({ method: 'morris', n: 40, points: 200, replications: 1 })
    const [x1, x2, x3, idle] = morris!
    for (const effect of [x1, x2, x3]) expect(effect.muStar.lower!).toBeGreaterThan(0)
    // x3 acts through x1 alone: its effects take either sign.
    expect(Math.abs(x3.mu!)).toBeLessThan(x3.muStar.estimate! / 2)
    expect(x3.sigma!).toBeGreaterThan(x3.muStar.estimate! / 2)
    expect(idle).toEqual({ muStar: { estimate: 0, lower: 0, upper: 0 }, mu: 0, sigma: 0 })
    expect(convergence.map(({ n }) => n)).toEqual([4, 8, 16, 32, 40])
    expect(convergence.at(-1)!.values).toEqual(morris!.map((m) => m.muStar.estimate))
  })

  it('take every number of the mechanisms where none is named', async () => {
    const found = await run(join(root, 'all'), { points: 2, factors: undefined })
    expect(found.factors.map(({ id }) => id)).toEqual([
      'ishigami.x1',
      'ishigami.x2',
      'ishigami.x3',
      'ishigami.idle',
      'ishigami.noise',
      'ishigami.common',
      'ishigami.failing',
    ])
  })
})

describe('chance', () => {
  it('is told apart from factors, whether points share it or not', async () => {
    const share = 4 / (4 + v)
    for (const name of ['noise', 'common']) {
      const written = { method: 'sobol', points: 64, replications: 20 } as const
      const found = await run(join(root, name), written, { [name]: 2 })
      const [{ noise }] = found.outcomes
      // Twenty common shifts are twenty draws: their variance is known to a third or so.
      const far = name === 'noise' ? 0.04 : 0.1
      expect(Math.abs(noise.estimate! - share), name).toBeLessThan(far)
      expect(noise.lower!).toBeLessThan(noise.estimate!)
      expect(noise.upper!).toBeGreaterThan(noise.estimate!)
    }
  })

  it('counts runs that failed, and leaves out what has no value', async () => {
    const found = await run(join(root, 'failing'), { points: 10 }, { failing: 0.1 })
    const [{ missing, dropped, morris }] = found.outcomes
    expect(found.failed).toBeGreaterThan(0)
    expect(found.failures[0].message).toBe('bad luck')
    expect(missing).toBe(found.failed)
    expect(dropped).toBe(found.failed)
    expect(morris![0].muStar.estimate).not.toBeNull()
  })
})
