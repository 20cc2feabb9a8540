import type { Spec as VegaSpec } from 'vega'
import type { Spec } from './spec.js'
import { textWidth } from './textWidth.js'
import { config } from './theme.js'

/** Vega and Vega-Lite take a good part of a second to load: only when a chart is drawn. */
async function load() {
  const [vega, lite] = await Promise.all([import('vega'), import('vega-lite')])
  measureWithFont(vega)
  return { vega, lite }
}

interface MeasuredItem {
  readonly fontSize?: number
  readonly fontWeight?: string | number
  readonly limit?: number
}

/** Lets Vega lay text out by the widths of the shipped font, as it does with a canvas. */
function measureWithFont(vega: object): void {
  const { textMetrics } = vega as {
    textMetrics: { width: (item: MeasuredItem, text: unknown) => number }
  }
  textMetrics.width = (item, text) => {
    const { fontSize = 11, fontWeight = 'normal', limit = 0 } = item
    const bold = fontWeight === 'bold' || Number(fontWeight) >= 600
    const width = textWidth(String(text ?? '').trim(), fontSize, bold)
    return limit > 0 ? Math.min(width, limit) : width
  }
}

/** Compiles a specification to Vega, in the charts' common look. */
export async function compileSpec(spec: Spec): Promise<VegaSpec> {
  const { lite } = await load()
  const quiet = { level: () => quiet, warn: () => quiet, info: () => quiet, debug: () => quiet }
  const logger = { ...quiet, error: (...message: unknown[]) => fail(message) }
  const options = { config, logger }
  return lite.compile(
    spec as unknown as Parameters<typeof lite.compile>[0],
    options as unknown as Parameters<typeof lite.compile>[1],
  ).spec
}

function fail(message: readonly unknown[]): never {
  throw new Error(`Vega-Lite: ${message.map(String).join(' ')}`)
}

/**
 * Draws a specification. The same one gives the same bytes, whatever was drawn before.
 *
 * @param description put into the file for those who cannot see it
 */
export async function renderSvg(spec: Spec, description = ''): Promise<string> {
  const compiled = await compileSpec(spec)
  const { vega } = await load()
  vega.resetSVGDefIds()
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logLevel: vega.Error })
  const svg = await view.toSVG()
  view.finalize()
  return description === ''
    ? svg
    : svg.replace(/<svg[^>]*>/, (tag) => `${tag}<desc>${escapeXml(description)}</desc>`)
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
