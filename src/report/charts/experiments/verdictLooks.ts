import type { HypothesisVerdict } from '../../../archive/index.js'
import { ink, palette } from '../../render/theme.js'

/** How a verdict is drawn: by colour, by shape, and filled or hollow. */
export interface Look {
  readonly shape: string
  readonly fill: string
  readonly stroke: string
}

export const looks: { readonly [V in HypothesisVerdict]: Look } = {
  supported: { shape: 'circle', fill: palette.blue, stroke: palette.blue },
  contradicted: { shape: 'square', fill: palette.vermilion, stroke: palette.vermilion },
  'no effect of interest': { shape: 'diamond', fill: ink.text, stroke: ink.text },
  undecided: { shape: 'circle', fill: '#ffffff', stroke: ink.quiet },
  'strength of the assumption': { shape: 'triangle-up', fill: '#ffffff', stroke: palette.purple },
}
