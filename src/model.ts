/** What a mechanism or measure of one's own needs, and no more: loads in a tenth of the time of the whole. */
export * from './calendar/index.js'
export * from './contract/index.js'
export * from './engine/index.js'
export * from './numeric/index.js'
export * from './random/index.js'
export * from './world/index.js'
