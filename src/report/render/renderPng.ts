import { fileURLToPath } from 'node:url'
import { fontFiles } from './fontMetrics.js'

/** Pixels of the picture for one of the chart's. */
const scale = 2

/** Draws an SVG of ours as PNG, with the shipped typeface and no other. */
export async function renderPng(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js')
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: [fileURLToPath(fontFiles.regular), fileURLToPath(fontFiles.bold)],
      defaultFontFamily: 'Liberation Sans',
      sansSerifFamily: 'Liberation Sans',
    },
  })
  return picture.render().asPng()
}
