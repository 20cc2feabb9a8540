/** The charts of experiments. */
import type { ArchivedCheck, ExperimentResult } from '../../../archive/index.js'
import type { AnyManifest } from '../../methods/common.js'
import { bandsPicture } from '../bands.js'
import type { Picture } from '../Picture.js'
import { effectCurvesPicture } from './effectCurves.js'
import { forestPicture } from './forest.js'
import { testIncidencePicture } from './testIncidence.js'

/** Every chart that an experiment has data for, in the order of the page. */
export function experimentPictures(
  result: ExperimentResult,
  manifest: AnyManifest,
): readonly Picture[] {
  return picturesOf(result, manifest).filter((picture) => picture !== undefined)
}

function picturesOf(
  result: ExperimentResult,
  manifest: AnyManifest,
): readonly (Picture | undefined)[] {
  switch (result.kind) {
    case 'test':
      if (result.hypotheses.length === 0) return []
      return [
        forestPicture(result, manifest),
        effectCurvesPicture(result, manifest),
        testIncidencePicture(result, manifest),
      ]
    default:
      return []
  }
}

/** The chart of a check. */
export function checkPictures(check: ArchivedCheck): readonly Picture[] {
  return check.result.checks.length === 0 ? [] : [bandsPicture(check)]
}
