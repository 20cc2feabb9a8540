/** The typologies by which the field sorts what units do abroad: reach, stance, roles, eras. */
import { defineMeasure } from '../contract/index.js'
import {
  actorColumns,
  eras,
  instrumentColumns,
  membershipColumns,
  networkColumns,
  networkMemberColumns,
  reaches,
  roles,
  stanceAt,
  stances,
  status,
  twinTies,
} from '../world/index.js'
import { tiedActors } from './tiedActors.js'

/** In large worlds, where looking would cost a good part of the tick, once a year is enough. */
const every = (actors: number) => (actors > 2000 ? 1 : 0)

const parallel = stances.indexOf('parallel')

export const reach = defineMeasure({
  name: 'reach',
  title: 'Ties of units by reach',
  meaning:
    "number of units' agreements in force and twin towns by Duchacek's type of reach; states touch where the scenario's borders or today's map say so, and ties between states of which neither tells are left out",
  unit: 'tie',
  whole: true,
  of: [{ name: 'reachType', ids: reaches }],
  every,
  mayTies: twinTies,
  observe({ units, agreements, contiguity, ties: { twins } }, out, at) {
    const { columns: c } = agreements
    for (let t = 0; t < reaches.length; t++) out[at + t] = 0
    const live = agreements.living()
    for (let l = 0; l < live.n; l++) {
      const a = live.rows[l]
      if (c.status[a] !== status.inForce) continue
      const type = contiguity.reach(agreements.party(a, 0), agreements.party(a, 1))
      if (type >= 0) out[at + type]++
    }
    if (!twins) return
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      const from = i * twins.capacity
      for (let d = 0; d < twins.degree[i]; d++) {
        const j = twins.target[from + d]
        // Every tie stands with both its cities.
        const type = i < j ? contiguity.reach(i, j) : -1
        if (type >= 0) out[at + type]++
      }
    }
  },
})

export const stance = defineMeasure({
  name: 'stance',
  title: 'Ties of units by stance toward the centre',
  meaning:
    "number of sides of units' agreements in force and twin towns, by how the unit's line stands to its centre's; what is about no issue, or one on which either has no line, runs parallel; sides of units that only answer when asked are left out",
  unit: 'side',
  whole: true,
  of: [{ name: 'stanceType', ids: stances }],
  every,
  may: {
    actors: {
      passive: actorColumns.passive,
      position: actorColumns.position,
      line: actorColumns.line,
    },
  },
  mayTies: twinTies,
  observe({ n, units, agreements, actors, ties: { twins } }, out, at) {
    const { state, passive, position, line } = actors
    const { columns: c } = agreements
    for (let t = 0; t < stances.length; t++) out[at + t] = 0
    const live = agreements.living()
    for (let l = 0; l < live.n; l++) {
      const a = live.rows[l]
      if (c.status[a] !== status.inForce) continue
      const issue = position && line ? c.issue[a] : -1
      for (let p = 0; p < c.partyCount[a]; p++) {
        const i = agreements.party(a, p)
        if (state[i] < 0 || passive?.[i] === 1) continue
        const q = issue * n
        const type =
          position && line && issue >= 0 ? stanceAt(position[q + i], line[q + state[i]]) : parallel
        out[at + type]++
      }
    }
    if (!twins) return
    for (let k = 0; k < units.length; k++) {
      if (passive?.[units[k]] !== 1) out[at + parallel] += twins.degree[units[k]]
    }
  },
})

/** Know-how from abroad, of all that can be had, from which on a unit counts as a percolator. */
const learnedEnough = 0.05

