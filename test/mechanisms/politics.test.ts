import { describe, expect, it } from 'vitest'
import type { ScenarioDocument } from '../../src/scenario/index.js'
import { gateKinds, type Happening } from '../../src/world/index.js'
import { type Stage, stage } from './stage.js'

const logistic = (x: number) => 1 / (1 + Math.exp(-x))

/** A federation of three units. Every unit has one seat below and two above, all of them of the party given. */
const unit = (party: 'P' | 'Q', lower = 1) => ({
  kind: 'region',
  state: 'land',
  population: 1e6,
  baseEmissions: 100,
  emissionLimit: 50,
  [`lowerSeats:${party}`]: lower,
  [`upperSeats:${party}`]: 2,
})

const actors = { land: { kind: 'state' }, a: unit('P'), b: unit('P'), c: unit('Q') }
const parties = { P: { stance: 0.5 }, Q: { stance: -0.5 } }

const gates = {
  committee: { state: 'land', kind: 'committee', chamber: 'lower', scheduled: 'chair' },
  house: { state: 'land', kind: 'floor', chamber: 'lower', threshold: 0.5 },
  leader: { state: 'land', kind: 'leader', chamber: 'upper', scheduled: 'boss' },
  senate: { state: 'land', kind: 'floor', chamber: 'upper', threshold: 0.6 },
  president: {
    state: 'land',
    kind: 'executive',
    override: 0.667,
    scheduled: 'president',
  },
}

const holders = {
  chair: { office: 'committee', home: 'a', party: 'P', stance: 0 },
  boss: { office: 'leader', home: 'b', party: 'P', stance: 0 },
  president: { office: 'president', home: 'c', party: 'Q', stance: 0.5 },
}

const seats = {
  'committee/a': { gate: 'committee', unit: 'a', members: 2 },
  'committee/b': { gate: 'committee', unit: 'b', members: 1 },
  'committee/c': { gate: 'committee', unit: 'c', members: 4 },
}

/** Bills go as far as they can within one tick; nobody has an unexplained leaning. */
const plain = {
  tolerance: 0.5,
  pace: 400,
  pressure: 0.5,
  party: 1,
  floorParty: 0.5,
  precision: 1.5,
}

function politics(
  parameters: ScenarioDocument['mechanisms'][string] = {},
  tables: ScenarioDocument['tables'] = {},
) {
  return stage(
    {
      programmes: {},
      stakes: {},
      officeHolders: { disposition: 0 },
      federalPolitics: {
        ...plain,
        transfers: false,
        trading: false,
        bundling: false,
        ...parameters,
      },
    },
    { actors, parties, gates, holders, seats, ...tables },
  )
}

/** One tick with the values of units set by hand. */
function tick(made: Stage, values: Readonly<Record<string, number>>, pressure = 0): Happening[] {
  const run = made.model.start({ seed: '1' })
  for (const [id, value] of Object.entries(values)) made.columns.actors.value[made.row(id)] = value
  made.columns.actors.pressure[made.row('land')] = pressure
  made.columns.issues.dollarValue[0] = 0.1
  run.step()
  return made.world.events.rows
}

const scores = ({ columns }: Stage) => [...columns.gates.score]
const types = (rows: readonly Happening[]) => rows.map(({ type }) => type)

describe('what gates lean to', () => {
  it('has the values computed by hand', () => {
    const made = politics()
    tick(made, { a: 1, b: -0.4, c: -0.2 }, 0.6)
    const felt = 0.5 * 0.6
    const line = 0.5
    const [a, b, c] = [1, -0.4, -0.2].map((v) => v + felt)
    // The president is of party Q: all of c's delegation follows the line, on a committee in full, on floors by half.
    const yes = [a, b, c].map((x, k) => logistic(1.5 * (x + (k === 2 ? 0.5 * line : 0))))
    const share = (yes[0] + yes[1] + yes[2]) / 3
    // Four of seven members come from c: 1.0 + 0.1 in the middle, between b and a.
    const median = c + line
    const expected = [median, share, b, share, line + felt]
    scores(made).forEach((score, g) => {
      expect(score, gateKinds[made.columns.gates.kind[g]]).toBeCloseTo(expected[g], 9)
    })
  })

  it('takes the member in the middle, by number of members', () => {
    const three = (members: readonly number[]) => {
      const made = politics(
        { party: 0, floorParty: 0 },
        {
          seats: Object.fromEntries(
            ['a', 'b', 'c'].map((id, k) => [
              id,
              { gate: 'committee', unit: id, members: members[k] },
            ]),
          ),
        },
      )
      tick(made, { a: 3, b: 1, c: 2 })
      return scores(made)[0]
    }
    expect(three([1, 1, 1])).toBe(2)
    expect(three([3, 1, 1])).toBe(3)
    expect(three([1, 5, 2])).toBe(1)
    // An even split is decided by the lower half.
    expect(three([2, 2, 0])).toBe(1)
    // Without members the chair's home speaks.
    expect(three([0, 0, 0])).toBe(3)
  })
})

