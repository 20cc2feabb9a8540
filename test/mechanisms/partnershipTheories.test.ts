import { describe, expect, it } from 'vitest'
import type { ScenarioDocument } from '../../src/scenario/index.js'
import { status, type World } from '../../src/world/index.js'
import { type Stage, stage } from './stage.js'

/** Two states with so many cities each on two lines, a degree apart: `n0`, `n1`, … and `s0`, `s1`, … */
function twoStates(each: number, unit: Readonly<Record<string, number>> = {}) {
  const rows = ['n', 's'].flatMap((side) =>
    Array.from({ length: each }, (_, k) => [
      `${side}${k}`,
      {
        kind: 'city',
        state: side === 'n' ? 'north' : 'south',
        latitude: side === 'n' ? 50 : 45,
        longitude: k,
        ...unit,
      },
    ]),
  )
  return { north: { kind: 'state' }, south: { kind: 'state' }, ...Object.fromEntries(rows) }
}

function tie({ world, row }: Stage, a: string, b: string, issue = 0, inForceOn = 0): number {
  const at = world.agreements.propose({
    instrument: 0,
    issue,
    day: inForceOn,
    parties: [row(a), row(b)],
    commitment: 0,
    effect: 1,
    appeal: 0,
  })
  world.agreements.conclude(at, inForceOn)
  world.agreements.columns.status[at] = status.inForce
  world.agreements.columns.inForceOn[at] = inForceOn
  return at
}

function affinity(world: World, i: number, j: number): number {
  const ties = world.ties.affinity as { values: Float64Array }
  return ties.values[i * world.n + j]
}

describe('reconciliation', () => {
  const parameters = {
    contact: 0.1,
    density: 0.5,
    forgetting: 0.02,
    motive: 2,
    unaided: 0.4,
    unwillingness: 3,
  }

  function reconciled(ticksPerYear = 4, more: ScenarioDocument['tables'] = {}) {
    const found = stage(
      { reconciliation: parameters },
      {
        actors: twoStates(4),
        issues: { peace: { reconciles: 1 }, trade: {}, youth: { reconciles: 0.5 } },
        relations: {
          pair: { first: 'north', second: 'south', hostility: 0.8, encouragement: 0.5 },
        },
        ...more,
      },
      { time: { start: '1970-01-01', end: '1979-12-31', ticksPerYear } },
    )
    const hostility = () => found.world.tables.get('relations')?.arrays.get('hostility')?.[0] ?? NaN
    return { ...found, hostility }
  }

  it('lets hostility fall by forgetting alone where there is no contact', () => {
    for (const ticksPerYear of [1, 4, 12]) {
      const { model, hostility } = reconciled(ticksPerYear)
      model.start({ seed: '1' }).finish()
      expect(hostility()).toBeCloseTo(0.8 * Math.exp(-0.02 * 10), 12)
    }
  })

  it('lets it fall faster with contact, the livelier the faster, and never rise', () => {
    const hostilityAfter = (ties: number, contact: number) => {
      const found = reconciled()
      const run = found.model.start({ seed: '1' })
      for (let k = 0; k < ties; k++) {
        const at = tie(found, `n${k}`, `s${k}`)
        found.world.agreements.columns.contact[at] = contact
      }
      let last = found.hostility()
      for (let t = 0; t < 40; t++) {
        run.step()
        expect(found.hostility()).toBeLessThanOrEqual(last)
        last = found.hostility()
      }
      return last
    }
    // Four agreements between eight cities: half a contact a city, so exposure is a half.
    expect(hostilityAfter(4, 1)).toBeCloseTo(0.8 * Math.exp(-(0.1 * 0.5 + 0.02) * 10), 12)
    expect(hostilityAfter(2, 1)).toBeCloseTo(hostilityAfter(4, 0.5), 12)
    expect(hostilityAfter(2, 1)).toBeGreaterThan(hostilityAfter(4, 1))
    expect(hostilityAfter(4, 0)).toBeCloseTo(0.8 * Math.exp(-0.02 * 10), 12)
  })

  it('adds a motive on issues that reconcile, and takes from the worth of ties between the states', () => {
    const { model, world, row, columns } = reconciled()
    model.start({ seed: '1' }).step()
    const motive = (q: number, id: string) => columns.actors.motive[q * world.n + row(id)]
    const wish = 2 * 0.8 * (0.4 + 0.6 * 0.5)
    expect([0, 1, 2].map((q) => motive(q, 'n2'))).toEqual([
      expect.closeTo(wish, 12),
      0,
      expect.closeTo(wish / 2, 12),
    ])
    expect(motive(0, 's1')).toBe(motive(0, 'n1'))
    expect(affinity(world, row('north'), row('south'))).toBeCloseTo(-3 * 0.8, 12)
    expect(affinity(world, row('south'), row('north'))).toBeCloseTo(-3 * 0.8, 12)
  })

  it('follows a treaty from its day on, if it promises more than there is', () => {
    const wishes = (promise: number) => {
      const { model, row, columns } = reconciled(1, {
        relations: {
          pair: {
            first: 'north',
            second: 'south',
            hostility: 1,
            encouragement: 0.5,
            treaty: '1972-01-01',
            promise,
          },
        },
      })
      const run = model.start({ seed: '1' })
      return [0, 1, 2, 3].map((year) => {
        run.step()
        return columns.actors.motive[row('n0')] / (2 * Math.exp(-0.02 * year))
      })
    }
    const without = 0.4 + 0.6 * 0.5
    const expected = [without, without, 1, 1].map((x) => expect.closeTo(x, 12))
    expect(wishes(1)).toEqual(expected)
    expect(wishes(0)).toEqual([1, 1, 1, 1].map(() => expect.closeTo(without, 12)))
  })

  it('says nothing of ties within a state, or with a state of which nothing is given', () => {
    const found = reconciled(4, {
      actors: { ...twoStates(4), far: { kind: 'state' }, f0: { kind: 'city', state: 'far' } },
    })
    const run = found.model.start({ seed: '1' })
    tie(found, 'n0', 'n1')
    tie(found, 'n0', 'f0')
    run.finish()
    expect(found.hostility()).toBeCloseTo(0.8 * Math.exp(-0.02 * 10), 12)
    expect(found.columns.actors.motive[found.row('f0')]).toBe(0)
  })
})

