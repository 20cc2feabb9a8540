import { describe, expect, it } from 'vitest'
import { centralResponses, status, type World } from '../../src/world/index.js'
import { type Stage, stage } from './stage.js'

const logistic = (x: number) => 1 / (1 + Math.exp(-x))

/** Two states with so many units each, all alike: `n0`, `n1`, … and `s0`, `s1`, … */
function twoStates(each: number, unit: Readonly<Record<string, number>> = {}) {
  const rows = ['n', 's'].flatMap((side) =>
    Array.from({ length: each }, (_, k) => [
      `${side}${k}`,
      { kind: 'region', state: side === 'n' ? 'north' : 'south', ...unit },
    ]),
  )
  return { north: { kind: 'state' }, south: { kind: 'state' }, ...Object.fromEntries(rows) }
}

const instruments = { paper: { binding: 'no', level: 'unit', cost: 0 } }

function propose(world: World, a: number, b: number, appeal: number, day = 0): number {
  return world.agreements.propose({
    instrument: 0,
    issue: 0,
    day,
    parties: [a, b],
    commitment: 0,
    effect: 1,
    appeal,
  })
}

/** So many standard errors either side of a share. */
const near = (share: number, n: number) => 4.5 * Math.sqrt((share * (1 - share)) / n)

describe('initiative', () => {
  const attention = 2

  /** Proposals of one unit for which any partner is better than none. */
  function proposals(ticksPerYear: number, seeds: number): number[] {
    const { model, world, row, columns } = stage(
      { initiative: { rate: 1, distance: 0, disparity: 0, size: 1 } },
      {
        actors: {
          ...twoStates(40, { population: 1e9 }),
          n0: { kind: 'region', state: 'north', population: 1e9 },
        },
        instruments,
        borders: {},
      },
      { time: { start: '1970-01-01', end: '1971-12-31', ticksPerYear } },
    )
    return Array.from({ length: seeds }, (_, seed) => {
      const run = model.start({ seed: `initiative ${ticksPerYear} ${seed}` })
      columns.actors.salience[row('n0')] = attention
      run.finish()
      return world.agreements.n
    })
  }

  it('comes at the same pace whatever the tick: a Poisson number with mean rate × attention × years', () => {
    for (const ticksPerYear of [1, 2, 12]) {
      const counts = proposals(ticksPerYear, 400)
      const mean = counts.reduce((sum, k) => sum + k, 0) / counts.length
      const variance = counts.reduce((sum, k) => sum + (k - mean) ** 2, 0) / counts.length
      expect(Math.abs(mean - 4), `${ticksPerYear} ticks a year`).toBeLessThan(
        4.5 * Math.sqrt(4 / 400),
      )
      expect(Math.abs(variance - 4)).toBeLessThan(1.6)
    }
  })

  it('is never of a passive unit, which is asked as before', () => {
    const proposals = (attention: number, passive: number) => {
      const actors = twoStates(6, { population: 1e9 })
      const south = Array.from({ length: 6 }, (_, k) => `s${k}`)
      for (const id of south)
        Object.assign(actors, {
          [id]: { kind: 'region', state: 'south', population: 1e9, passive },
        })
      const { model, world, row, columns } = stage(
        { initiative: { rate: 1, distance: 0, disparity: 0, size: 1 } },
        { actors, instruments, borders: {} },
        { time: { start: '1970-01-01', end: '1971-12-31', ticksPerYear: 4 } },
      )
      const run = model.start({ seed: 'passive' })
      columns.actors.salience.fill(1)
      for (const id of south) columns.actors.salience[row(id)] = attention
      run.finish()
      return Array.from({ length: world.agreements.n }, (_, a) =>
        [0, 1].map((p) => world.actors.ids[world.agreements.party(a, p)]),
      )
    }
    const asked = proposals(1, 1)
    expect(asked.length).toBeGreaterThan(5)
    // Those who attend to nothing do not ask either: chance of the others stays where it is.
    expect(asked).toEqual(proposals(0, 0))
    expect(asked.some(([first]) => first.startsWith('s'))).toBe(false)
    expect(proposals(1, 0).some(([first]) => first.startsWith('s'))).toBe(true)
  })

  it('chooses by worth: gravity, support, flows, shared bodies, thresholds', () => {
    // One candidate and one instrument: an opportunity is taken with the logit chance of its worth against nothing.
    const { model, world, row, columns } = stage(
      {
        initiative: { rate: 1, distance: -1, size: 0.1, disparity: -0.5, support: 2, flows: 10 },
      },
      {
        actors: {
          north: { kind: 'state' },
          south: { kind: 'state' },
          a: { kind: 'city', state: 'north', latitude: 0, longitude: 0, population: 1e6 },
          b: { kind: 'city', state: 'south', latitude: 0, longitude: 1, population: 1e5 },
        },
        instruments: { paper: { ...instruments.paper, cost: 1 } },
        borders: {},
      },
      { time: { start: '1970-01-01', end: '1970-12-31', ticksPerYear: 1 } },
    )
    const [a, b] = [row('a'), row('b')]
    const { salience, position, deposition, emissions } = columns.actors
    const transport = world.ties.transport as { values: Float64Array }
    const seeds = 4000
    let proposed = 0
    let appeal = 0
    for (let seed = 0; seed < seeds; seed++) {
      const run = model.start({ seed: String(seed) })
      salience[a] = 2
      position[a] = 0.5
      position[b] = 0.9
      deposition[b] = 20
      emissions[a] = 100
      transport.values[a * world.n + b] = 0.02
      run.step()
      if (world.agreements.n > 0) {
        proposed++
        appeal = world.agreements.columns.appeal[0]
      }
    }
    const byHand =
      -Math.log(111.195) +
      0.1 * (Math.log(1e6) + Math.log(1e5)) -
      0.5 * Math.log(10) +
      2 * (0.5 + 0.9) +
      10 * ((0.02 * 100) / 20) -
      1
    expect(appeal).toBeCloseTo(byHand, 4)
    // A Poisson number of opportunities with mean 2, until one is taken.
    const share = 1 - Math.exp(-2 * logistic(byHand))
    expect(Math.abs(proposed / seeds - share)).toBeLessThan(near(share, seeds))
  })
})

