import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { home, myValley, paradiplomacy, readJson, temporary } from './command.js'

const file = (more = '') => `format: 1
scenario: ./mine
parameters: { draw: { salience.rate: {} } }
precision: { first: 80, most: 80, replicates: 1 }
hypotheses:
  - id: banned
    statement: Where no memoranda may be signed, fewer are.
    source: by definition
    tag: emergent
    treatment: { treatment: no-memoranda }
    outcome: { title: memoranda, formula: final(concluded("memorandum")), unit: memoranda }
    sign: "-"
    smallest: 0.05
${more}`

describe('test', () => {
  test('answers in words, leaves the runs, and ends in 0 whatever the answer', async () => {
    const cwd = await temporary()
    await myValley(cwd)
    await writeFile(join(cwd, 'h.yaml'), file())
    const typed = ['test', 'h.yaml', '--out', 'answered']
    const { code, stdout } = await paradiplomacy(typed, { cwd })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^SUPPORTED {3}Where no memoranda may be signed, fewer are\.$/m)
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
    const page = await readFile(join(cwd, 'answered/report.html'), 'utf8')
    expect(page).toContain('Where no memoranda may be signed, fewer are.')
    expect(await readFile(join(cwd, 'answered/methods.md'), 'utf8')).toContain('salience.rate')
    const result = await readJson<{ hypotheses: { pairs: number; runs: number }[] }>(
      cwd,
      'answered/test.json',
    )
    const { pairs, runs } = result.hypotheses[0]
    expect(runs).toBe(2 * pairs)
    const rows = (await readFile(join(cwd, 'answered/runs-banned.csv'), 'utf8')).trimEnd()
    expect(rows.split('\n')).toHaveLength(runs + 1)

    const again = ['run', '--from', 'answered/runs/banned', '--run', '3', '--out', 'one']
    expect(await paradiplomacy([...again, '--no-report'], { cwd })).toMatchObject({ code: 0 })
    const { treatment } = await readJson<{ treatment: string }>(cwd, 'one/manifest.json')
    expect(treatment).toBe('no-memoranda')
  })

  test('ends in 3 with --expect and a miss, and says which', async () => {
    const cwd = await temporary()
    await myValley(cwd)
    await writeFile(join(cwd, 'h.yaml'), file('    expect: contradicted\n'))
    const typed = ['test', 'h.yaml', '--no-report']
    const missed = await paradiplomacy([...typed, '--expect', '--out', 'missed'], { cwd })
    expect(missed.code).toBe(3)
    expect(missed.stdout).toContain('Expected: contradicted; NOT so.')
    expect(await paradiplomacy([...typed, '--out', 'plain'], { cwd })).toMatchObject({ code: 0 })
  })

  test('is told its mistakes by their line', async () => {
    const cwd = await temporary()
    await myValley(cwd)
    await writeFile(join(cwd, 'h.yaml'), file().replace('sign: "-"', 'sgn: "-"'))
    const { code, stderr } = await paradiplomacy(['test', 'h.yaml'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^h\.yaml:12:\d+: unknown key "sgn".*Did you mean "sign"\?/m)
  })
})

describe('the studies that are committed', () => {
  test.each(['acid-rain-test', 'acid-rain-attribution', 'acid-rain-sensitivity'])(
    '%s answers the question as it stands',
    async (name) => {
      const { sha256 } = await import('../../src/archive/index.js')
      const folder = join(home, 'results/reference/studies', name)
      const { question } = await readJson<{ question: { name: string; sha256: string } }>(
        folder,
        'manifest.json',
      )
      const asked = await readFile(join(home, 'scenarios/acid-rain', question.name))
      expect(question.sha256).toBe(sha256(asked))
    },
  )
})