export const unitRoles = defineMeasure({
  name: 'roles',
  title: 'Units by role',
  meaning:
    "number of units that act of their own accord in each of Parkes's roles, of which a unit may have several: participant (party to an agreement in force, twinned, or member of a network), place (hosts a network, programme or organisation), percolator (has learned 0.05 or more of all know-how from abroad, or has a programme of its own while it is a participant)",
  unit: 'unit',
  whole: true,
  of: [{ name: 'role', ids: roles }],
  every,
  asks: { actors: { host: actorColumns.host } },
  may: {
    actors: {
      passive: actorColumns.passive,
      learned: actorColumns.learned,
      ownProgramme: actorColumns.ownProgramme,
      membership: networkMemberColumns.membership,
    },
    memberships: membershipColumns,
    networks: networkColumns,
  },
  mayTies: twinTies,
  observe(world, out, at, { day }) {
    const { n, units, issues, agreements, actors, memberships, networks, ties, scratch } = world
    const { active, passive, host, learned, ownProgramme, membership } = actors

    const tied = tiedActors(agreements, n, scratch)
    for (let i = 0; ties.twins && i < n; i++) if (ties.twins.degree[i] > 0) tied[i] = 1
    for (let m = 0; membership && m < membership.length; m += n) {
      for (let i = 0; i < n; i++) tied[i] |= membership[m + i]
    }
    const { network, member } = memberships ?? {}
    for (let row = 0; network && member && row < network.length; row++) {
      if (active[network[row]] !== 0) tied[member[row]] = 1
    }

    const closed = scratch.wholes(n)
    const { actor, founded, dissolved } = networks ?? {}
    for (let m = 0; actor && founded && dissolved && m < actor.length; m++) {
      if (founded[m] > day || dissolved[m] <= day) closed[actor[m]] = 1
    }
    const hosts = scratch.wholes(n)
    for (let k = 0; k < n; k++) {
      if (host[k] >= 0 && active[k] !== 0 && closed[k] === 0) hosts[host[k]] = 1
    }

    let participants = 0
    let places = 0
    let percolators = 0
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      if (active[i] === 0 || passive?.[i] === 1) continue
      participants += tied[i]
      places += hosts[i]
      let percolates = learned !== undefined && learned[i] >= learnedEnough
      for (let q = 0; ownProgramme && tied[i] !== 0 && q < issues.n; q++) {
        if (ownProgramme[q * n + i] > 0) percolates = true
      }
      if (percolates) percolators++
    }
    out[at + roles.indexOf('participant')] = participants
    out[at + roles.indexOf('place')] = places
    out[at + roles.indexOf('percolator')] = percolators
  },
})

const exchange = eras.indexOf('exchange')
const peaceBuilding = eras.indexOf('peaceBuilding')

export const tiesByEra = defineMeasure({
  name: 'eras',
  title: 'Ties of units by era',
  meaning:
    "number of ties of units by Bianchi's eras: agreements in force by the era of their instrument, twin towns as peace-building, memberships in networks as exchange",
  unit: 'tie',
  whole: true,
  of: [{ name: 'era', ids: eras }],
  every,
  asks: { instruments: { era: instrumentColumns.era } },
  may: {
    actors: { membership: networkMemberColumns.membership },
    memberships: membershipColumns,
  },
  mayTies: twinTies,
  observe({ units, agreements, actors, instruments, memberships, ties: { twins } }, out, at) {
    const { active, state, membership } = actors
    const { columns: c } = agreements
    for (let t = 0; t < eras.length; t++) out[at + t] = 0
    const live = agreements.living()
    for (let l = 0; l < live.n; l++) {
      const a = live.rows[l]
      if (c.status[a] !== status.inForce) continue
      if (state[agreements.party(a, 0)] < 0 && state[agreements.party(a, 1)] < 0) continue
      out[at + (instruments?.era[c.instrument[a]] ?? 0)]++
    }
    for (let k = 0; twins && k < units.length; k++) {
      // Every tie stands with both its cities.
      out[at + peaceBuilding] += twins.degree[units[k]] / 2
    }
    for (let m = 0; membership && m < membership.length; m++) out[at + exchange] += membership[m]
    const { network, member } = memberships ?? {}
    for (let row = 0; network && member && row < network.length; row++) {
      if (active[network[row]] !== 0 && state[member[row]] >= 0) out[at + exchange]++
    }
  },
})
