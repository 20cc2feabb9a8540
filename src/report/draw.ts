import type { StandingFolder } from '../archive/index.js'
import type { Picture } from './charts/Picture.js'
import { type DrawnPicture, isMoving } from './page/figures.js'
import { formatSpec } from './render/formatSpec.js'
import { renderPng } from './render/renderPng.js'
import { compileSpec, renderSvg } from './render/renderSvg.js'

/** Writes a chart into a result folder: `charts/<id>.vl.json`, `.svg` and `.png`. */
export async function draw(into: StandingFolder, picture: Picture): Promise<DrawnPicture> {
  const { id, spec, description } = picture
  const svg = await renderSvg(spec, description)
  await into.write(`charts/${id}.vl.json`, [formatSpec(spec), '\n'])
  await into.write(`charts/${id}.svg`, [svg, '\n'])
  await into.write(`charts/${id}.png`, [await renderPng(svg)])
  if (!isMoving(picture)) return { picture, svg }
  // The page brings a slider of its own.
  const params = (spec.params as readonly { readonly bind?: unknown }[]).map(
    ({ bind: _, ...rest }) => rest,
  )
  return { picture, svg, vega: await compileSpec({ ...spec, params: params as never }) }
}