const usual = { population: 100_000 }

describe('emulation', () => {
  const parameters = {
    peers: 2,
    imitation: 0.6,
    leaning: 1.5,
    fading: 0.2,
    lasting: 0.25,
    size: 0.5,
  }

  function emulated(actors: ScenarioDocument['tables']['actors'] = twoStates(6, usual)) {
    return stage({ emulation: parameters }, { actors, issues: { peace: {}, trade: {} } })
  }

  it('looks at those nearest in place and size at home', () => {
    const actors = twoStates(6, usual)
    const found = emulated({ ...actors, n3: { ...actors.n3, population: 4e6 } })
    found.model.start({ seed: '1' })
    const peers = found.world.ties.peers as { target: Int32Array; capacity: number }
    const of = (id: string) =>
      [0, 1].map((a) => found.world.actors.ids[peers.target[found.row(id) * peers.capacity + a]])
    expect(of('n0')).toEqual(['n1', 'n2'])
    expect(of('n5')).toEqual(['n4', 'n2'])
    expect(of('s4').sort()).toEqual(['s3', 's5'])
  })

  it('is drawn to the issue and the state of a peer, the more the fresher', () => {
    const found = emulated()
    const { model, world, row, columns } = found
    const run = model.start({ seed: '1' })
    tie(found, 'n1', 's5', 1)
    const seen: number[] = []
    for (let t = 0; t < 21; t++) {
      run.step()
      seen.push(columns.actors.motive[world.n + row('n0')])
      expect(affinity(world, row('n0'), row('south'))).toBeCloseTo((seen[t] / 0.6) * 1.5, 12)
    }
    // One of two peers.
    expect(seen[0]).toBeCloseTo(0.6 / 2, 12)
    expect(seen[20]).toBeCloseTo(0.3 * (0.25 + 0.75 * Math.exp((-0.2 * 1826) / 365.2425)), 9)
    expect(columns.actors.motive[row('n0')]).toBe(0)
    expect(affinity(world, row('n0'), row('north'))).toBe(0)
    // The peer itself has no peer with a tie; nor has a city that does not look at it.
    expect(columns.actors.motive[world.n + row('n1')]).toBe(0)
    expect(columns.actors.motive[world.n + row('n4')]).toBe(0)
  })

  it('takes a peer with many ties for one peer', () => {
    const found = emulated()
    const run = found.model.start({ seed: '1' })
    for (let k = 0; k < 5; k++) tie(found, 'n1', `s${k}`)
    run.step()
    expect(found.columns.actors.motive[found.row('n0')]).toBeCloseTo(0.3, 12)
  })

  it('is stronger in small units, and leaves out peers that take no part', () => {
    const pull = (population: number, active = 1) => {
      const actors = twoStates(6, usual)
      const found = emulated({
        ...actors,
        n0: { ...actors.n0, population },
        n2: { ...actors.n2, active },
      })
      const run = found.model.start({ seed: '1' })
      tie(found, 'n1', 's0')
      run.step()
      return found.columns.actors.motive[found.row('n0')]
    }
    expect(pull(100_000)).toBeCloseTo(0.3, 12)
    expect(pull(400_000)).toBeCloseTo(0.3 * (2 / 3), 9)
    expect(pull(25_000)).toBeCloseTo(0.3 * (4 / 3), 9)
    expect(pull(100_000, 0)).toBeCloseTo(0.6, 12)
  })
})