describe('a bill', () => {
  const all = { a: 2, b: 2, c: 2 }

  it('becomes law through every gate in turn', () => {
    const made = politics()
    const rows = tick(made, all)
    expect(types(rows)).toEqual([...Array(5).fill('billPassed'), 'policyEnacted'])
    expect(rows.slice(0, 5).map(({ gate }) => gate)).toEqual([0, 1, 2, 3, 4])
    expect(made.columns.actors.policy[made.row('land')]).toBe(1)
    expect(made.columns.actors.adoptedOn[made.row('land')]).toBe(0)
    expect(made.columns.actors.blockage[made.row('land')]).toBe(0)
  })

  it('waits at the first gate that is closed', () => {
    const made = politics()
    // The leader from b stands at −0.51, just beyond the tolerance of 0.5.
    expect(types(tick(made, { a: 2, b: -0.51, c: 2 }))).toEqual([
      'billPassed',
      'billPassed',
      'billHeld',
    ])
    expect(made.columns.actors.heldBy[made.row('land')]).toBe(2)
    expect(made.columns.actors.blockage[made.row('land')]).toBeCloseTo(1 / 5, 12)
    expect(types(tick(made, { a: 2, b: -0.49, c: 2 }))).toContain('policyEnacted')
  })

  it('passes a floor at its threshold, not short of it', () => {
    // Values that make the share of votes just over and just under 0.6 in the upper chamber.
    const at = (share: number) => Math.log(share / (1 - share)) / 1.5
    const made = politics({ floorParty: 0 })
    const passes = (share: number) =>
      types(tick(made, { a: at(share), b: at(share), c: at(share) })).includes('policyEnacted')
    expect(passes(0.601)).toBe(true)
    expect(passes(0.599)).toBe(false)
  })

  it('overrides a veto with two thirds of both floors', () => {
    const veto = { ...holders, president: { ...holders.president, stance: -1 } }
    const made = politics({ floorParty: 0, party: 0 }, { holders: veto })
    const rows = tick(made, all)
    expect(types(rows).slice(4)).toEqual(['vetoOverridden', 'billPassed', 'policyEnacted'])
    const at = Math.log(0.66 / 0.34) / 1.5
    expect(types(tick(made, { a: at, b: at, c: at }))).toEqual([
      ...Array(4).fill('billPassed'),
      'billHeld',
    ])
    const never = { ...gates, president: { ...gates.president, override: 0 } }
    const bound = politics({ floorParty: 0, party: 0 }, { holders: veto, gates: never })
    expect(types(tick(bound, all))).not.toContain('policyEnacted')
  })

  it('dies with the session, and begins again at the first gate', () => {
    const made = politics()
    const run = made.model.start({ seed: '1' })
    const { value } = made.columns.actors
    for (const id of ['a', 'b', 'c']) value[made.row(id)] = id === 'b' ? -1 : 2
    run.step()
    expect(made.columns.actors.stage[made.row('land')]).toBe(2)
    // Renewal is a signal that the scenario sets; here nothing else clears it before politics sees it.
    const { renewal } = made.columns.gates
    const { clearPulses } = made.world
    made.world.clearPulses = () => {
      clearPulses.call(made.world)
      renewal[1] = 1
    }
    run.step()
    made.world.clearPulses = clearPulses
    const since = made.world.events.rows.filter(({ tick }) => tick === 1)
    expect(types(since).slice(0, 3)).toEqual(['billDied', 'billPassed', 'billPassed'])
    expect(since[1].gate).toBe(0)
  })
})

describe('compensation', () => {
  // a is safely for, b and c are against; c is the smaller state by people, so its vote costs less.
  const people = {
    ...actors,
    b: { ...actors.b, population: 2e6 },
    c: { ...actors.c, population: 1e6 },
  }
  const values = { a: 6, b: -0.3, c: -0.3 }
  const rich = { transfers: true, transferBudget: 10, floorParty: 0, party: 0, tolerance: 10 }

  it('buys the cheapest vote, for just what brings it to indifference', () => {
    const made = politics(rich, { actors: people })
    const rows = tick(made, values)
    const bought = rows.filter(({ type }) => type === 'compensated')
    expect(bought.length).toBeGreaterThan(0)
    expect(bought[0].other).toBe(made.row('c'))
    // 0.3 logits of a million people at 0.1 logit per dollar a head: 3 million dollars a year.
    expect(bought[0].value).toBeCloseTo(3, 9)
    expect(made.columns.actors.transfer[made.row('c')]).toBeCloseTo(3, 9)
    expect(made.columns.actors.transfer[made.row('a')]).toBe(0)
  })

  it('opens the floor that it pays for', () => {
    const made = politics({ ...rich, transfers: true }, { actors: people })
    expect(types(tick(made, values))).toContain('policyEnacted')
    expect(
      types(tick(politics({ ...rich, transfers: false }, { actors: people }), values)),
    ).not.toContain('policyEnacted')
  })

  it('keeps within its budget, and pays no unit more than the programme costs it', () => {
    // Half of 1.5 · 2,850 · 110,231 · 0.25 USD each: the programme costs every unit 39.27 million.
    const made = politics({ ...rich, transferBudget: 0.02 }, { actors: people })
    // 2 % of 117.8 million is 2.36 million: too little for the 3 million that the cheapest vote takes.
    expect(types(tick(made, values))).not.toContain('compensated')
    const dear = politics({ ...rich, floorParty: 0 }, { actors: people })
    // −4.5 logits of a million people would cost 45 million.
    expect(types(tick(dear, { a: 6, b: -4.5, c: -4.5 }))).not.toContain('compensated')
  })
})

describe('packages', () => {
  it('add to every gate but the executive when the executive favours action', () => {
    const scoresWith = (stance: number) => {
      const made = politics(
        { bundling: true, bundle: 0.3, party: 0, floorParty: 0 },
        { holders: { ...holders, president: { ...holders.president, stance } } },
      )
      tick(made, { a: 0, b: 0, c: 0 })
      return scores(made)
    }
    const [without, withPackage] = [scoresWith(0), scoresWith(0.2)]
    expect(without.slice(0, 3)).toEqual([0, 0.5, 0])
    expect(withPackage[0]).toBeCloseTo(0.3, 12)
    expect(withPackage[1]).toBeCloseTo(logistic(1.5 * 0.3), 9)
    expect(withPackage[2]).toBeCloseTo(0.3, 12)
    expect(withPackage[4]).toBeCloseTo(0.2, 12)
  })
})
