import type { SensitivityResult } from '../../../archive/index.js'
import type { AnyManifest } from '../../methods/common.js'
import type { Picture } from '../Picture.js'
import { convergencePicture } from './convergence.js'
import { morrisPicture } from './morris.js'
import { secondOrderPicture } from './secondOrder.js'
import { sobolPicture } from './sobol.js'

/** The charts of a sensitivity analysis, outcome by outcome. */
export function sensitivityPictures(
  result: SensitivityResult,
  manifest: AnyManifest,
): (Picture | undefined)[] {
  if (result.factors.length === 0) return []
  return result.outcomes.flatMap((outcome) => [
    outcome.morris ? morrisPicture(result, outcome, outcome.morris, manifest) : undefined,
    outcome.sobol ? sobolPicture(result, outcome, outcome.sobol, manifest) : undefined,
    outcome.second ? secondOrderPicture(result, outcome, outcome.second, manifest) : undefined,
    convergencePicture(result, outcome, manifest),
  ])
}
