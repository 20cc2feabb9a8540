import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HypothesisFinding, sha256 } from '../../../src/archive/index.js'
import { InputError, Interrupted } from '../../../src/diagnostics/index.js'
import {
  resumeTest,
  runTest,
  type TestOptions,
  type WrittenHypotheses,
  writtenHypotheses,
} from '../../../src/experiment/index.js'
import { fixtureLibrary, fixtureScenario } from '../run.js'

type Written = WrittenHypotheses['hypotheses'][number]

/** Attention at the end is the sum of twelve steps, each a draw times `wandering.step`. */
const level = { title: 'attention at the end', formula: 'final(attention("rain"))', unit: 'sd' }
const base: Written = {
  id: 'base',
  statement: 'Longer steps lead further.',
  source: 'none',
  tag: 'emergent',
  treatment: { set: { 'wandering.step': 0.6 } },
  outcome: level,
  sign: '+',
  smallest: 0.1,
}

const hypotheses = (...of: Partial<Written>[]): WrittenHypotheses => ({
  format: 1,
  scenario: 'fixture',
  parameters: { draw: 'none' },
  precision: { first: 10, most: 40, replicates: 2 },
  hypotheses: of.map((one, k) => ({ ...base, id: `h${k}`, ...one })),
})

let root: string
let made = 0
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hypotheses-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

async function test(
  data: WrittenHypotheses,
  options: Partial<TestOptions> = {},
  settings: { readonly [name: string]: number } = {},
) {
  const out = join(root, `t${made++}`)
  const text = JSON.stringify(data)
  expect(writtenHypotheses.parse(data)).toEqual(data)
  return runTest(
    fixtureScenario(settings),
    { data, text, file: { name: 'hypotheses.yaml', sha256: sha256(text) } },
    {
      version: '0.1.0',
      command: 'test fixture',
      folder: { out },
      workers: 2,
      library: fixtureLibrary,
      ...options,
    },
  )
}

async function answer(of: Partial<Written>): Promise<HypothesisFinding> {
  const { hypotheses: found } = await test(hypotheses(of))
  return found[0]
}

describe('a hypothesis', () => {
  it('gets its effect from pairs on the same chance', async () => {
    const found = await answer({ precision: { first: 10, most: 10, replicates: 2, halfWidth: 9 } })
    // The same draws times 0.6 instead of 0.5: a fifth more, in every single pair.
    expect(found).toMatchObject({
      pairs: 20,
      missing: 0,
      unmoved: 0,
      favourable: { estimate: 1 },
      verdict: 'supported',
      runs: 40,
    })
    expect(found.effect.estimate).toBeCloseTo(12 * 0.5 * 0.1, 1)
    expect(found.correlation).toBeCloseTo(1, 10)
    expect(found.standardised).toBeGreaterThan(1)
  })

  it('is contradicted by the opposite sign, and by no other number', async () => {
    const [up, down] = [await answer({}), await answer({ sign: '-' })]
    expect([up.verdict, down.verdict]).toEqual(['supported', 'contradicted'])
    expect(down.effect).toEqual({ ...up.effect, ...down.effect })
  })

  it('finds that what has no effect has none', async () => {
    const found = await answer({ treatment: { set: { 'meeting.chance': 0.9 } } })
    expect(found).toMatchObject({
      effect: { estimate: 0, lower: 0, upper: 0 },
      unmoved: 1,
      verdict: 'no effect of interest',
      equivalent: true,
      standardised: null,
    })
    // Without any difference the interval has no width, which is no precision: runs go on to the cap.
    expect(found.stopping.reached).toBe('cap')
    expect(found.sets).toBe(40)
  })

  it('adds parameter sets until the interval is narrow enough, whatever its sign', async () => {
    const [wide, narrow] = [
      await answer({}),
      await answer({
        treatment: { set: { 'wandering.step': 0.9 } },
        precision: { first: 10, most: 40, replicates: 1, halfWidth: 0.001 },
      }),
    ]
    expect(wide.sets).toBe(10)
    expect(narrow).toMatchObject({ sets: 40, stopping: { reached: 'cap', halfWidth: 0.001 } })
    expect(narrow.stopping.rule).toContain('10, 20, 40 parameter sets')
  })

  it('never tells of more runs than it says there are', async () => {
    const told: string[] = []
    const beyond: string[] = []
    const precision = { first: 10, most: 40, replicates: 1, halfWidth: 0.001 }
    // A look takes 20 runs, a chunk has 40.
    await test(hypotheses({ treatment: { set: { 'wandering.step': 0.9 } }, precision }), {
      onProgress: (_, { done, total }) => {
        told.push(`${done} of ${total}`)
        if (done > total) beyond.push(`${done} of ${total}`)
      },
    })
    expect(beyond).toEqual([])
    expect(told).toContain('40 of 40')
    expect(told.at(-1)).toBe('80 of 80')
  })

  it('tells the spread by parameters from the spread by chance', async () => {
    const found = await answer({
      parameters: { draw: { 'wandering.step': { from: 0, to: 1 } } },
      treatment: { disable: 'wandering' },
      sign: '-',
      precision: { first: 40, most: 40, replicates: 4 },
    })
    // What is lost is the sum of the steps: nearly all of it depends on how long they are.
    expect(found.drawn.map(({ id, range }) => [id, range])).toEqual([['wandering.step', [0, 1]]])
    expect(found.spread.parameters).toBeGreaterThan(0.9)
    expect((found.spread.parameters ?? 0) + (found.spread.chance ?? 0)).toBeCloseTo(1, 12)
  })

  it('draws every number parameter unless told otherwise, but not those that it sets', async () => {
    const found = await answer({
      parameters: {
        draw: 'all',
        fix: ['misfortune.failing', 'misfortune.dying', 'misfortune.lasting'],
      },
    })
    expect(found.drawn.map(({ id }) => id)).toEqual([
      'meeting.distance',
      'meeting.size',
      'meeting.disparity',
      'meeting.chance',
    ])
  })

  it('counts what never comes as the end, and shows its course', async () => {
    const never = { title: 'take-off', formula: 'first(attention("rain") > 1000)' }
    const found = await answer({ outcome: never, smallest: 0.5 })
    expect(found).toMatchObject({ missing: 0, effect: { estimate: 0 }, unit: 'years' })
    expect(found.dated?.control).toMatchObject({ incidence: { estimate: 0 } })
    const soon = { title: 'take-off', formula: 'first(attention("rain") > 2)' }
    const moved = await answer({ outcome: soon, sign: '-', smallest: 0.01 })
    expect(moved.verdict).toBe('supported')
    expect(moved.dated?.treatment.incidence.estimate).toBe(1)
    expect(moved.dated?.treatment.curve.share.at(-1)).toBe(1)
  })

  it('shows its effect as a curve, on the same chance at every point', async () => {
    const found = await answer({
      over: { 'meeting.chance': { values: [0, 0.5, 1] } },
      treatment: { set: { 'wandering.step': 0.6 } },
    })
    expect(found.curve?.points.map(({ value }) => value)).toEqual([0, 0.5, 1])
    const effects = found.curve?.points.map(({ effect }) => effect.estimate)
    // Meetings leave attention alone.
    expect(new Set(effects).size).toBe(1)
    expect(found.pairs).toBe(3 * found.sets * found.replicates)
  })

  it('leaves out pairs of which a run failed, and says so', async () => {
    const { hypotheses: found } = await test(
      hypotheses({ precision: { first: 30, most: 30, replicates: 1 } }),
      {},
      { failing: 0.3 },
    )
    expect(found[0].missing).toBeGreaterThan(0)
    expect(found[0].pairs + found[0].missing).toBe(30)
    // Both runs of a pair fail on the same chance.
    expect(found[0].failed).toBe(2 * found[0].missing)
    expect(found[0].verdict).toBe('supported')
  })

  it('tells p-values on request alone, and holds verdicts against what is expected', async () => {
    const file = hypotheses({}, { expect: 'contradicted' })
    const plain = await test(file)
    expect(plain.hypotheses.map(({ p, holm, expected }) => [p, holm, expected])).toEqual([
      [null, null, null],
      [null, null, null],
    ])
    const asked = await test(file, { pValues: true, expect: true })
    for (const { p, holm } of asked.hypotheses) {
      expect(p).toBeLessThan(0.01)
      expect(holm).toBeGreaterThanOrEqual(p ?? 1)
    }
    expect(asked.hypotheses.map(({ expected }) => expected)).toEqual([
      { verdict: 'supported', met: true },
      { verdict: 'contradicted', met: false },
    ])
  })
})