describe('the form and the subject of a tie', () => {
  it('is open for the issue that it is for, and is chosen more where more attention lies', () => {
    const model = (attention: number, issue?: string) =>
      stage(
        { initiative: { rate: 1, distance: 0, disparity: 0, size: 0.3, attention } },
        {
          actors: twoStates(150, { population: 1e5 }),
          issues: { lake: {}, trade: {} },
          instruments: { paper: { ...instruments.paper, ...(issue ? { issue } : {}) } },
          borders: {},
        },
        { time: { start: '1970-01-01', end: '1970-12-31', ticksPerYear: 4 } },
      )
    const shareOnTrade = (attention: number, issue?: string) => {
      const { model: made, world, columns } = model(attention, issue)
      const run = made.start({ seed: '1' })
      columns.actors.salience.fill(0.5, 0, world.n)
      columns.actors.salience.fill(1.5, world.n)
      run.finish()
      let trade = 0
      for (let a = 0; a < world.agreements.n; a++) trade += world.agreements.columns.issue[a]
      return trade / world.agreements.n
    }
    expect(Math.abs(shareOnTrade(0) - 0.5)).toBeLessThan(near(0.5, 300))
    expect(Math.abs(shareOnTrade(1) - logistic(1))).toBeLessThan(near(logistic(1), 300))
    expect([shareOnTrade(0, 'lake'), shareOnTrade(1, 'trade')]).toEqual([0, 1])
  })
})

describe('consent', () => {
  it('comes with the logistic chance of what the tie is worth', () => {
    const each = 60
    const { model, world, row } = stage(
      { negotiation: {}, centralResponse: { enabled: false } },
      { actors: twoStates(each), instruments },
    )
    for (const appeal of [-1.2, 0, 0.7]) {
      const run = model.start({ seed: `consent ${appeal}` })
      for (let i = 0; i < each; i++)
        for (let j = 0; j < each; j++) propose(world, row(`n${i}`), row(`s${j}`), appeal)
      run.step()
      const { columns: c, n, parties } = world.agreements
      let signed = 0
      for (let k = 0; k < n; k++) {
        const yes = c.status[k] === status.consented
        if (yes) signed++
        expect(c.signedOn[k] === 0).toBe(yes)
        expect(parties.consent[c.firstParty[k] + 1]).toBe(yes ? 1 : 0)
      }
      const share = logistic(appeal)
      expect(Math.abs(signed / n - share)).toBeLessThan(near(share, n))
    }
  })

  it('has a chance of its own for each issue', () => {
    const each = 40
    const { model, world, row } = stage(
      { negotiation: {}, centralResponse: { enabled: false } },
      { actors: twoStates(each), issues: { lake: {}, river: {} }, instruments },
    )
    const run = model.start({ seed: '1' })
    for (let i = 0; i < each; i++) {
      for (const issue of [0, 1]) {
        const at = propose(world, row(`n${i}`), row(`s${i}`), 0)
        world.agreements.columns.issue[at] = issue
      }
    }
    run.step()
    const { columns: c } = world.agreements
    let alike = 0
    for (let k = 0; k < 2 * each; k += 2) if (c.status[k] === c.status[k + 1]) alike++
    expect(alike).toBeGreaterThan(8)
    expect(alike).toBeLessThan(32)
  })
})

