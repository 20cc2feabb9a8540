import type { CheckResult } from '../../archive/index.js'
import { counted, listed } from '../reading/words.js'
import { type AnyManifest, repeatSentences, runSentences, scenarioSentences } from './common.js'

export function checkMethods(result: CheckResult, manifest: AnyManifest): string[] {
  const { checks, seed } = result
  const roles = (['calibration', 'input', 'validation'] as const).flatMap((role) => {
    const count = checks.filter((check) => check.role === role).length
    return count > 0 ? [`${count} ${roleWords[role]}`] : []
  })
  const methods = [...new Set(checks.map(({ method }) => method))].filter((m) => m !== '')
  const open = checks.filter(({ uncertain }) => uncertain).length
  return [
    ...scenarioSentences(manifest),
    `We held the model against ${counted(checks.length, 'pattern')}, each with a band within which its statistic over runs should lie: ${listed(roles)}.`,
    `All chance comes from the master seed “${seed}”.`,
    ...runSentences(result),
    ...(methods.length > 0 ? [`Each statistic has a 95 % interval (${methods.join('; ')}).`] : []),
    `The verdict is whether the statistic lies in its band${open > 0 ? `; for ${open} the interval reaches over an edge of the band, so that more runs could turn it` : ''}.`,
    ...repeatSentences(manifest),
  ]
}

const roleWords = {
  calibration: 'used to set parameters',
  input: 'restating data that went in',
  validation: 'held out to test the model',
} as const
