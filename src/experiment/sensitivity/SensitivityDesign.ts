import { deriveKey } from '../../random/index.js'
import {
  type MorrisDesign,
  morrisTrajectories,
  saltelliBlock,
  saltelliSample,
  type UnitPoint,
} from '../../statistics/index.js'

/** How the points of a sensitivity analysis were chosen: with the seed, all that it takes to choose them again. */
export type SensitivityDesign =
  | {
      readonly method: 'morris'
      /** Trajectories. */
      readonly n: number
      readonly levels: number
    }
  | {
      readonly method: 'sobol'
      /** Base points. */
      readonly n: number
      readonly second: boolean
    }

/** Points that stand and fall together: of one trajectory or one base point. */
export function blockOf(design: SensitivityDesign, factors: number): number {
  return design.method === 'morris' ? factors + 1 : saltelliBlock(factors, design.second)
}

/** The points of the design in the unit cube. */
export function unitPoints(
  design: SensitivityDesign,
  factors: number,
  seed: string,
): readonly UnitPoint[] {
  if (design.method === 'morris') return trajectoriesOf(design, factors, seed).points
  const scramble = deriveKey(seed, 0, 'design/saltelli')
  return saltelliSample(design.n, factors, { second: design.second, scramble })
}

/** The trajectories of a design by elementary effects. */
export function trajectoriesOf(
  { n, levels }: Extract<SensitivityDesign, { method: 'morris' }>,
  factors: number,
  seed: string,
): MorrisDesign {
  return morrisTrajectories(n, factors, levels, deriveKey(seed, 0, 'design/morris'))
}
