import { InputError } from '../../diagnostics/index.js'
import { deriveKey } from '../../random/index.js'
import type { Cell } from '../../scenario/index.js'
import {
  grid,
  latinHypercube,
  morrisTrajectories,
  oneAtATime,
  saltelliSample,
  sobolSequence,
  type UnitPoint,
} from '../../statistics/index.js'
import { type Factor, levelsOf, valueAt } from '../factors/Factor.js'
import type { WrittenDesign } from './writtenSweep.js'

/** Values of the factors, in their order. */
type Values = readonly Cell[]

/** Most points of a design: the plan is kept whole. */
const most = 1_000_000

/**
 * The combinations of values that a design takes.
 *
 * @param seed chance of the designs that have any
 * @param listed the rows of a list, for that design
 * @throws InputError if the design cannot be made of these factors
 */
export function designPoints(
  { kind, points, levels = 4 }: WrittenDesign,
  factors: readonly Factor[],
  seed: string,
  listed: readonly Values[] = [],
): readonly Values[] {
  if (kind === 'list') return listed
  if (factors.length === 0) return [[]]
  const d = factors.length
  const key = deriveKey(seed, 0, `design/${kind}`)
  const size = () => {
    if (points === undefined)
      throw new InputError({
        message: `the design ${kind} needs a number of points`,
        expected: 'points: 64 in the plan, or --points 64',
      })
    return points
  }
  switch (kind) {
    case 'grid': {
      const lists = factors.map(levelsNeeded)
      mustBeFew(lists.reduce((n, list) => n * list.length, 1))
      return grid(lists.map((list) => list.length)).map((row) =>
        lists.map((list, k) => list[row[k]]),
      )
    }
    case 'oneAtATime': {
      const lists = factors.map((factor) => {
        const all = levelsNeeded(factor)
        const base = factor.present ?? all[0]
        // The scenario's own value comes first: the base that the others are held against.
        return [base, ...all.filter((value) => value !== base)]
      })
      return oneAtATime(
        lists.map((list) => list.length),
        lists.map(() => 0),
      ).map((row) => lists.map((list, k) => list[row[k]]))
    }
    case 'latinHypercube':
      return toValues(latinHypercube(size(), d, key), factors)
    case 'sobol':
      return toValues(sobolSequence(size(), d, { scramble: key }), factors)
    case 'morris':
      return toValues(morrisTrajectories(size(), d, levels, key).points, factors)
    case 'saltelli':
      return toValues(saltelliSample(size(), d, { second: false, scramble: key }), factors)
  }
}

/** Points of the unit cube as values of the factors. */
export function toValues(
  points: readonly UnitPoint[],
  factors: readonly Factor[],
): readonly Values[] {
  return points.map((point) => factors.map((factor, k) => valueAt(factor, point[k])))
}

function levelsNeeded(factor: Factor): readonly Cell[] {
  const levels = levelsOf(factor)
  if (levels === undefined) {
    throw new InputError({
      message: `${factor.id} is a range, of which a grid needs some values`,
      expected: `${factor.id}=from:to:step, a list, "steps" in the plan, or a design such as latinHypercube`,
    })
  }
  return levels
}

function mustBeFew(points: number): void {
  if (points <= most) return
  throw new InputError({
    message: `the grid has ${points} points`,
    expected: `at most ${most}`,
    hint: 'Take fewer values, or a Latin hypercube',
  })
}