describe('diffusion', () => {
  const each = 1500
  const parameters = { constant: -2, value: 0.7, learning: 0.9, imitation: 0.5, fading: 3 }
  const adopters = ({ world, columns }: Stage, side: string) =>
    [...world.actors.ids.keys()].filter(
      (i) => world.actors.ids[i].startsWith(side) && columns.actors.ownProgramme[i] > 0,
    ).length

  function make(ticksPerYear: number): Stage {
    return stage(
      { diffusion: parameters },
      { actors: twoStates(each, { population: 1000, baseEmissions: 10 }) },
      { time: { start: '1970-01-01', end: '1970-12-31', ticksPerYear } },
    )
  }

  it('follows the yearly hazard 1 − exp(−e^(α + βV)) at any tick', () => {
    for (const ticksPerYear of [1, 12]) {
      const made = make(ticksPerYear)
      const run = made.model.start({ seed: `hazard ${ticksPerYear}` })
      made.columns.actors.value.fill(1.5)
      run.finish()
      const share = 1 - Math.exp(-Math.exp(-2 + 0.7 * 1.5))
      expect(Math.abs(adopters(made, 's') / each - share)).toBeLessThan(near(share, each))
    }
  })

  it('is faster for those who are taught, and for the smaller at home while a programme is fresh', () => {
    const made = make(1)
    const { world, row, columns } = made
    const { ownProgramme, ownSince, population } = columns.actors
    const run = made.model.start({ seed: 'led' })
    // A large unit of the south adopted three years ago: imitation has faded to 1/e. It taught all of the north.
    const pioneer = row('s0')
    population[pioneer] = 1001
    ownProgramme[pioneer] = 0.3
    ownSince[pioneer] = -Math.round(3 * 365.2425)
    const { coMembership } = world.ties as unknown as { coMembership: { values: Float64Array } }
    for (let k = 0; k < each; k++) coMembership.values[row(`n${k}`) * world.n + pioneer] = 1
    run.finish()
    const led = 1 - Math.exp(-Math.exp(-2 + 0.5 * Math.exp(-1)))
    const taught = 1 - Math.exp(-Math.exp(-2 + 0.9))
    expect(Math.abs((adopters(made, 's') - 1) / (each - 1) - led)).toBeLessThan(near(led, each))
    expect(Math.abs(adopters(made, 'n') / each - taught)).toBeLessThan(near(taught, each))
  })
})

describe('the answer of a centre', () => {
  it('has the multinomial chances of Soldatos’s types', () => {
    const each = 55
    const { model, world, row, columns } = stage(
      { centralResponse: { conflict: 2, nonBinding: 0.3 } },
      { actors: twoStates(each), instruments },
    )
    const { line, position, salience } = columns.actors
    const run = model.start({ seed: 'answer' })
    line[row('north')] = -1
    line[row('south')] = 1
    for (const i of world.units) {
      position[i] = 0.8
      salience[i] = 2
    }
    for (let i = 0; i < each; i++) {
      for (let j = 0; j < each; j++) {
        const a = propose(world, row(`n${i}`), row(`s${j}`), 0)
        world.agreements.columns.status[a] = status.inForce
      }
    }
    run.step()
    const { columns: c, parties, n } = world.agreements
    const counts = { n: new Float64Array(5), s: new Float64Array(5) }
    for (let a = 0; a < n; a++) {
      for (const [side, at] of [
        ['n', 0],
        ['s', 1],
      ] as const) {
        const answer = parties.response[c.firstParty[a] + at]
        counts[side][answer]++
        const voice = { coOpt: 0.5, sanction: 0 }[centralResponses[answer] as 'coOpt'] ?? 1
        expect(parties.voice[c.firstParty[a] + at]).toBe(voice)
      }
    }
    // Conflict 0.8, attention 2, weight 2 and 0.3 for what does not bind; none in the south.
    for (const [side, x] of [
      ['n', 2 * 0.8 * 2 * 0.3],
      ['s', 0],
    ] as const) {
      const weights = [0, 1, Math.exp(-1 - x), Math.exp(-2 + x), Math.exp(-4 + 2 * x)]
      const all = weights.reduce((sum, w) => sum + w, 0)
      weights.forEach((w, answer) => {
        const share = w / all
        expect(Math.abs(counts[side][answer] / n - share)).toBeLessThanOrEqual(near(share, n))
      })
    }
  })
})

