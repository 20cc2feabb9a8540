/** The charts of experiments. */
import type { ArchivedCheck, ExperimentResult } from '../../../archive/index.js'
import type { AnyManifest } from '../../methods/common.js'
import { bandsPicture } from '../bands.js'
import type { Picture } from '../Picture.js'
import { attributionPictures } from './attributionPictures.js'
import { effectCurvesPicture } from './effectCurves.js'
import { forestPicture } from './forest.js'
import { inOneLine } from './inOneLine.js'
import { sensitivityPictures } from './sensitivityPictures.js'
import { sweepPictures } from './sweepPictures.js'
import { testIncidencePicture } from './testIncidence.js'

/** Every chart that an experiment has data for, in the order of the page. */
export function experimentPictures(
  result: ExperimentResult,
  manifest: AnyManifest,
): readonly Picture[] {
  return picturesOf(inOneLine(result), manifest).filter((picture) => picture !== undefined)
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
    case 'sweep':
      return sweepPictures(result, manifest)
    case 'sensitivity':
      return sensitivityPictures(result, manifest)
    case 'attribution':
      return attributionPictures(result, manifest)
  }
}

/** The chart of a check. */
export function checkPictures(check: ArchivedCheck): readonly Picture[] {
  return check.result.checks.length === 0 ? [] : [bandsPicture(check)]
}
