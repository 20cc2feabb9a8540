import { execFileSync } from 'node:child_process'
import { PerformanceObserver } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'

const runs = 25

/** Bytes that a run leaves for the collector, measured in a process whose collector has nothing to do meanwhile. */
export function garbage({ rounds }) {
  const flags = ['--expose-gc', '--max-semi-space-size=512', '--min-semi-space-size=512']
  const out = execFileSync(
    process.execPath,
    [...flags, fileURLToPath(import.meta.url), String(rounds)],
    { encoding: 'utf8' },
  )
  const { heap, buffers, recorded } = JSON.parse(out)
  return [
    {
      name: 'objects on the heap',
      unit: 'byte per actor and tick',
      samples: heap,
      aim: { atMost: 200 },
    },
    { name: 'typed arrays', unit: 'byte per actor and tick', samples: buffers },
    { name: 'what is recorded (the result)', unit: 'byte per actor and tick', samples: recorded },
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { acidRain } = await import('./acidRain.mjs')
  const model = await acidRain()
  const rounds = Number(process.argv[2])
  for (let k = 0; k < 60; k++) model.run({ seed: `warm ${k}` })
  const perStep = runs * model.world.n * model.plan.timeline.n
  let collections = 0
  new PerformanceObserver((list) => {
    collections += list.getEntries().length
  }).observe({ entryTypes: ['gc'] })
  const heap = []
  const buffers = []
  const recorded = []
  for (let round = 0; round < rounds; round++) {
    globalThis.gc()
    await new Promise((resolve) => setTimeout(resolve, 5))
    collections = 0
    let kept = 0
    const before = process.memoryUsage()
    for (let k = 0; k < runs; k++) {
      const { recordings } = model.run({ seed: `${round} ${k}` })
      for (const { values } of recordings.values()) kept += values.byteLength
    }
    const after = process.memoryUsage()
    await new Promise((resolve) => setTimeout(resolve, 5))
    // Whatever was collected in between is missing from the sum.
    if (collections > 0) continue
    heap.push((after.heapUsed - before.heapUsed) / perStep)
    buffers.push((after.arrayBuffers - before.arrayBuffers - kept) / perStep)
    recorded.push(kept / perStep)
  }
  process.stdout.write(JSON.stringify({ heap, buffers, recorded }))
}
