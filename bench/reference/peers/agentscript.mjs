/**
 * The reference model in AgentScript 0.10.27 (https://agentscript.org): actors are turtles, whose places in three
 * dimensions are the attributes, and ties are links. Chance is AgentScript's own seeded generator.
 *
 *   npm install --prefix /tmp/agentscript agentscript@0.10.27
 *   NODE_PATH=/tmp/agentscript/node_modules node agentscript.mjs <actors> <recomputed|kept>
 *
 * Answers each number of ticks on standard input as `reference.c` does.
 */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { serve } from '../serve.mjs'

// The package asks a browser for a canvas while it loads; nothing is drawn on it here.
globalThis.OffscreenCanvas ??= class {
  getContext() {
    return {}
  }
}
// An import would not look in NODE_PATH.
const { resolve } = createRequire(import.meta.url)
const { Model, util } = await import(pathToFileURL(resolve('agentscript')).href)

const n = Number(process.argv[2])
const isKept = process.argv[3] === 'kept'
const capacity = 20
const firstTies = 10

class Diffusion extends Model {
  constructor() {
    super({ minX: 0, maxX: 1, minY: 0, maxY: 1, minZ: 0, maxZ: 1 })
  }

  setup() {
    // Emptied at once: with `reset` each link dies alone, which takes minutes.
    this.links.length = 0
    this.turtles.length = 0
    this.turtles.create(n, (actor) => {
      actor.setxy(util.randomFloat(1), util.randomFloat(1), util.randomFloat(1))
      actor.adoption = util.randomFloat(1)
      actor.knows = []
    })
    this.turtles.ask((actor) => {
      for (let k = 0; k < firstTies; k++) this.tie(actor, this.turtles.otherOneOf(actor))
    })
  }

  step() {
    this.turtles.ask((actor) => {
      actor.next = this.adopting(actor)
      if (util.randomFloat(1) < 0.02) this.meet(actor)
    })
    this.turtles.ask((actor) => {
      actor.adoption = actor.next
    })
  }

  adopting(actor) {
    let sum = 0
    let weights = 0
    for (const link of actor.knows) {
      const weight = isKept ? link.weight : Math.exp(-link.length())
      sum += weight * link.end1.adoption
      weights += weight
    }
    const pull = 6 * (0.7 * (sum / weights) + 0.3 * actor.adoption - 0.45)
    return 1 / (1 + Math.exp(-pull - 2 * (util.randomFloat(1) - 0.5)))
  }

  meet(actor) {
    const other = this.turtles.otherOneOf(actor)
    if (Math.exp(-actor.distance(other)) * util.randomFloat(1) <= 0.3) return
    if (actor.knows.length === capacity) {
      const [former] = actor.knows.splice(util.randomInt(capacity), 1)
      former.die()
    }
    this.tie(actor, other)
  }

  /** A turtle's own `links` go both ways: `knows` are those that begin with it. */
  tie(actor, other) {
    const link = this.links.createOne(actor, other)
    if (isKept) link.weight = Math.exp(-link.length())
    actor.knows.push(link)
  }
}

// One model for all runs: to V8 the turtles of another are of another shape, and what meets many shapes is slow.
const model = new Diffusion()

serve((ticks) => {
  util.randomSeed(1)
  model.setup()
  const start = performance.now()
  let mean = 0
  for (let tick = 0; tick < ticks; tick++) {
    model.step()
    mean = model.turtles.props('adoption').sum() / n
  }
  return { seconds: (performance.now() - start) / 1000, mean }
})
