import { describe, expect, it } from 'vitest'
import { defineMechanism } from '../../src/contract/index.js'
import { library } from '../../src/library.js'
import { buildModel } from '../../src/scenario/index.js'
import { digest, status, type World } from '../../src/world/index.js'
import { acidRain } from './acidRain.js'
import { breachesOf } from './breaches.js'
import { columnsOf } from './stage.js'

const base = await acidRain()

/** The scenario with a mechanism at the end of the tick that breaks a rule at tick 20. */
function breachesWith(rogue: (world: World) => void): string {
  const mechanism = defineMechanism({
    name: 'rogue',
    summary: 'Breaks a rule.',
    source: 'Nobody 1999',
    parameters: {},
    step(world, { tick }) {
      if (tick === 20) rogue(world as unknown as World)
    },
  })
  const document = { ...base, mechanisms: { ...base.mechanisms, rogue: {} } }
  const model = buildModel(document, { ...library, mechanisms: [...library.mechanisms, mechanism] })
  return breachesOf(model, { seed: '0' }).join('\n')
}

describe('the search for what cannot be', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(breachesWith(() => {})).toBe('')
  })

  it('finds a law that passed no gate', () => {
    const found = breachesWith((world) => {
      columnsOf(world).actors.policy[world.states[0]] = 1
    })
    expect(found).toContain('policy 1 of state')
    const logged = breachesWith((world) => {
      columnsOf(world).actors.policy[world.states[0]] = 1
      world.events.add('policyEnacted', { actor: world.states[0], issue: 0 })
    })
    expect(logged).toContain('enacted through gates')
  })

  it('finds a closed gate that let a bill pass', () => {
    const found = breachesWith((world) => {
      world.events.add('billPassed', { actor: world.states[0], issue: 0, gate: 1, value: 0.2 })
    })
    expect(found).toContain('gate 1 passed a bill, closed')
  })

  it('finds an agreement without consent, one without a date, and means below nothing', () => {
    const found = breachesWith((world) => {
      const [a, b] = world.units
      const row = world.agreements.propose({
        instrument: 0,
        issue: 0,
        day: world.events.day,
        parties: [a, b],
        commitment: 0,
        effect: 0,
        appeal: 0,
      })
      world.agreements.columns.status[row] = status.inForce
      columnsOf(world).actors.budget[a] = -0.1
    })
    expect(found).toContain('consents true,false')
    expect(found).toContain('signed on 2147483647')
    expect(found).toContain('budget of US-AL: -0.1')
  })

  it('finds what nobody in the model did, and what happened outside the run', () => {
    const found = breachesWith((world) => {
      world.events.mechanism = 'ghost'
      world.events.add('haunted', { day: -4000 })
    })
    expect(found).toContain('haunted by ghost, which is not there')
    expect(found).toContain('haunted on day -4000')
  })
})

describe('a branch of the whole model', () => {
  it('goes on as the straight run does', () => {
    const model = buildModel(base, library)
    for (const [seed, tick] of [
      ['0', 1],
      ['1', 21],
      ['2', 44],
      ['3', 70],
    ] as const) {
      const straight = digest(model.run({ seed }).world)
      const run = model.start({ seed })
      for (let k = 0; k < tick; k++) run.step()
      const branch = run.branch()
      expect(digest(model.resume(branch, { seed }).finish().world)).toBe(straight)
      // A fresh model takes it up as well.
      const other = buildModel(base, library)
      expect(digest(other.resume(branch, { seed }).finish().world)).toBe(straight)
    }
  })
})
