/**
 * Columns that several theories speak of. A mechanism declares those that it reads or writes; a column that only
 * one mechanism knows is declared in that mechanism's own file.
 */

export * from './activities.js'
export * from './actors.js'
export * from './bands.js'
export * from './calls.js'
export * from './gates.js'
export * from './instruments.js'
export * from './issues.js'
export * from './networks.js'
export * from './phases.js'
export * from './relations.js'
