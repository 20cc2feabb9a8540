import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Long simulations share two cores with the worker pools they start.
    maxWorkers: 2,
  },
})
