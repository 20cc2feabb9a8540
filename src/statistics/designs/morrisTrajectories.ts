import type { Key } from '../../random/index.js'
import { repeatedDraws } from '../repeatedDraws.js'
import { shuffle } from '../shuffle.js'
import { checkCount } from './design.js'
import { spreadTrajectories } from './spreadTrajectories.js'

/** Trajectories through a grid, each moving every factor once. */
export interface MorrisDesign {
  /** d */
  readonly factors: number
  /** r · (d + 1) points in the closed cube [0, 1]^d, trajectory by trajectory. */
  readonly points: readonly Float64Array[]
  /** The factor that moves in step s of trajectory t, found at t · d + s. */
  readonly moved: Int32Array
  /** By how much it moves, with its sign, in the unit of the cube; found likewise. */
  readonly steps: Float64Array
}

/** How to choose trajectories. */
export interface MorrisOptions {
  /** Random trajectories of which the r most spread ones are chosen; none beyond r unless told. */
  readonly candidates?: number
}

/**
 * Morris's design for screening: random trajectories on a grid of levels 0, 1/(p−1) … 1, in each of which every factor
 * moves once, in random order, by p / (2(p−1)) up or down. The ends of the range, 1 among them, are levels: map a
 * category so that 1 is the last.
 * Source: Morris, M. D. (1991), Factorial sampling plans for preliminary computational experiments, Technometrics 33(2),
 * 161–174; with `candidates` chosen to lie far apart, see `spreadTrajectories`.
 *
 * Candidate t is addressed by (key; t).
 *
 * @param r number of trajectories
 * @param d number of factors
 * @param levels p, even
 * @param key whose chance this is: a key with a domain of its own, see `deriveKey`
 * @throws RangeError if r, d or levels is out of range, or there are fewer candidates than trajectories
 */
export function morrisTrajectories(
  r: number,
  d: number,
  levels: number,
  key: Key,
  { candidates = r }: MorrisOptions = {},
): MorrisDesign {
  checkCount(r, 'the number of trajectories')
  checkCount(d, 'the number of factors')
  checkCount(candidates, 'the number of candidates', r)
  checkCount(levels, 'the number of levels', 2)
  if (levels % 2 !== 0) throw new RangeError(`the number of levels must be even, not ${levels}`)
  const draws = repeatedDraws(key)
  const all = Array.from({ length: candidates }, (_, t) => trajectory(d, levels, draws(t, 2 * d)))
  const chosen =
    candidates === r
      ? all
      : spreadTrajectories(
          all.map(({ points }) => points),
          r,
        ).map((t) => all[t])
  return {
    factors: d,
    points: chosen.flatMap(({ points }) => points),
    moved: Int32Array.from(chosen.flatMap(({ order }) => [...order])),
    steps: Float64Array.from(chosen.flatMap(({ steps }) => steps)),
  }
}

interface Trajectory {
  readonly points: readonly Float64Array[]
  readonly order: Int32Array
  readonly steps: readonly number[]
}

/** From 2d draws: the level from which each factor starts, and the order in which they move. */
function trajectory(d: number, levels: number, draws: Float64Array): Trajectory {
  const half = levels / 2
  const at = Int32Array.from({ length: d }, (_, i) => Math.floor(draws[i] * levels))
  const order = shuffle(d, draws, d)
  const place = () => Float64Array.from(at, (level) => level / (levels - 1))
  const points = [place()]
  const steps: number[] = []
  for (const factor of order) {
    // From each level one move alone stays on the grid.
    const up = at[factor] < half
    at[factor] += up ? half : -half
    points.push(place())
    steps.push((up ? half : -half) / (levels - 1))
  }
  return { points, order, steps }
}
