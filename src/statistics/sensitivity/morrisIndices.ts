import type { BootstrapOptions } from '../bootstrap.js'
import { bootstrapMeans } from '../bootstrapMeans.js'
import type { MorrisDesign } from '../designs/index.js'
import type { Interval } from '../Interval.js'
import { mean, variance } from '../mean.js'

/** What screening finds, in the unit of the output: effects of crossing a factor's whole range. */
export interface MorrisEstimates {
  /** μ*: the mean absolute elementary effect of each factor, its overall importance, with a BCa interval. */
  readonly muStar: readonly Interval[]
  /** μ: the mean elementary effect of each factor, with its sign. */
  readonly mu: Float64Array
  /** σ: the standard deviation of its elementary effects: curvature and interactions. NaN for fewer than two. */
  readonly sigma: Float64Array
  /** Trajectories used. */
  readonly trajectories: number
  /** Trajectories left out because an output was not a finite number. */
  readonly dropped: number
}

/**
 * Morris's measures of importance from the outputs at the points of `morrisTrajectories`. An elementary effect is the
 * change of the output over the change of the factor, as a share of its range; each trajectory holds one of each factor.
 * The interval is a bootstrap over trajectories.
 * Source: Morris, M. D. (1991), Technometrics 33(2), 161–174; μ*: Campolongo, F., Cariboni, J. & Saltelli, A. (2007),
 * Environmental Modelling & Software 22(10), 1509–1518.
 *
 * @param design which factor moved when, and how far
 * @param outputs one a point of the design
 * @returns NaN throughout if no trajectory is left
 * @throws RangeError if there is not one output a point
 */
export function morrisIndices(
  { factors, moved, steps, points }: MorrisDesign,
  outputs: ArrayLike<number>,
  options: BootstrapOptions,
): MorrisEstimates {
  if (outputs.length !== points.length) {
    throw new RangeError(`${outputs.length} outputs for ${points.length} points`)
  }
  const size = factors + 1
  const all = points.length / size
  const effects: Float64Array[] = []
  for (let t = 0; t < all; t++) {
    const own = new Float64Array(factors)
    for (let s = 0; s < factors; s++) {
      const change = outputs[t * size + s + 1] - outputs[t * size + s]
      own[moved[t * factors + s]] = change / steps[t * factors + s]
    }
    if (own.every(Number.isFinite)) effects.push(own)
  }
  const values = Float64Array.from(effects.flatMap((own) => [...own].map(Math.abs)))
  const column = (factor: number) => Float64Array.from(effects, (own) => own[factor])
  const eachFactor = Float64Array.from({ length: factors }, (_, factor) => factor)
  return {
    muStar: bootstrapMeans({ values, columns: factors }, (means) => means, options).map(
      ({ bca }) => bca,
    ),
    mu: eachFactor.map((factor) => mean(column(factor))),
    sigma: eachFactor.map((factor) => Math.sqrt(variance(column(factor)))),
    trajectories: effects.length,
    dropped: all - effects.length,
  }
}
