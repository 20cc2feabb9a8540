import { describe, expect, it } from 'vitest'
import { never, status } from '../../src/world/index.js'
import { stage } from './stage.js'

const actors = {
  north: { kind: 'state' },
  south: { kind: 'state' },
  a: { kind: 'city', state: 'north' },
  b: { kind: 'city', state: 'south' },
}
/** Where nothing but the named thing counts. */
const bare = { benefit: 0, attention: 0, support: 0, means: 0, complexity: 0, change: -1e1 }
const logistic = (x: number) => 1 / (1 + Math.exp(-x))

interface Play {
  readonly parameters?: Readonly<Record<string, number>>
  readonly twinning?: Readonly<Record<string, number | string>>
  readonly project?: Readonly<Record<string, number | string>>
  readonly pairs?: number
  readonly endsOn?: number
  readonly seed?: string
  readonly ticksPerYear?: number
}

/** So many pairs of cities, each with an agreement in force since the first day. */
function play({
  parameters = {},
  twinning = {},
  project = {},
  pairs = 1,
  endsOn = 365,
  seed = '1',
  ticksPerYear = 4,
}: Play) {
  const many = Object.fromEntries(
    Array.from({ length: pairs }, (_, k) => [
      [`n${k}`, { kind: 'city', state: 'north' }],
      [`s${k}`, { kind: 'city', state: 'south' }],
    ]).flat(),
  )
  const found = stage(
    { renewal: { ...bare, ...parameters }, agreementLife: {} },
    {
      actors: { north: actors.north, south: actors.south, ...many },
      issues: { peace: {}, trade: {} },
      instruments: {
        twinning: { binding: 'no', level: 'unit', term: 1, ...twinning },
        project: { binding: 'no', level: 'unit', term: 3, ...project },
      },
    },
    { time: { start: '1970-01-01', end: '1979-12-31', ticksPerYear } },
  )
  const { model, world, row } = found
  const run = model.start({ seed })
  for (let k = 0; k < pairs; k++) {
    const at = world.agreements.propose({
      instrument: 0,
      issue: 0,
      day: 0,
      parties: [row(`n${k}`), row(`s${k}`)],
      commitment: 0,
      effect: 1,
      appeal: 0,
    })
    world.agreements.conclude(at, 0)
    world.agreements.columns.status[at] = status.inForce
    world.agreements.columns.inForceOn[at] = 0
    world.agreements.columns.endsOn[at] = endsOn
  }
  const count = (what: number) => {
    let found = 0
    for (let a = 0; a < world.agreements.n; a++)
      if (world.agreements.columns.status[a] === what) found++
    return found
  }
  return { ...found, run, ledger: world.agreements, count }
}

