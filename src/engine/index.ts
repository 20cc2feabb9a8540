export * from './guard.js'
export * from './model.js'
export * from './recorder.js'
export * from './run.js'
