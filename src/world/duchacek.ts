import { type Column, code, whole } from './column.js'

/** Reach of a tie abroad (Duchacek 1990). */
export const reaches = ['crossBorderRegional', 'transregional', 'global'] as const

export type Reach = (typeof reaches)[number]

/** Which units touch each other across a border. */
export const borderColumns = {
  first: whole({ meaning: 'one side', unit: '1', references: 'actors', input: 'required' }),
  second: whole({ meaning: 'other side', unit: '1', references: 'actors', input: 'required' }),
  water: code({
    meaning: 'the border runs through water only',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
} as const satisfies { readonly [name: string]: Column }

/**
 * The reach of a tie between two units of different states: cross-border regional if the units touch, transregional
 * if only their states do, global otherwise.
 */
export function reachOf(unitsTouch: boolean, statesTouch: boolean): Reach {
  if (unitsTouch) return 'crossBorderRegional'
  return statesTouch ? 'transregional' : 'global'
}
