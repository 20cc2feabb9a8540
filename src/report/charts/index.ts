/** The charts of a run. */
import type { Account } from '../Account.js'
import { agreementsPicture } from './agreements.js'
import { depositionPicture } from './deposition.js'
import { emissionsPicture } from './emissions.js'
import { gatePictures } from './gates.js'
import { mapPictures } from './map/mapPictures.js'
import { measuresPictures } from './measures.js'
import type { Picture } from './Picture.js'
import { policyPictures } from './policy.js'
import { positionPictures } from './positions.js'
import { recordPicture } from './record.js'
import { typologiesPicture } from './typologies.js'

export type { Picture } from './Picture.js'

/** Every chart that the run has data for, in the order of the page. */
export function picturesOf(account: Account): readonly Picture[] {
  return [
    ...policyPictures(account),
    ...gatePictures(account),
    ...mapPictures(account),
    ...positionPictures(account),
    agreementsPicture(account),
    typologiesPicture(account),
    emissionsPicture(account),
    depositionPicture(account),
    recordPicture(account),
    ...measuresPictures(account),
  ].filter((picture) => picture !== undefined)
}
