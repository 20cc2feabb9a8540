import { fromBuild } from './build.mjs'
import { median } from './statistics.mjs'

const { buildModel, library, loadScenario, Model } = await fromBuild('index.js')

/** The model of the acid-rain scenario. */
export async function acidRain() {
  const { document } = await loadScenario('acid-rain', library)
  return buildModel(document, library)
}

const warmUp = 30

/** One run in a warm process, no files; and a branch from its middle. */
export async function wholeRun({ rounds }) {
  const model = await acidRain()
  const whole = []
  const half = []
  const taking = []
  for (let round = 0; round < rounds + warmUp; round++) {
    const seed = String(round)
    const took = clocked(() => model.run({ seed }))
    const simulation = model.start({ seed })
    while (simulation.tick < simulation.ticks / 2) simulation.step()
    let branch
    const branching = clocked(() => {
      branch = simulation.branch()
    })
    const goingOn = clocked(() => model.resume(branch, { seed }).finish())
    if (round < warmUp) continue
    whole.push(took)
    taking.push(branching)
    half.push(goingOn)
  }
  const share = half.map((ms, k) => ms / whole[k])
  return [
    { name: 'one run', unit: 'ms', samples: whole, aim: { atMost: 10 } },
    { name: 'taking a branch at half time', unit: 'ms', samples: taking },
    { name: 'going on from it to the end', unit: 'ms', samples: half },
    { name: '… as a share of a whole run', unit: '1', samples: share },
  ]
}

/** Time of each mechanism and each measure, summed over a run. The clocks are put around them here. */
export async function parts({ rounds }) {
  const { plan } = await acidRain()
  const spent = new Map()
  const samples = new Map()
  const watched = (kind, part, method) => {
    if (!part[method]) return part
    const name = `${kind} ${part.name}`
    spent.set(name, 0)
    const inner = part[method]
    return {
      ...part,
      [method](...given) {
        const start = performance.now()
        inner.apply(part, given)
        spent.set(name, spent.get(name) + performance.now() - start)
      },
    }
  }
  const model = new Model({
    ...plan,
    mechanisms: plan.mechanisms.map(({ mechanism, parameters }) => ({
      parameters,
      mechanism: watched('mechanism', watched('mechanism', mechanism, 'setup'), 'step'),
    })),
    measures: plan.measures.map((measure) => watched('measure', measure, 'observe')),
  })
  for (let round = 0; round < rounds + warmUp; round++) {
    for (const name of spent.keys()) spent.set(name, 0)
    const whole = clocked(() => model.run({ seed: String(round) }))
    if (round < warmUp) continue
    let sum = 0
    for (const [name, ms] of spent) {
      sum += ms
      samples.set(name, [...(samples.get(name) ?? []), ms])
    }
    const rest = 'engine: clocks, guard, bookkeeping'
    samples.set(rest, [...(samples.get(rest) ?? []), whole - sum])
  }
  return [...samples]
    .map(([name, values]) => ({ name, unit: 'ms', samples: values }))
    .sort((a, b) => median(b.samples) - median(a.samples))
}

function clocked(work) {
  const start = performance.now()
  work()
  return performance.now() - start
}
