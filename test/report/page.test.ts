import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeReport } from '../../src/report/index.js'
import { documentOf, hostile, poison, runInto, scenario } from './fixture.js'

const executablePath = '/usr/bin/chromium'
const installed = existsSync(executablePath)
if (!installed && process.env.REQUIRE_CHROMIUM)
  throw new Error(`REQUIRE_CHROMIUM is set, but there is no ${executablePath}`)
if (!installed) console.warn(`No ${executablePath}: the page is not tested in a browser.`)

let root: string
let folder: string
let hostileFolder: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'report-'))
  folder = await runInto(root, await documentOf(), { seed: '1990' })
  await writeReport(folder)
  hostileFolder = await runInto(root, await documentOf(poison), { seed: '1990', name: 'hostile' })
  await writeReport(hostileFolder)
})

afterAll(async () => {
  await rm(root, { recursive: true, force: true })
})

describe('the report', () => {
  it('leaves every chart in three forms, and one page', async () => {
    const files = await readdir(join(folder, 'charts'))
    for (const ending of ['.vl.json', '.svg', '.png'])
      for (const chart of ['gates', 'map', 'typologies', 'measures'])
        expect(files).toContain(`${chart}${ending}`)
    const text = await readFile(join(folder, 'report.html'), 'utf8')
    expect(text.length).toBeLessThan(2_000_000)
    expect(text).toContain('One history proves no cause')
    expect(text).toContain(`paradiplomacy run ${scenario} --seed 1990`)
    expect(text).toContain('<a href="#class">In class</a>')
    expect(text).toContain('<h2 id="class">In class</h2>')
    expect(withoutScripts(text)).not.toMatch(/\b(NaN|undefined|Infinity)\b/)
  })

  it('can be drawn again into the same folder, to the same bytes', async () => {
    const before = await readFile(join(folder, 'report.html'))
    await writeReport(folder)
    expect((await readFile(join(folder, 'report.html'))).equals(before)).toBe(true)
    expect((await readdir(folder)).filter((file) => file.includes('partial'))).toEqual([])
  })

  it('escapes what strangers wrote', async () => {
    const text = withoutScripts(await readFile(join(hostileFolder, 'report.html'), 'utf8'))
    expect(text).not.toContain('<img src=x')
    expect(text).not.toContain(hostile)
  })
})

describe.skipIf(!installed)('the page in a browser', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
      ],
    })
  })

  afterAll(async () => {
    await browser?.close()
  })

  async function open(path: string, scheme: 'light' | 'dark' = 'light') {
    const page = await browser.newPage({
      colorScheme: scheme,
      viewport: { width: 1000, height: 900 },
    })
    const troubles: string[] = []
    const requests: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) troubles.push(message.text())
    })
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) requests.push(request.url())
    })
    const url = `file://${join(path, 'report.html')}`
    await page.goto(url)
    await page.waitForSelector('[data-map][data-ready]')
    return { page, troubles, requests, url }
  }

  it('opens without an error, and fetches nothing', async () => {
    const { page, troubles, requests, url } = await open(folder)
    expect(troubles).toEqual([])
    expect(requests).toEqual([url])
    const broken = await page.$$eval(
      'img',
      (images) =>
        (images as unknown as { complete: boolean; naturalWidth: number }[]).filter(
          (image) => !image.complete || image.naturalWidth === 0,
        ).length,
    )
    expect(broken).toBe(0)
    await page.close()
  })

  it.each(['light', 'dark'] as const)('is accessible, in %s', async (scheme) => {
    const { page } = await open(folder, scheme)
    for (const summary of await page.$$('summary')) await summary.click()
    expect(await violations(page)).toEqual([])
    await page.close()
  })

  it('moves the map with the slider, by keyboard', async () => {
    const { page } = await open(folder)
    const drawing = () =>
      page.$eval(
        '[data-map] .chart svg',
        (svg) => (svg as unknown as { innerHTML: string }).innerHTML,
      )
    const slider = page.locator('[data-map] input[type=range]')
    await slider.focus()
    await page.keyboard.press('Home')
    const output = page.locator('[data-map] output')
    const first = await output.textContent()
    await page.waitForFunction(
      (year) =>
        (
          globalThis as unknown as { document: { querySelector(s: string): { innerHTML: string } } }
        ).document
          .querySelector('[data-map] .chart svg')
          .innerHTML.includes(`>${year}<`),
      first,
    )
    const before = await drawing()
    await page.keyboard.press('End')
    const last = await output.textContent()
    expect(last).not.toBe(first)
    await page.waitForFunction(
      (year) =>
        (
          globalThis as unknown as { document: { querySelector(s: string): { innerHTML: string } } }
        ).document
          .querySelector('[data-map] .chart svg')
          .innerHTML.includes(`>${year}<`),
      last,
    )
    expect(await drawing()).not.toBe(before)
    expect(await slider.getAttribute('aria-valuetext')).toBe(last)
    await page.close()
  })

  it('runs nothing of what strangers wrote', async () => {
    const { page, troubles } = await open(hostileFolder)
    expect(await page.evaluate('window.harmed')).toBeUndefined()
    expect(troubles).toEqual([])
    expect(await page.title()).toContain('</script>')
    await page.close()
  })

  it('prints on A4 with nothing cut at the side', async () => {
    const { page } = await open(folder)
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 672, height: 1000 })
    const wide = await page.evaluate('document.documentElement.scrollWidth')
    expect(wide).toBeLessThanOrEqual(680)
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(50_000)
    await page.close()
  })
})

async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core') })
  return page.evaluate(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' … ')))`,
  )
}

function withoutScripts(text: string): string {
  return text.replace(/<script[\s\S]*?<\/script>/g, '').replace(/base64,[^"]*/g, '')
}
