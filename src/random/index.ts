/** Keys and addressed draws: all chance comes from here. */
export { Draws } from './Draws.js'
export { type EntityKeys, entityKeys, numberKeys } from './entityKeys.js'
export { deriveKey, type Key } from './key.js'
export { threefry2x32, threefry2x32Rounds } from './threefry.js'
