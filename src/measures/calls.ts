import { type AnyMeasure, defineMeasure } from '../contract/index.js'
import { actorColumns, callTally, real, whole } from '../world/index.js'
import { columnOfUnits } from './columnOfUnits.js'
import { unitsOfGroup } from './ofGroups.js'

const euros = (meaning: string) => real({ meaning, unit: 'EUR/yr' })
const externalMoneyOf = euros('outside money a year of the projects that the unit leads')
const earmarkedMoneyOf = euros(
  "money a year that the unit spends abroad out of its sectors' budgets",
)
const ownMoneyOf = euros("the unit's own yearly means for external action")

function ofCalls(
  name: string,
  title: string,
  meaning: string,
  unit: string,
  column: 'applied' | 'granted' | 'paid',
): AnyMeasure {
  return defineMeasure({
    name,
    title,
    meaning,
    unit,
    whole: column !== 'paid',
    of: ['calls'],
    reads: { calls: callTally },
    observe({ calls }, out, at) {
      for (let c = 0; c < calls.n; c++) out[at + c] = calls[column][c]
    },
  })
}

export const applications = ofCalls(
  'applications',
  'Applications to calls',
  'number of applications to the call so far',
  'application',
  'applied',
)

export const grants = ofCalls(
  'grants',
  'Grants of calls',
  'number of projects that the call has granted so far',
  'grant',
  'granted',
)

export const grantMoney = ofCalls(
  'grantMoney',
  'Money granted by calls',
  'money that the call has granted so far, for the whole of the projects',
  'EUR',
  'paid',
)

export const applicationsOf = columnOfUnits(
  'applied',
  whole({ meaning: 'applications of the unit so far', unit: 'application' }),
  'Applications of units',
  { name: 'applicationsOf', meaning: 'number of applications of the unit to all calls so far' },
)

export const externalMoney = columnOfUnits('externalMoney', externalMoneyOf, 'Outside money', {
  meaning: 'outside money a year of the running projects that the unit leads',
})

export const externalShare = defineMeasure({
  name: 'externalShare',
  title: 'Share of outside money',
  meaning:
    "outside money as a share of all that the unit spends on external action in a year: its own means, its sectors' and outside money",
  unit: '1',
  of: ['units'],
  reads: {
    actors: {
      externalMoney: externalMoneyOf,
      earmarkedMoney: earmarkedMoneyOf,
      ownMoney: ownMoneyOf,
    },
  },
  observe({ units, actors: { externalMoney, earmarkedMoney, ownMoney } }, out, at) {
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      const all = externalMoney[i] + earmarkedMoney[i] + ownMoney[i]
      out[at + k] = all > 0 ? externalMoney[i] / all : 0
    }
  },
})

export const earmarkedMoney = columnOfUnits('earmarkedMoney', earmarkedMoneyOf, 'Earmarked money', {
  meaning:
    "money a year that the unit spends abroad out of its sectors' budgets, by running projects",
})

export const externalMoneyOfGroups = defineMeasure({
  name: 'externalMoneyOfGroups',
  title: 'Outside money of groups, in all',
  meaning: 'outside money a year of the running projects that members of the group lead',
  unit: 'EUR/yr',
  of: ['groups'],
  reads: { actors: { externalMoney: externalMoneyOf } },
  asks: { actors: { member: actorColumns.member } },
  observe(world, out, at) {
    const { actors } = world
    for (let g = 0; g < world.view('groups').n; g++) {
      out[at + g] = 0
      for (const i of unitsOfGroup(world, actors.member, g)) out[at + g] += actors.externalMoney[i]
    }
  },
})

export const externalShareOfGroups = defineMeasure({
  name: 'externalShareOfGroups',
  title: 'Share of outside money of groups',
  meaning:
    "outside money as a share of all that members of the group spend on external action in a year: own means, sectors' and outside money",
  unit: '1',
  of: ['groups'],
  reads: {
    actors: {
      externalMoney: externalMoneyOf,
      earmarkedMoney: earmarkedMoneyOf,
      ownMoney: ownMoneyOf,
    },
  },
  asks: { actors: { member: actorColumns.member } },
  observe(world, out, at) {
    const { actors } = world
    for (let g = 0; g < world.view('groups').n; g++) {
      let outside = 0
      let all = 0
      for (const i of unitsOfGroup(world, actors.member, g)) {
        outside += actors.externalMoney[i]
        all += actors.externalMoney[i] + actors.earmarkedMoney[i] + actors.ownMoney[i]
      }
      out[at + g] = all > 0 ? outside / all : 0
    }
  },
})
