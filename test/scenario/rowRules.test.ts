import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/diagnostics/index.js'
import type { ScenarioDocument } from '../../src/scenario/index.js'
import { stage } from '../mechanisms/stage.js'

const instruments = {
  paper: { binding: 'no', level: 'unit' },
  project: { binding: 'no', level: 'unit' },
}
const actors = {
  land: { kind: 'state' },
  reach: { kind: 'state' },
  around: { kind: 'grouping', state: 'land' },
  town: { kind: 'city', state: 'land' },
  council: { kind: 'network' },
}
const mechanisms = {
  exogenousEvents: {},
  nestedAction: {},
  shocks: {},
  fundingCalls: {},
  renewal: {},
  reconciliation: {},
  crisisResponse: {},
  networkMembership: {},
}
const call = { opens: '1990-01-01', instrument: 'project' }

/** What is said to a scenario with these tables. */
function said(tables: ScenarioDocument['tables'], more: Partial<ScenarioDocument> = {}): string {
  try {
    stage(mechanisms, { actors, instruments, ...tables }, more)
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  return 'nothing'
}

const actor = (id: string, cells: object) => ({ actors: { ...actors, [id]: cells } })

describe('cells that can be read and cannot be meant', () => {
  it('are none in a world that is in order', () => {
    const city = { kind: 'city', state: 'land', grouping: 'around' }
    expect(
      said({
        ...actor('town', city),
        calls: { one: { ...call, closes: '1999-12-31', smallest: 5, largest: 5, state: 'land' } },
        shocks: { flood: { from: '1970-01-01', until: '1970-01-02' } },
        instruments: { ...instruments, paper: { ...instruments.paper, successor: 'project' } },
      }),
    ).toBe('nothing')
  })

  it('are groupings that are none, and groupings of what is no unit', () => {
    const city = { kind: 'city', state: 'land' }
    expect(said(actor('town', { ...city, grouping: 'land' }))).toBe(
      'actors.grouping of "town": "land" is a state, not a grouping. Expected around (grouping of municipalities that the city belongs to).',
    )
    expect(said(actor('town', { ...city, grouping: 'council' }))).toContain(
      '"council" is a network, not a grouping. Expected around',
    )
    expect(said(actor('around', { kind: 'city', state: 'land', grouping: 'town' }))).toContain(
      '"town" is a city, not a grouping. No actor of this scenario is a grouping.',
    )
    expect(said(actor('reach', { kind: 'state', grouping: 'around' }))).toBe(
      'actors.grouping of "reach": "reach" is a state, and this column is for a region, city or grouping (grouping of municipalities that the city belongs to). Leave the cell empty.',
    )
    expect(
      said(actor('around', { kind: 'grouping', state: 'land', grouping: 'around' })),
    ).toContain('actors.grouping of "around": it names itself.')
  })

  it('are seats at what is no unit', () => {
    expect(said(actor('council', { kind: 'network', host: 'land' }), measuring)).toContain(
      '"land" is a state, not a region, city or grouping. Expected one of around, town',
    )
  })

  it('are shocks that are over before they begin, and shocks to what is no state', () => {
    const flood = { from: '1975-01-01', until: '1974-01-01' }
    expect(said({ shocks: { flood } })).toBe(
      'shocks.until of "flood": 1974-01-01 does not lie after "from", 1975-01-01. Expected a day after 1975-01-01 (day on which it is over).',
    )
    expect(
      said({ shocks: { flood: { from: '1975-01-01', until: '1976-01-01', state: 'town' } } }),
    ).toContain(
      'shocks.state of "flood": "town" is a city, not a state. Expected one of land, reach',
    )
  })

  it('are dated changes after which something ends before it begins', () => {
    const shocks = { flood: { from: '1975-01-01', until: '1976-01-01' } }
    const change = (column: string, value: string) => ({
      date: '1972-01-01',
      table: 'shocks',
      id: 'flood',
      column,
      value,
    })
    expect(said({ shocks }, { changes: [change('until', '1974-01-01')] })).toContain(
      'from 1972-01-01 on, shocks.until of "flood": 1974-01-01 does not lie after "from"',
    )
    expect(said({ shocks }, { changes: [change('from', '1977-01-01')] })).toContain(
      'from 1972-01-01 on, shocks.until of "flood": 1976-01-01 does not lie after "from", 1977-01-01',
    )
    const both = [change('from', '1977-01-01'), change('until', '1978-01-01')]
    expect(said({ shocks }, { changes: both })).toBe('nothing')
  })

  it('are calls that close before they open, or whose largest grant is below the smallest', () => {
    expect(said({ calls: { one: { ...call, closes: '1989-12-31' } } })).toContain(
      'calls.closes of "one": 1989-12-31 does not lie after "opens", 1990-01-01.',
    )
    expect(said({ calls: { one: { ...call, smallest: 10, largest: 9 } } })).toContain(
      'calls.largest of "one": 9 lies below "smallest", 10. Expected a number from 10 to 10000000000',
    )
    // No ceiling lies below nothing.
    expect(said({ calls: { one: { ...call, smallest: 10, largest: 0 } } })).toBe('nothing')
    expect(said({ calls: { one: { ...call, partnerState: 'town' } } })).toContain(
      'calls.partnerState of "one": "town" is a city, not a state.',
    )
  })

  it('are instruments that turn into themselves', () => {
    const paper = { ...instruments.paper, successor: 'paper' }
    expect(said({ instruments: { ...instruments, paper } })).toBe(
      'instruments.successor of "paper": it names itself. Expected project (instrument that it may be turned into when it is evaluated; none: it may not). Leave it out for none.',
    )
  })

  it('are networks that end before they are founded', () => {
    const networks = {
      club: { actor: 'council', founded: '1985-01-01', dissolved: '1984-01-01' },
    }
    expect(said({ networks })).toContain('networks.dissolved of "club": 1984-01-01 does not lie')
    expect(said({ networks: { club: { actor: 'town', founded: '1985-01-01' } } })).toContain(
      'networks.actor of "club": "town" is a city, not a network. Expected council',
    )
  })

  it('are relations of a state with itself or of what is no state, borders and commutes to oneself', () => {
    expect(said({ relations: { pair: { first: 'land', second: 'land' } } })).toContain(
      'relations.second of "pair": it is "land", as first is. Expected one of reach',
    )
    expect(said({ relations: { pair: { first: 'land', second: 'town' } } })).toContain(
      'relations.second of "pair": "town" is a city, not a state.',
    )
    expect(said({ borders: { one: { first: 'town', second: 'town' } } })).toContain(
      'borders.second of "one": it is "town", as first is.',
    )
    expect(said({ commutes: { one: { from: 'town', to: 'town', commuters: 1 } } })).toContain(
      'commutes.to of "one": it is "town", as from is.',
    )
  })
})

const measuring = { measures: ['roles'] }