describe('the answer of a centre', () => {
  it('is not given to who only stands for the partners of others', () => {
    const answered = (passive: number) => {
      const { model, world, row, columns } = stage(
        { centralResponse: { sanction: 20 } },
        { actors: twoStates(1), instruments },
      )
      const run = model.start({ seed: 'passive' })
      columns.actors.passive[row('s0')] = passive
      const a = propose(world, row('n0'), row('s0'), 0)
      world.agreements.columns.status[a] = status.inForce
      run.step()
      const first = world.agreements.columns.firstParty[a]
      return Array.from(world.agreements.parties.response.subarray(first, first + 2))
    }
    const sanction = centralResponses.indexOf('sanction')
    expect(answered(0)).toEqual([sanction, sanction])
    expect(answered(1)).toEqual([sanction, 0])
  })
})

describe('pressure', () => {
  it('is home voice as far as gates are open, and allies’ voices as far as they are closed (Keck and Sikkink)', () => {
    const { model, world, row, columns } = stage(
      {
        pressure: { boomerang: 0.5, rate: 0.4, threshold: 0.25, steepness: 8 },
        centralResponse: { enabled: false },
      },
      {
        actors: {
          north: { kind: 'state' },
          south: { kind: 'state' },
          a: { kind: 'region', state: 'north', latitude: 0, longitude: 0, population: 3e6 },
          b: { kind: 'region', state: 'north', latitude: 0, longitude: 20, population: 1e6 },
          c: { kind: 'region', state: 'south', latitude: 0, longitude: 2, population: 1e6 },
          d: { kind: 'region', state: 'south', latitude: 0, longitude: 4, population: 4e6 },
        },
        memberships: {},
        instruments,
      },
      { time: { start: '1970-01-01', end: '1970-12-31', ticksPerYear: 4 } },
    )
    const run = model.start({ seed: '1' })
    const { salience, position, stake, ownProgramme, blockage, pressure } = columns.actors
    const values = {
      a: [2, 0.5, 3],
      b: [1, -0.8, 1],
      c: [1.5, 0.9, 2],
      d: [1, 0.2, 1],
    } as const
    for (const [id, [s, p, k]] of Object.entries(values)) {
      salience[row(id)] = s
      position[row(id)] = p
      stake[row(id)] = k
    }
    ownProgramme[row('c')] = 0.2
    blockage[row('north')] = 0.6
    const tie = propose(world, row('a'), row('c'), 0)
    world.agreements.columns.status[tie] = status.inForce
    world.agreements.parties.voice[0] = 0.5
    run.step()

    // Voices at full attention: 1.5, −0.8, 1.8, 0.2.
    const voices = [1.5, -0.8, 1.8, 0.2]
    const mean = voices.reduce((sum, v) => sum + v, 0) / 4
    const sd = Math.sqrt(voices.reduce((sum, v) => sum + (v - mean) ** 2, 0) / 4)
    const home = (3e6 * 1 + 1e6 * -0.8) / 4e6
    // Trade of a abroad: 1e6 people at 2°, 4e6 at 4°: a third and two thirds.
    const credibility = logistic(8 * (0.2 / 0.5 - 0.25))
    const abroad = 0.5 * (1 / 3) * (1.5 * 0.9) * credibility
    const recall = 1 - Math.exp(-0.4 / 4)
    const heard = (0.4 * home + 0.5 * 0.6 * abroad) / sd
    expect(pressure[row('north')]).toBeCloseTo(recall * heard, 6)
    expect(columns.actors.foreignVoice[row('north')]).toBeCloseTo(abroad / sd, 6)
    // The south is not blocked: the foreign route does not count, and a has no cuts to be credited.
    const south = (1e6 * 1.35 + 4e6 * 0.2) / 5e6
    expect(pressure[row('south')]).toBeCloseTo((recall * south) / sd, 6)
  })
})
