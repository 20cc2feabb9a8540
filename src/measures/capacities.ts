import { defineMeasure } from '../contract/index.js'
import {
  actorColumns,
  bandColumns,
  bandSubjects,
  code,
  divisions,
  mandates,
  real,
} from '../world/index.js'
import { columnOfUnits } from './columnOfUnits.js'
import { meanOfGroups, unitsOfGroup } from './ofGroups.js'

export const budgetOfGroups = meanOfGroups(
  'budgetOfGroups',
  'externalBudget',
  actorColumns.externalBudget,
  'Budget for external action',
)
export const staffOfGroups = meanOfGroups(
  'staffOfGroups',
  'staff',
  actorColumns.staff,
  'Staff for external action',
)
export const knowHowOfGroups = meanOfGroups(
  'knowHowOfGroups',
  'knowHow',
  actorColumns.knowHow,
  'Know-how of external action',
)
export const learnedOfGroups = meanOfGroups(
  'learnedOfGroups',
  'learned',
  actorColumns.learned,
  'Know-how that came from abroad',
)
export const supportOfGroups = meanOfGroups(
  'supportOfGroups',
  'support',
  actorColumns.support,
  'Support of residents',
)
export const participationOfGroups = meanOfGroups(
  'participationOfGroups',
  'participation',
  actorColumns.participation,
  'Participation of residents',
)

export const externalBudget = columnOfUnits(
  'externalBudget',
  actorColumns.externalBudget,
  'Budget for external action by unit',
)
export const staff = columnOfUnits('staff', actorColumns.staff, 'Staff for external action by unit')
export const knowHow = columnOfUnits(
  'knowHow',
  actorColumns.knowHow,
  'Know-how of external action by unit',
)
export const learned = columnOfUnits(
  'learned',
  actorColumns.learned,
  'Know-how that came from abroad by unit',
)

const ofBudget = bandSubjects.indexOf('budget')

export const inBand = defineMeasure({
  name: 'inBand',
  title: 'Units by band of budget or staff',
  meaning: "share of the group's units whose yearly budget or staff lies in the band",
  unit: '1',
  of: ['groups', 'bands'],
  reads: {
    actors: {
      externalBudget: actorColumns.externalBudget,
      staff: actorColumns.staff,
      member: actorColumns.member,
    },
    bands: bandColumns,
  },
  observe(world, out, at) {
    const { bands, actors } = world
    for (let g = 0; g < world.view('groups').n; g++) {
      const rows = unitsOfGroup(world, actors.member, g)
      for (let b = 0; b < bands.n; b++) {
        const column = bands.of[b] === ofBudget ? actors.externalBudget : actors.staff
        const from = bands.from[b]
        const to = bands.to[b]
        let inside = 0
        for (let k = 0; k < rows.length; k++)
          if (column[rows[k]] >= from && column[rows[k]] < to) inside++
        out[at + g * bands.n + b] = shareOf(inside, rows.length)
      }
    }
  },
})

/** Up to so large a part, a change of means is none. */
const indifference = 0.05
const trends = ['falling', 'steady', 'rising'] as const

export const budgetTrend = defineMeasure({
  name: 'budgetTrend',
  title: 'Units by trend of their means',
  meaning:
    "share of the group's units whose means are more than a twentieth below, about at, or above those of the last years",
  unit: '1',
  of: ['groups', { name: 'trendType', ids: trends }],
  reads: {
    actors: {
      endowment: actorColumns.endowment,
      usualEndowment: real({
        meaning: 'means that the unit has been used to over the last years',
        unit: 'allowance-year/yr',
        range: [0, 1e5],
      }),
      member: actorColumns.member,
    },
  },
  observe(world, out, at) {
    const { endowment, usualEndowment, member } = world.actors
    for (let g = 0; g < world.view('groups').n; g++) {
      const rows = unitsOfGroup(world, member, g)
      const count = [0, 0, 0]
      for (const i of rows) {
        const less = endowment[i] < usualEndowment[i] * (1 - indifference)
        const more = endowment[i] > usualEndowment[i] * (1 + indifference)
        count[less ? 0 : more ? 2 : 1]++
      }
      for (let t = 0; t < trends.length; t++)
        out[at + g * trends.length + t] = shareOf(count[t], rows.length)
    }
  },
})

export const mandateOfGroups = defineMeasure({
  name: 'mandateOfGroups',
  title: 'Units by what their last election did to means',
  meaning:
    "share of the group's units whose last election kept, raised or cut the means for external action, or that have had none",
  unit: '1',
  of: ['groups', { name: 'mandateType', ids: mandates }],
  reads: {
    actors: {
      mandate: code({
        meaning: 'what the last election did to the means for external action',
        unit: '1',
        values: mandates,
      }),
      member: actorColumns.member,
    },
  },
  observe(world, out, at) {
    tally(world, world.actors.mandate, mandates.length, out, at)
  },
})

export const divisionOfGroups = defineMeasure({
  name: 'divisionOfGroups',
  title: 'Units by how they divide the work with their grouping',
  meaning:
    "share of the group's units that complement, duplicate or leave it to the grouping that they belong to, or belong to none",
  unit: '1',
  of: ['groups', { name: 'divisionType', ids: divisions }],
  reads: {
    actors: {
      division: code({
        meaning: 'how the city and its grouping divide external action',
        unit: '1',
        values: divisions,
      }),
      member: actorColumns.member,
    },
  },
  observe(world, out, at) {
    tally(world, world.actors.division, divisions.length, out, at)
  },
})

export const duplicatedShare = defineMeasure({
  name: 'duplicatedShare',
  title: 'Means lost to contacts made twice',
  meaning:
    "means that the group's cities, with their groupings, lose to contacts made twice, relative to the means of the group",
  unit: '1',
  of: ['groups'],
  reads: {
    actors: {
      duplicated: real({
        meaning: 'means a year that the city and its grouping lose to contacts made twice',
        unit: 'allowance-year/yr',
        range: [0, 1e6],
      }),
      endowment: actorColumns.endowment,
      member: actorColumns.member,
    },
  },
  observe(world, out, at) {
    const { duplicated, endowment, member } = world.actors
    for (let g = 0; g < world.view('groups').n; g++) {
      let lost = 0
      let means = 0
      for (const i of unitsOfGroup(world, member, g)) {
        lost += duplicated[i]
        means += endowment[i]
      }
      out[at + g] = shareOf(lost, means)
    }
  },
})

interface Grouped {
  readonly n: number
  readonly units: Int32Array
  readonly actors: { readonly member: Uint8Array }
  view(name: string): { readonly n: number }
}

/** Shares of the units of each group by the class that a column says. */
function tally(
  world: Grouped,
  column: Uint8Array,
  classes: number,
  out: Float64Array,
  at: number,
): void {
  for (let g = 0; g < world.view('groups').n; g++) {
    const first = at + g * classes
    const rows = unitsOfGroup(world, world.actors.member, g)
    for (let c = 0; c < classes; c++) out[first + c] = 0
    for (const i of rows) out[first + column[i]] += 1 / rows.length
  }
}

function shareOf(part: number, all: number): number {
  return all === 0 ? 0 : part / all
}
