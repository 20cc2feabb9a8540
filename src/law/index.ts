export * from './review.js'
