import { midranks } from './midranks.js'

/**
 * The area under the ROC curve: the probability that a case with the outcome has the higher score,
 * ties counting half. It is the Mann–Whitney statistic over its maximum.
 * Source: Hanley, J. A. & McNeil, B. J. (1982), The meaning and use of the area under a receiver
 * operating characteristic (ROC) curve, Radiology 143(1), 29–36.
 *
 * @param scores one number a case
 * @param labels whether the case had the outcome; true or any number but 0 says yes
 * @returns 0 to 1; NaN if all cases or none had the outcome, or a score is NaN
 * @throws RangeError if the two lists differ in length
 */
export function auc(
  scores: ArrayLike<number>,
  labels: ArrayLike<number> | ArrayLike<boolean>,
): number {
  const n = scores.length
  if (labels.length !== n) throw new RangeError(`${n} scores but ${labels.length} labels`)
  const { ranks } = midranks(scores)
  let positives = 0
  let rankSum = 0
  for (let i = 0; i < n; i++) {
    if (Number.isNaN(scores[i])) return NaN
    if (!labels[i]) continue
    positives++
    rankSum += ranks[i]
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (n - positives))
}
