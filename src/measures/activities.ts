import { defineMeasure } from '../contract/index.js'
import {
  activityColumns,
  actorColumns,
  actorKinds,
  instrumentColumns,
  type Ledger,
  networkColumns,
  networkMemberColumns,
  type Scratch,
  status,
} from '../world/index.js'
import { unitsOfGroup } from './ofGroups.js'

export const using = defineMeasure({
  name: 'using',
  title: 'Units that use an instrument',
  meaning: "share of the group's units that have an agreement of the instrument in force",
  unit: '1',
  of: ['groups', 'instruments'],
  reads: { actors: { member: actorColumns.member }, instruments: instrumentColumns },
  observe(world, out, at) {
    const { n, agreements, instruments, actors, scratch } = world
    const has = scratch.wholes(instruments.n * n)
    mark(agreements, agreements.columns.instrument, n, has)
    share(world, actors.member, has, instruments.n, out, at)
  },
})

export const activeIn = defineMeasure({
  name: 'activeIn',
  title: 'Units that carry on an activity',
  meaning: "share of the group's units that carry on the activity",
  unit: '1',
  of: ['groups', 'activities'],
  reads: {
    actors: { member: actorColumns.member, engaged: actorColumns.engaged },
    activities: activityColumns,
  },
  observe(world, out, at) {
    const { actors, activities } = world
    share(world, actors.member, actors.engaged, activities.n, out, at)
  },
})

export const inField = defineMeasure({
  name: 'inField',
  title: 'Units that are active in a field',
  meaning:
    "share of the group's units that have an agreement in force, or carry on an activity, about the issue",
  unit: '1',
  of: ['groups', 'issues'],
  reads: {
    actors: { member: actorColumns.member, engaged: actorColumns.engaged },
    activities: activityColumns,
  },
  observe(world, out, at) {
    share(world, world.actors.member, fields(world), world.issues.n, out, at)
  },
})

const grouping = actorKinds.indexOf('grouping')
const carriers = ['city', 'grouping', 'both'] as const

export const carriedBy = defineMeasure({
  name: 'carriedBy',
  title: 'Who carries external action: city, grouping, or both',
  meaning:
    'share of the pairs of a territory (a grouping with its cities) and a field in which anybody there is active, by who is',
  unit: '1',
  of: [{ name: 'carrierType', ids: carriers }],
  reads: {
    actors: { grouping: actorColumns.grouping, engaged: actorColumns.engaged },
    activities: activityColumns,
  },
  observe(world, out, at) {
    const { n, units, issues, actors, scratch } = world
    const active = fields(world)
    // Cities that belong to a grouping, and the groupings that have any.
    const nested = scratch.wholes(units.length)
    const territories = scratch.wholes(n)
    const isListed = scratch.wholes(n)
    let cities = 0
    let listed = 0
    for (let k = 0; k < units.length; k++) {
      const g = actors.grouping[units[k]]
      if (g < 0 || actors.kind[g] !== grouping) continue
      nested[cities++] = units[k]
      if (isListed[g]++ === 0) territories[listed++] = g
    }
    // In which issue, counted from 1, a city of the grouping was last seen to be active.
    const seen = scratch.wholes(n)
    let byCity = 0
    let byGrouping = 0
    let byBoth = 0
    for (let q = 0; q < issues.n; q++) {
      for (let k = 0; k < cities; k++)
        if (active[q * n + nested[k]] === 1) seen[actors.grouping[nested[k]]] = q + 1
      for (let t = 0; t < listed; t++) {
        const own = active[q * n + territories[t]] === 1
        if (seen[territories[t]] !== q + 1) {
          if (own) byGrouping++
        } else if (own) byBoth++
        else byCity++
      }
    }
    const all = byCity + byGrouping + byBoth
    out[at + carriers.indexOf('city')] = all === 0 ? 0 : byCity / all
    out[at + carriers.indexOf('grouping')] = all === 0 ? 0 : byGrouping / all
    out[at + carriers.indexOf('both')] = all === 0 ? 0 : byBoth / all
  },
})

const arenas = ['national', 'international'] as const

export const networked = defineMeasure({
  name: 'networked',
  title: 'Units that belong to a network',
  meaning:
    "share of the group's units that belong to any network of their own state's cities, or to any that is open to several states",
  unit: '1',
  of: ['groups', { name: 'arena', ids: arenas }],
  reads: {
    actors: { member: actorColumns.member, membership: networkMemberColumns.membership },
    networks: networkColumns,
  },
  observe(world, out, at) {
    const { n, actors, networks, scratch } = world
    const inside = scratch.wholes(arenas.length * n)
    for (let m = 0; m < networks.n; m++) {
      const arena = networks.state[m] >= 0 ? 0 : 1
      for (let i = 0; i < n; i++) inside[arena * n + i] |= actors.membership[m * n + i]
    }
    share(world, actors.member, inside, arenas.length, out, at)
  },
})

