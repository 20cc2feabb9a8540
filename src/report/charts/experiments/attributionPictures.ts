import type { AttributionResult } from '../../../archive/index.js'
import type { AnyManifest } from '../../methods/common.js'
import type { Picture } from '../Picture.js'
import { interactionsPicture } from './interactions.js'
import { shapleyPicture, type Told } from './shapley.js'

/** The charts of an attribution: for each outcome the shares under each setting, and how causes work together. */
export function attributionPictures(
  result: AttributionResult,
  manifest: AnyManifest,
): (Picture | undefined)[] {
  const outcomes = new Map<string, Told[]>()
  for (const { title, outcomes: found } of result.settings)
    for (const outcome of found) {
      const { id } = outcome.outcome
      outcomes.set(id, [...(outcomes.get(id) ?? []), { setting: title, outcome }])
    }
  return [...outcomes.values()].flatMap((told) =>
    told[0].outcome.shares.length === 0
      ? []
      : [shapleyPicture(result, told, manifest), interactionsPicture(result, told, manifest)],
  )
}
