export * from './library.js'
export * from './measure.js'
export * from './mechanism.js'
export * from './parameter.js'