describe('emulation by units that never ask', () => {
  it('does not take place, while their peers follow them', () => {
    const actors = twoStates(3, usual)
    const found = stage(
      { emulation: {} },
      { actors: { ...actors, n0: { ...actors.n0, passive: 1 } }, issues: { peace: {} } },
    )
    const run = found.model.start({ seed: '1' })
    tie(found, 'n0', 's0')
    tie(found, 'n1', 's1')
    run.step()
    const { world, row, columns } = found
    expect(columns.actors.motive[row('n0')]).toBe(0)
    expect(affinity(world, row('n0'), row('south'))).toBe(0)
    expect(columns.actors.motive[row('n1')]).toBeGreaterThan(0)
  })
})

describe('embeddedness', () => {
  const parameters = { trust: 1.1, transitivity: 0.7, popularity: 0.4, load: 0.3 }

  function embedded(ties: readonly (readonly [string, string])[], endowment = 1) {
    const west = { kind: 'city', state: 'west', latitude: 48, longitude: -3 }
    const actors = { ...twoStates(4), west: { kind: 'state' }, w0: west, w1: west }
    const found = stage(
      { embeddedness: parameters },
      {
        actors: { ...actors, n0: { ...actors.n0, endowment } },
        issues: { peace: {} },
      },
    )
    const run = found.model.start({ seed: '1' })
    for (const [a, b] of ties) tie(found, a, b)
    run.step()
    const { world, row, columns } = found
    return {
      eagerness: (i: string) => columns.actors.eagerness[row(i)],
      attraction: (i: string) => columns.actors.attraction[row(i)],
      affinity: (i: string, j: string) => affinity(world, row(i), row(j)),
    }
  }

  it('loads those who keep ties, the more the less they are endowed, and makes them sought', () => {
    const ties = [
      ['n0', 's0'],
      ['n0', 's1'],
      ['n1', 's0'],
    ] as const
    const { eagerness, attraction } = embedded(ties)
    expect([eagerness('n0'), eagerness('n1'), eagerness('n2')]).toEqual([-0.6, -0.3, 0])
    expect(attraction('s0')).toBeCloseTo(0.4 * Math.log(3) - 0.6, 12)
    expect(attraction('s3')).toBe(0)
    expect(embedded(ties, 4).eagerness('n0')).toBeCloseTo(-0.15, 12)
    expect(embedded(ties, 0).eagerness('n0')).toBeCloseTo(-0.6 / 0.05, 12)
  })

  it('loads nobody beyond what keeps anyone from seeking a tie', () => {
    const actors = twoStates(4, { endowment: 0.001 })
    const found = stage({ embeddedness: { load: 20 } }, { actors, issues: { peace: {} } })
    const run = found.model.start({ seed: '1' })
    for (let k = 0; k < 4; k++) tie(found, 'n0', `s${k}`)
    // Without the bound the columns would leave their range here, and the run would end.
    run.step()
    expect(found.columns.actors.eagerness[found.row('n0')]).toBe(-50)
    expect(found.columns.actors.attraction[found.row('s3')]).toBeGreaterThan(-50)
  })

  it('trusts a partner once, however many agreements there are', () => {
    const { affinity } = embedded([
      ['n0', 's0'],
      ['n0', 's0'],
    ])
    expect([affinity('n0', 's0'), affinity('s0', 'n0'), affinity('n0', 's1')]).toEqual([
      1.1, 1.1, 0,
    ])
  })

  it('introduces partners of partners abroad, with less for each more that they share', () => {
    const { affinity } = embedded([
      ['n0', 's0'],
      ['w0', 's0'],
      ['n0', 's1'],
      ['w0', 's1'],
      ['w0', 's1'],
      ['w1', 's2'],
    ])
    expect(affinity('n0', 'w0')).toBeCloseTo(0.7 * Math.log(3), 12)
    expect(affinity('w0', 'n0')).toBeCloseTo(0.7 * Math.log(3), 12)
    expect(affinity('n0', 'w1')).toBe(0)
    // Nobody seeks a partner at home.
    expect(affinity('s0', 's1')).toBe(0)
  })

  it('adds to what other theories have said', () => {
    const found = stage(
      { reconciliation: { unwillingness: 2 }, emulation: {}, embeddedness: { trust: 1 } },
      {
        actors: twoStates(3),
        issues: { peace: { reconciles: 1 } },
        relations: { pair: { first: 'north', second: 'south', hostility: 0.5, encouragement: 1 } },
      },
    )
    const run = found.model.start({ seed: '1' })
    tie(found, 'n0', 's0')
    run.step()
    run.step()
    const { world, row, columns } = found
    expect(affinity(world, row('n0'), row('s0'))).toBe(1)
    expect(affinity(world, row('north'), row('south'))).toBeLessThan(-0.9)
    expect(affinity(world, row('n1'), row('south'))).toBeGreaterThan(0.4)
    expect(columns.actors.motive[row('n1')]).toBeGreaterThan(columns.actors.motive[row('n0')])
  })
})
