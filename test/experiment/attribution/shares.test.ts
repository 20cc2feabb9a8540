import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AttributionOutcome, AttributionResult } from '../../../src/archive/index.js'
import { run, three } from './run.js'

let root: string
let found: AttributionResult
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'attribution-'))
  found = await run(join(root, 'three'), {}, { noise: 5 })
})
afterAll(() => rm(root, { recursive: true, force: true }))

const outcome = (id: string, result = found): AttributionOutcome =>
  result.settings[0].outcomes.find((one) => one.outcome.id === id)!

const estimates = (of: AttributionOutcome, key: 'shapley' | 'firstIn' | 'lastOut' | 'asymmetric') =>
  of.shares.map((share) => share[key]?.estimate ?? null)

const near = (numbers: readonly (number | null)[], wanted: readonly number[]) => {
  expect(numbers.length).toBe(wanted.length)
  for (const [k, number] of wanted.entries()) expect(numbers[k]).toBeCloseTo(number, 10)
}

describe('attribution', () => {
  it('runs every subset on the same chance', async () => {
    expect(found).toMatchObject({ runs: 80, failed: 0, subsets: 8, permutations: null })
    expect(found.causes).toEqual([
      { id: 'a', title: 'Cause A', off: 'No a', after: [] },
      { id: 'b', title: 'b', off: 'No b', after: [] },
      { id: 'c', title: 'c', off: 'c is switched off', after: [] },
    ])
    const csv = (await readFile(join(root, 'three', 'runs.csv'), 'utf8')).split('\n')
    expect(csv[0]).toBe(
      'run,treatment,setting,on_a,on_b,on_c,replicate,status,message,sum,both,either,came',
    )
    expect(csv[1]).toMatch(/^0,none,as-it-is,false,false,false,0,done/)
    expect(csv[80]).toMatch(/^79,all,as-it-is,true,true,true,9,done/)
  })

  it('gives what is added to who adds it, exact whatever the chance', () => {
    const sum = outcome('sum')
    near(estimates(sum, 'shapley'), [3, 2, 1])
    near(estimates(sum, 'firstIn'), [3, 2, 1])
    near(estimates(sum, 'lastOut'), [3, 2, 1])
    near(
      sum.interactions.map(({ index }) => index.estimate),
      [0, 0, 0],
    )
    expect(sum.unit).toBe('kt')
    for (const { shapley, necessity, sufficiency, asymmetric } of sum.shares) {
      // Common chance leaves no doubt about a difference that is the same in all replicates.
      expect(shapley.upper! - shapley.lower!).toBeCloseTo(0, 10)
      expect([necessity, sufficiency, asymmetric]).toEqual([null, null, null])
    }
    expect(sum.all.upper! - sum.all.lower!).toBeGreaterThan(0.5)
  })

  it('halves what takes two, and says that they need each other', () => {
    const both = outcome('both')
    near(estimates(both, 'shapley'), [0.5, 0.5, 0])
    near(estimates(both, 'firstIn'), [0, 0, 0])
    near(estimates(both, 'lastOut'), [1, 1, 0])
    near(
      both.interactions.map(({ index }) => index.estimate),
      [1, 0, 0],
    )
    expect(both.shares.map(({ necessity }) => necessity!.estimate)).toEqual([1, 1, 0])
    expect(both.shares.map(({ sufficiency }) => sufficiency!.estimate)).toEqual([0, 0, 0])
    // Wilson's interval for ten of ten.
    expect(both.shares[0].necessity!.lower!).toBeCloseTo(0.7225, 3)
    expect(both.all).toMatchObject({ estimate: 1, upper: 1 })
    expect(both.none).toMatchObject({ estimate: 0, lower: 0 })
  })

  it('halves what takes one of two, and says that they replace each other', () => {
    const either = outcome('either')
    near(estimates(either, 'shapley'), [0.5, 0.5, 0])
    near(estimates(either, 'firstIn'), [1, 1, 0])
    near(estimates(either, 'lastOut'), [0, 0, 0])
    near(
      either.interactions.map(({ index }) => index.estimate),
      [-1, 0, 0],
    )
    expect(either.shares.map(({ necessity }) => necessity!.estimate)).toEqual([0, 0, 0])
    expect(either.shares.map(({ sufficiency }) => sufficiency!.estimate)).toEqual([1, 1, 0])
  })

  it('tells a date in years, never as the horizon, and whether it had come by a day', () => {
    const came = outcome('came')
    expect(came.outcome.type).toBe('date')
    expect(came.unit).toBe('years')
    expect(came.horizon).toBeCloseTo(1983 + 364 / 365, 10)
    const late = came.horizon! - 1982
    // v(c) = 1982, v(ac) = 1981, all others the horizon: c alone brings it forward by `late`, with a by one more.
    near(estimates(came, 'shapley'), [-0.5, 0, -late - 0.5])
    near(estimates(came, 'firstIn'), [0, 0, -late])
    near(estimates(came, 'lastOut'), [-1, 0, -late - 1])
    near(
      came.interactions.map(({ index }) => index.estimate),
      [0, -1, 0],
    )
    expect(came.all.estimate).toBe(1981)

    const by = outcome('came-by')
    expect(by.outcome).toMatchObject({ type: 'boolean', title: 'came, by 1981-06-30', unit: '1' })
    near(estimates(by, 'shapley'), [0.5, 0, 0.5])
    expect(by.shares.map(({ necessity }) => necessity!.estimate)).toEqual([1, 0, 1])
  })

  it('shares out all that there is', () => {
    for (const { all, none, shares, outcome: asked } of found.settings[0].outcomes) {
      const total = shares.reduce((sum, { shapley }) => sum + shapley.estimate!, 0)
      expect(total, asked.id).toBeCloseTo(all.estimate! - none.estimate!, 10)
    }
  })

  it('gives the credit for what works through another to what comes first', async () => {
    const [a, b, c] = three.causes
    const causes = [a, { ...b, after: ['a'] }, c]
    const ordered = await run(join(root, 'ordered'), { causes, replications: 2 })
    near(estimates(outcome('both', ordered), 'asymmetric'), [0, 1, 0])
    near(estimates(outcome('either', ordered), 'asymmetric'), [1, 0, 0])
    near(estimates(outcome('either', ordered), 'shapley'), [0.5, 0.5, 0])
  })

  it('leaves a replicate out where a run of it failed, and counts it', async () => {
    const failing = await run(
      join(root, 'failing'),
      { replications: 20 },
      { failing: 0.3, noise: 1 },
    )
    const { leftOut, shares } = outcome('sum', failing)
    expect(leftOut).toBeGreaterThan(0)
    expect(leftOut).toBeLessThan(20)
    // A replicate fails in all four subsets without a, or in none.
    expect(failing.failed).toBe(4 * leftOut)
    expect(shares[0].shapley.estimate).toBeCloseTo(3, 10)
  })

  it('gives no bounds from one replicate', async () => {
    const single = await run(join(root, 'single'), { replications: 1 })
    expect(outcome('sum', single).shares[0].shapley).toEqual({
      estimate: 3,
      lower: null,
      upper: null,
    })
  })
})

