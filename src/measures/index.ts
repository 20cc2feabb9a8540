export * from './agreements.js'
export * from './attitudes.js'
export * from './flows.js'
export * from './politics.js'