describe('renewal', () => {
  it('moves the end by a term, once a term, as long as both sides want it', () => {
    const { run, ledger, world } = play({ parameters: { attachment: 20 } })
    for (let k = 0; k < 4; k++) run.step()
    expect([ledger.columns.renewals[0], ledger.columns.endsOn[0]]).toEqual([0, 365])
    run.step()
    expect([ledger.columns.renewals[0], ledger.columns.endsOn[0]]).toEqual([1, 730])
    run.finish()
    expect([ledger.columns.renewals[0], ledger.columns.status[0]]).toEqual([9, status.inForce])
    expect(ledger.n).toBe(1)
    expect(world.events.rows.every(({ type }) => type === 'renewed')).toBe(true)
  })

  it('leaves to expire what a side no longer wants, and says which', () => {
    const { run, ledger, world } = play({ parameters: { attachment: -20 } })
    run.finish()
    expect(ledger.columns.status[0]).toBe(status.expired)
    expect(world.events.rows.map(({ type }) => type)).toEqual(['notRenewed', 'expired'])
    expect(world.events.rows[0].reason).toBe('n0 wants it no longer')
  })

  it('needs two who would rather go on: the square of the logistic chance of its worth', () => {
    const pairs = 2000
    for (const attachment of [0, 1]) {
      const { run, count } = play({ parameters: { attachment }, pairs })
      for (let k = 0; k < 5; k++) run.step()
      const share = logistic(attachment) ** 2
      const error = 4.5 * Math.sqrt((share * (1 - share)) / pairs)
      expect(Math.abs(count(status.inForce) / pairs - share)).toBeLessThan(error)
    }
  })

  it('lasts as long whatever the tick', () => {
    const pairs = 2000
    const left = [1, 4, 12].map((ticksPerYear) => {
      const { run, count } = play({ parameters: { attachment: 1.5 }, pairs, ticksPerYear })
      run.finish()
      return count(status.inForce) / pairs
    })
    const share = logistic(1.5) ** 18
    for (const found of left)
      expect(Math.abs(found - share)).toBeLessThan(4.5 * Math.sqrt((share * (1 - share)) / pairs))
  })

  it('counts attention, support, benefit and means', () => {
    const pairs = 400
    const kept = (
      set: (world: ReturnType<typeof play>) => void,
      parameters: Readonly<Record<string, number>>,
    ) => {
      const played = play({ parameters, pairs, twinning: { upkeep: 1 } })
      for (let k = 0; k < 4; k++) {
        played.columns.actors.budget.fill(100)
        played.run.step()
      }
      played.columns.actors.budget.fill(100)
      set(played)
      played.run.step()
      let renewed = 0
      for (let a = 0; a < pairs; a++) renewed += played.ledger.columns.renewals[a]
      return renewed
    }
    const nothing = () => {}
    const usual = kept(nothing, {})
    expect(kept(({ columns }) => columns.actors.support.fill(1), { support: 6 })).toBeGreaterThan(
      usual,
    )
    expect(kept(({ columns }) => columns.actors.support.fill(0), { support: 6 })).toBeLessThan(
      usual,
    )
    expect(kept(({ ledger }) => ledger.columns.benefit.fill(3), { benefit: 1 })).toBeGreaterThan(
      usual,
    )
    expect(
      kept(({ columns }) => columns.actors.salience.fill(2), { attention: 2 }),
    ).toBeGreaterThan(usual)
    expect(kept(({ columns }) => columns.actors.budget.fill(0.25), { means: 4 })).toBeLessThan(
      usual,
    )
  })

  it('turns into its successor, on the subject that both attend to most, and a new row is concluded at once', () => {
    const { run, ledger, world, columns } = play({
      parameters: { attachment: -20, change: 20, attention: 1 },
      twinning: { successor: 'project' },
    })
    for (let k = 0; k < 4; k++) run.step()
    columns.actors.salience.fill(0.5, 0, world.n)
    columns.actors.salience.fill(0.7, world.n)
    run.step()
    expect(ledger.n).toBe(2)
    const { columns: c } = ledger
    expect([c.status[0], c.endsOn[0]]).toEqual([status.expired, 365])
    expect([c.status[1], c.instrument[1], c.issue[1]]).toEqual([status.consented, 1, 1])
    expect([ledger.party(1, 0), ledger.party(1, 1)]).toEqual([
      ledger.party(0, 0),
      ledger.party(0, 1),
    ])
    expect(world.events.rows.map(({ type, value }) => [type, value])).toEqual([['transformed', 1]])
  })

  it('keeps its subject where nothing draws attention elsewhere', () => {
    const { run, ledger } = play({ parameters: { change: 20 }, twinning: { successor: 'project' } })
    for (let k = 0; k < 5; k++) run.step()
    expect(ledger.columns.issue[1]).toBe(0)
  })

  it('does not turn into what takes know-how that a side lacks', () => {
    const turned = (knowHow: number) => {
      const { run, count, columns, ledger } = play({
        parameters: { attachment: 0, change: 3, complexity: 10 },
        twinning: { successor: 'project' },
        project: { complexity: 0.8 },
        pairs: 300,
      })
      columns.actors.knowHow.fill(knowHow)
      for (let k = 0; k < 5; k++) run.step()
      expect(ledger.n - 300).toBe(count(status.consented))
      return ledger.n - 300
    }
    const [none, some, enough, all] = [0, 0.4, 0.8, 1].map(turned)
    expect(none).toBeLessThan(some)
    expect(some).toBeLessThan(enough)
    expect(all).toBe(enough)
  })

  it('evaluates one without a term on its anniversaries only', () => {
    const { run, ledger, world } = play({
      parameters: { attachment: 20 },
      twinning: { term: 0, evaluation: 3 },
      endsOn: never,
    })
    run.finish()
    expect(world.events.rows.map(({ day }) => day)).toEqual([1096, 2191, 3287])
    expect([ledger.columns.renewals[0], ledger.columns.endsOn[0]]).toEqual([3, never])
    const given = play({
      parameters: { attachment: -20 },
      twinning: { term: 0, evaluation: 3 },
      endsOn: never,
    })
    given.run.finish()
    expect(given.ledger.columns.status[0]).toBe(status.terminated)
    expect(given.ledger.columns.endsOn[0]).toBe(1096)
  })

  it('does not renew what was funded for its term', () => {
    const { run, ledger } = play({ parameters: { attachment: 20 } })
    ledger.columns.call[0] = 0
    run.finish()
    expect(ledger.columns.status[0]).toBe(status.expired)
    const turned = play({
      parameters: { attachment: 20, change: 10 },
      twinning: { successor: 'project' },
    })
    turned.ledger.columns.call[0] = 0
    turned.run.finish()
    expect([turned.ledger.n, turned.ledger.columns.call[1]]).toEqual([2, -1])
  })

  it('gives each pair a chance of its own, whoever else is there', () => {
    const few = play({ parameters: { attachment: 0 }, pairs: 20 })
    const many = play({ parameters: { attachment: 0 }, pairs: 60 })
    for (const { run } of [few, many]) for (let k = 0; k < 5; k++) run.step()
    const kept = (p: typeof few) => Array.from(p.ledger.columns.renewals.subarray(0, 20))
    expect(kept(few)).toEqual(kept(many))
  })
})
