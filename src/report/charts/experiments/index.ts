/** The charts of experiments. */
import type { ArchivedCheck, ExperimentManifest, ExperimentResult } from '../../../archive/index.js'
import { bandsPicture } from '../bands.js'
import type { Picture } from '../Picture.js'

/** Every chart that an experiment has data for, in the order of the page. */
export function experimentPictures(
  result: ExperimentResult,
  _manifest: ExperimentManifest,
): readonly Picture[] {
  switch (result.kind) {
    default:
      return []
  }
}

export function checkPictures(check: ArchivedCheck): readonly Picture[] {
  return check.result.checks.length === 0 ? [] : [bandsPicture(check)]
}