describe('settings of the world', () => {
  it('each have subsets of their own, without causes that mean nothing there', async () => {
    const settings = [
      { id: 'usual', title: 'As usual' },
      { id: 'other', set: { 'switches.d': false }, without: { b: 'there is no b here' } },
    ]
    const result = await run(join(root, 'settings'), { settings, replications: 2 })
    expect(result.runs).toBe((8 + 4) * 2)
    const [usual, other] = result.settings
    expect(usual.outcomes[0].all.estimate! - other.outcomes[0].all.estimate!).toBeCloseTo(1, 10)
    expect(usual.without).toEqual([])
    expect(other.without).toEqual([{ cause: 'b', why: 'there is no b here' }])
    expect(other.outcomes[0].shares.map(({ cause }) => cause)).toEqual(['a', 'c'])
    near(estimates(other.outcomes[0], 'shapley'), [3, 1])
    // Where b cannot be off, a alone makes both.
    const both = other.outcomes.find((one) => one.outcome.id === 'both')!
    near(estimates(both, 'shapley'), [1, 0])
  })
})

describe('sampled orders', () => {
  const ten = [...'abcdefghij'].map((id) => ({ id, off: { set: { [`switches.${id}`]: false } } }))

  it('stand in for the subsets of many causes', async () => {
    const result = await run(join(root, 'ten'), { causes: ten, permutations: 8, replications: 2 })
    expect(result.permutations).toBe(8)
    expect(result.subsets).toBeLessThanOrEqual(2 + 8 * 9 + 20)
    const sum = outcome('sum', result)
    near(estimates(sum, 'shapley'), [3, 2, 1, 1, 1, 1, 1, 1, 1, 1])
    near(estimates(sum, 'firstIn'), [3, 2, 1, 1, 1, 1, 1, 1, 1, 1])
    expect(sum.interactions).toEqual([])
    // Each order comes with its reverse, so that a comes before b in half of them.
    near(estimates(outcome('both', result), 'shapley').slice(0, 2), [0.5, 0.5])
    for (const { all, none, shares } of result.settings[0].outcomes) {
      const total = shares.reduce((sumOf, { shapley }) => sumOf + shapley.estimate!, 0)
      expect(total).toBeCloseTo(all.estimate! - none.estimate!, 10)
    }
  })

  it('respect what comes after what', async () => {
    const causes = ten.map((cause) => (cause.id === 'b' ? { ...cause, after: ['a'] } : cause))
    const result = await run(join(root, 'sampled'), { causes, permutations: 4, replications: 2 })
    near(estimates(outcome('both', result), 'asymmetric').slice(0, 2), [0, 1])
  })
})