export const membershipsOfGroups = defineMeasure({
  name: 'membershipsOfGroups',
  title: 'Networks that a unit belongs to',
  meaning: 'mean number of networks that units of the group belong to',
  unit: 'network',
  of: ['groups'],
  reads: {
    actors: { member: actorColumns.member, membership: networkMemberColumns.membership },
    networks: networkColumns,
  },
  observe(world, out, at) {
    const { n, actors, networks } = world
    for (let g = 0; g < world.view('groups').n; g++) {
      const rows = unitsOfGroup(world, actors.member, g)
      let count = 0
      for (const i of rows)
        for (let m = 0; m < networks.n; m++) count += actors.membership[m * n + i]
      out[at + g] = rows.length === 0 ? 0 : count / rows.length
    }
  },
})

export const tiesOfGroups = defineMeasure({
  name: 'tiesOfGroups',
  title: 'Agreements of a unit',
  meaning: 'mean number of agreements in force of units of the group',
  unit: 'agreement',
  of: ['groups'],
  reads: { actors: { member: actorColumns.member } },
  observe(world, out, at) {
    const { n, agreements, actors, scratch } = world
    const ties = scratch.wholes(n)
    const { columns: c, parties } = agreements
    const live = agreements.living()
    for (let l = 0; l < live.n; l++) {
      const a = live.rows[l]
      if (c.status[a] !== status.inForce) continue
      const first = c.firstParty[a]
      for (let p = first, end = first + c.partyCount[a]; p < end; p++) ties[parties.actor[p]]++
    }
    for (let g = 0; g < world.view('groups').n; g++) {
      const rows = unitsOfGroup(world, actors.member, g)
      let count = 0
      for (const i of rows) count += ties[i]
      out[at + g] = rows.length === 0 ? 0 : count / rows.length
    }
  },
})

const parts = ['north', 'south'] as const

export const partnersOfGroups = defineMeasure({
  name: 'partnersOfGroups',
  title: 'Partners in the North and in the South',
  meaning:
    "number of agreements in force of the group's units with partners in this part of the world by income",
  unit: 'agreement',
  whole: true,
  of: ['groups', { name: 'part', ids: parts }],
  reads: { actors: { member: actorColumns.member, development: actorColumns.development } },
  observe(world, out, at) {
    const { n, agreements, actors, scratch } = world
    const { columns: c, parties } = agreements
    // Partners of each actor in the one part of the world and in the other.
    const partners = scratch.wholes(parts.length * n)
    const live = agreements.living()
    for (let l = 0; l < live.n; l++) {
      const a = live.rows[l]
      if (c.status[a] !== status.inForce || c.partyCount[a] !== 2) continue
      const i = parties.actor[c.firstParty[a]]
      const j = parties.actor[c.firstParty[a] + 1]
      // 0 is a partner of whom nothing is known.
      if (actors.development[j] > 0) partners[(actors.development[j] - 1) * n + i]++
      if (actors.development[i] > 0) partners[(actors.development[i] - 1) * n + j]++
    }
    for (let g = 0; g < world.view('groups').n; g++) {
      const rows = unitsOfGroup(world, actors.member, g)
      for (let part = 0; part < parts.length; part++) {
        let count = 0
        for (let k = 0; k < rows.length; k++) count += partners[part * n + rows[k]]
        out[at + g * parts.length + part] = count
      }
    }
  },
})

/** Sets 1 for every party of an agreement in force, in the row that a column of the ledger says. */
function mark(agreements: Ledger, row: Int32Array, n: number, yes: Int32Array): void {
  const { columns: c, parties } = agreements
  const live = agreements.living()
  for (let l = 0; l < live.n; l++) {
    const a = live.rows[l]
    if (c.status[a] !== status.inForce) continue
    const first = c.firstParty[a]
    for (let p = first, end = first + c.partyCount[a]; p < end; p++)
      yes[row[a] * n + parties.actor[p]] = 1
  }
}

interface Active {
  readonly n: number
  readonly units: Int32Array
  readonly issues: { readonly n: number }
  readonly agreements: Ledger
  readonly actors: { readonly engaged: Uint8Array }
  readonly activities: { readonly n: number; readonly issue: Int32Array }
  readonly scratch: Scratch
}

/** 1 where an actor is active about an issue, row-major by issue. */
function fields(world: Active): Int32Array {
  const { n, issues, agreements, actors, activities, units, scratch } = world
  const active = scratch.wholes(issues.n * n)
  mark(agreements, agreements.columns.issue, n, active)
  for (let a = 0; a < activities.n; a++) {
    const q = activities.issue[a]
    if (q < 0) continue
    for (let k = 0; k < units.length; k++)
      if (actors.engaged[a * n + units[k]] === 1) active[q * n + units[k]] = 1
  }
  return active
}

/** Shares of the units of each group for which a table of yes and no says yes, by its rows. */
function share(
  world: {
    readonly n: number
    readonly units: Int32Array
    view(name: string): { readonly n: number }
  },
  member: Uint8Array,
  yes: ArrayLike<number>,
  rows: number,
  out: Float64Array,
  at: number,
): void {
  const { n } = world
  const groups = world.view('groups').n
  for (let g = 0; g < groups; g++) {
    const units = unitsOfGroup(world, member, g)
    for (let r = 0; r < rows; r++) {
      let count = 0
      for (let k = 0; k < units.length; k++) count += yes[r * n + units[k]]
      out[at + g * rows + r] = units.length === 0 ? 0 : count / units.length
    }
  }
}
