import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckResult, ExperimentResult } from '../../../src/archive/index.js'
import { accountOfCheck } from '../../../src/report/experiments/accountOfExperiment.js'
import { writeExperimentReport } from '../../../src/report/index.js'
import { experimentPage } from '../../../src/report/page/experiment/experimentPage.js'
import { hostile } from '../fixture.js'
import { manifestOf } from './made/ground.js'
import { made } from './made/index.js'
import { poisoned } from './made/poisoned.js'

const executablePath = '/usr/bin/chromium'
const installed = existsSync(executablePath)
const shown = ['sweep-plane', 'test-eight', 'sensitivity-sobol', 'attribution-seven']
let root: string

async function folderOf(name: string, result: ExperimentResult): Promise<string> {
  const folder = join(root, name)
  await mkdir(folder, { recursive: true })
  const manifest = manifestOf(result.kind, result.kind === 'test' ? { question: result.file } : {})
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(folder, `${result.kind}.json`), JSON.stringify(result))
  return folder
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'experiments-'))
  for (const name of shown) await writeExperimentReport(await folderOf(name, made[name]))
})

afterAll(async () => {
  await rm(root, { recursive: true, force: true })
})

describe('the report of an experiment', () => {
  it.each(shown)('leaves charts in three forms, a page and a paragraph: %s', async (name) => {
    const folder = join(root, name)
    const files = await readdir(join(folder, 'charts'))
    for (const ending of ['.vl.json', '.svg', '.png'])
      expect(files.filter((file) => file.endsWith(ending))).toHaveLength(files.length / 3)
    const text = (await readFile(join(folder, 'report.html'), 'utf8')).replace(/base64,[^"]*/g, '')
    expect(text).not.toMatch(/\b(NaN|undefined|Infinity)\b/)
    expect(text).not.toMatch(/<script|(src|href)="(?!data:|#|charts\/|manifest\.json|methods\.md)/)
    expect(text.length).toBeLessThan(400_000)
    for (const id of ['answer', 'charts', 'numbers', 'design', 'methods', 'repeat', 'identity'])
      expect(text.match(new RegExp(` id="${id}"`, 'g')), id).toHaveLength(1)
    expect((await readFile(join(folder, 'methods.md'), 'utf8')).trim().split('\n')).toHaveLength(1)
  })

  it('tells failures, provenance and the hash of the hypotheses', async () => {
    const text = await readFile(join(root, 'test-eight', 'report.html'), 'utf8')
    expect(text).toContain('diffusion: share 1.02 leaves its range')
    expect(text).toContain('0f1e'.repeat(16))
    expect(text).toContain('paradiplomacy test acid-rain --seed 1')
  })

  it('can be drawn again to the same bytes, and forgets charts that are no more', async () => {
    const folder = join(root, 'test-eight')
    const before = await readFile(join(folder, 'report.html'))
    await writeFile(join(folder, 'charts', 'old.svg'), '')
    await writeExperimentReport(folder)
    expect((await readFile(join(folder, 'report.html'))).equals(before)).toBe(true)
    expect(await readdir(join(folder, 'charts'))).not.toContain('old.svg')
  })

  it('escapes what strangers wrote', async () => {
    for (const name of ['test-one', 'sweep-switches', 'sensitivity-small', 'attribution-two']) {
      const folder = await folderOf(`hostile-${name}`, poisoned(made[name]))
      await writeExperimentReport(folder)
      const text = await readFile(join(folder, 'report.html'), 'utf8')
      expect(text).not.toContain('<img src=x')
      expect(text).not.toContain(hostile)
      expect(text).not.toContain('<script')
    }
  })

  it('refuses folders that hold no experiment, or one that is not finished', async () => {
    const folder = join(root, 'unfinished')
    await mkdir(folder)
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifestOf('sweep')))
    await expect(writeExperimentReport(folder)).rejects.toThrow('not finished')
    await writeFile(join(folder, 'sweep.json'), '{"kind":"sweep"}')
    await expect(writeExperimentReport(folder)).rejects.toThrow('not what such an experiment')
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifestOf('run')))
    await expect(writeExperimentReport(folder)).rejects.toThrow('not an experiment')
  })

  it('is there for a check too', async () => {
    const text = await readFile('results/reference/acid-rain-check/check.json', 'utf8')
    const account = accountOfCheck({
      folder: '',
      manifest: { ...manifestOf('check'), kind: 'check' },
      result: JSON.parse(text) as CheckResult,
      document: undefined as never,
      runs: undefined as never,
    })
    const page = experimentPage(account, [])
    expect(page).toMatch(/\d+ of \d+ patterns are within their bands|All \d+ patterns/)
    expect(page).not.toMatch(/\b(NaN|undefined|Infinity)\b/)
    expect(account.methods.join(' ')).toContain('held out to test the model')
  })
})

describe.skipIf(!installed)('the page of an experiment in a browser', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run'],
    })
  })

  afterAll(async () => {
    await browser?.close()
  })

  it.each(['light', 'dark'] as const)(
    'is accessible and fetches nothing, in %s',
    async (scheme) => {
      for (const name of shown) {
        const page = await browser.newPage({
          colorScheme: scheme,
          viewport: { width: 1000, height: 900 },
        })
        const requests: string[] = []
        page.on('request', (request) => {
          if (!request.url().startsWith('data:')) requests.push(request.url())
        })
        const url = `file://${join(root, name, 'report.html')}`
        await page.goto(url)
        for (const summary of await page.$$('summary')) await summary.click()
        // The page's own policy lets no script run; axe is brought in past it.
        const axe = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8')
        await page.evaluate(axe)
        const found = await page.evaluate(
          `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' … ')))`,
        )
        expect(found, name).toEqual([])
        expect(requests).toEqual([url])
        await page.close()
      }
    },
  )
})
