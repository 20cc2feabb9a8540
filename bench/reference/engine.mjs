/** The reference model in the engine, recorder on. Speaks like `reference.c`: ticks in, a line of JSON out. */
import { fromBuild } from '../build.mjs'
import { kept, meanAdoption, recomputed } from './mechanism.mjs'
import { serve } from './serve.mjs'

const { instance, Model, planWorld, Timeline } = await fromBuild('model.js')

const mechanisms = [instance(process.argv[3] === 'kept' ? kept : recomputed)]
const measures = [meanAdoption]
const world = planWorld({ actors: { rows: Number(process.argv[2]) } }, mechanisms, measures)
const model = new Model({ timeline: new Timeline(0, 365 * 30, 12), world, mechanisms, measures })

serve((ticks) => {
  const simulation = model.start({ seed: '1', ticks })
  const start = performance.now()
  const { recordings } = simulation.finish()
  const seconds = (performance.now() - start) / 1000
  return { seconds, mean: recordings.get('meanAdoption').values[ticks - 1] }
})