describe('a test', () => {
  const file = hypotheses(
    {},
    {
      parameters: {
        draw: 'all',
        fix: ['misfortune.failing', 'misfortune.dying', 'misfortune.lasting'],
      },
    },
  )
  const names = [
    'test.json',
    'effects.csv',
    'runs-h0.csv',
    'runs-h1.csv',
    'datapackage.json',
    'manifest.json',
  ]
  const contents = (folder: string) =>
    Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))

  it('gives the same bytes on any number of workers, interrupted or not', async () => {
    const straight = await test(file, { workers: 2 })
    const single = await test(file, { workers: 1 })
    expect(await contents(single.folder)).toEqual(await contents(straight.folder))

    const out = join(root, 'interrupted')
    const controller = new AbortController()
    await expect(
      test(
        file,
        {
          folder: { out },
          signal: controller.signal,
          onProgress: (id, { done }) => {
            if (id === 'h1' && done === 9) controller.abort()
          },
        },
        {},
      ),
    ).rejects.toBeInstanceOf(Interrupted)
    expect(await readdir(out)).not.toContain('test.json')
    await resumeTest(out, { version: '0.1.0', library: fixtureLibrary })
    expect(await contents(out)).toEqual(await contents(straight.folder))
    await writeFile(join(out, 'hypotheses.yaml'), '{}')
    await expect(resumeTest(out, { version: '0.1.0', library: fixtureLibrary })).rejects.toThrow(
      InputError,
    )
  }, 60_000)

  it('refuses what cannot be run before anything is written', async () => {
    const refused = (of: Partial<Written>) =>
      test(hypotheses(of)).catch((error: Error) => error.message)
    expect(await refused({ treatment: {} })).toContain('treatment and control are the same')
    expect(await refused({ treatment: { treatment: 'none-such' } })).toContain('none-such')
    expect(await refused({ treatment: { set: { 'wandering.stp': 1 } } })).toContain('"step"')
    expect(
      await refused({ outcome: { title: 't', formula: 'final(atention("rain"))' } }),
    ).toContain('attention')
    expect(await refused({ over: { 'meeting.chance': {} } })).toContain('needs points')
    expect(await refused({ over: { 'wandering.step': { values: [0, 1] } } })).toContain('sets')
    expect(await refused({ parameters: { fix: ['meeting.chanc'] } })).toContain('"meeting.chance"')
    expect((await readdir(root)).filter((name) => name.includes('partial'))).toEqual([])
  })
})
