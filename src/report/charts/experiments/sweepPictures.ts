import type { SweepResult } from '../../../archive/index.js'
import type { AnyManifest } from '../../methods/common.js'
import { isNumeric } from '../../reading/factors.js'
import type { Picture } from '../Picture.js'
import { sweepCurvesPicture } from './sweepCurves.js'
import { sweepDotsPicture } from './sweepDots.js'
import { sweepHeatPicture } from './sweepHeat.js'
import { sweepIncidencePicture } from './sweepIncidence.js'
import { sweepMarginsPicture } from './sweepMargins.js'

/** Rows of a dot plot at most. */
const mostDots = 24

/** The charts of a sweep: for each outcome the one that its design asks for, and when dated ones come. */
export function sweepPictures(result: SweepResult, manifest: AnyManifest): Picture[] {
  if (result.cases.length === 0) return []
  const draw = pictureFor(result)
  return result.outcomes.flatMap((outcome, k) => {
    const dated = result.dated[k]
    return [
      ...(result.cases.length > 1 && result.cases.some((c) => c.outcomes[k].estimate !== null)
        ? [draw(result, k, manifest)]
        : []),
      ...(dated ? [sweepIncidencePicture(result, outcome, dated, manifest)] : []),
    ]
  })
}

function pictureFor({ factors, design }: SweepResult) {
  const numbers = factors.filter(isNumeric).length
  if (factors.length === 0 || design.points === 1) return sweepDotsPicture
  if (design.kind !== 'grid')
    return factors.length === 1 && numbers === 1 && design.kind === 'list'
      ? sweepCurvesPicture
      : sweepMarginsPicture
  if (numbers === 0) return design.points > mostDots ? sweepMarginsPicture : sweepDotsPicture
  return numbers === 1 ? sweepCurvesPicture : sweepHeatPicture
}
