import { defineMechanism } from '../../contract/index.js'
import { exp, log } from '../../numeric/index.js'
import { actorColumns, status } from '../../world/index.js'
import {
  commuteColumns,
  patientColumns,
  preparedness,
  pressing,
  standing,
  stoppedColumn,
} from './columns.js'
import { parameters } from './parameters.js'

/**
 * What ties across a border are worth in a crisis. Where more patients need a bed than a unit and its state have, units
 * abroad with free beds take some of them in, and those who work across a closed border are let through. Both come
 * about sooner and further the stronger the bond between the two: agreements in force, as lively as they are, bodies
 * with legal personality, know-how. Ties are not needed for it; they make it likelier. No more patients are taken than
 * are in need, nor than there are free beds.
 */
export default defineMechanism({
  name: 'crisisResponse',
  summary:
    'In a crisis units abroad take in patients and let commuters through, the sooner the more ties they have.',
  source:
    'Boin and Bynander 2015 (coordination in crises rests on prior contact); Moynihan 2009 (networks and trust in crisis response); EHNE (cross-border ties helped hospitals and commuters in 2020)',
  parameters,
  reads: {
    actors: { ...pressing, knowHow: actorColumns.knowHow },
    issues: preparedness,
    instruments: standing,
    commutes: commuteColumns,
  },
  writes: { actors: patientColumns, commutes: stoppedColumn },
  ties: {
    channel: {
      shape: 'matrix',
      meaning: '1 while the first unit takes in patients of the second',
      unit: '1',
    },
  },
  step(world, { dt, draws, parameters: p, events }) {
    const { n, units, actors, issues, instruments, commutes, agreements, ties, scratch } = world
    const { state, active, beds, hospitalLoad, borderClosure } = actors
    const { patientsInNeed, patientsSent, patientsTaken } = actors
    const channel = ties.channel.values
    const shift = (dt / p.stay) * (1 - p.relief)

    let presses = false
    for (let k = 0; k < units.length; k++) presses = presses || hospitalLoad[units[k]] > 1
    let shut = false
    for (let k = 0; k < n; k++) shut = shut || borderClosure[k] > 0
    if (!presses) channel.fill(0)
    if (!shut) commutes.stopped.fill(0)
    if (!presses && !shut) return
    const bond = bonds()
    if (shut) letThrough()
    if (presses) takeIn()

    /** Strength of the bond of each pair, 0 to 1, by row of the one and the other. */
    function bonds(): Float64Array {
      const bond = scratch.reals(n * n)
      const { columns: c } = agreements
      const live = agreements.living()
      for (let l = 0; l < live.n; l++) {
        const a = live.rows[l]
        if (c.status[a] !== status.inForce) continue
        const body = instruments.personality[c.instrument[a]] === 1 ? p.bodies : p.ties
        const worth = body * c.contact[a] * issues.readiness[c.issue[a]]
        for (let x = 0; x < c.partyCount[a]; x++) {
          for (let y = 0; y < x; y++) {
            const i = agreements.party(a, x)
            const j = agreements.party(a, y)
            const shared = Math.min(actors.knowHow[i], actors.knowHow[j])
            bond[i * n + j] += worth * (1 + p.knowHow * shared)
            bond[j * n + i] = bond[i * n + j]
          }
        }
      }
      return bond
    }

    /** 0 for none, 1 for all that ties can do. */
    function strength(i: number, j: number): number {
      return 1 - exp(-(p.basis + bond[i * n + j]))
    }

    function letThrough(): void {
      for (let m = 0; m < commutes.n; m++) {
        const i = commutes.from[m]
        const j = commutes.to[m]
        const closed = Math.max(closure(i), closure(j))
        const exempt = p.exemption + (1 - p.exemption) * strength(i, j)
        commutes.stopped[m] =
          active[i] === 1 && active[j] === 1 ? commutes.commuters[m] * closed * (1 - exempt) : 0
      }
    }

    function closure(i: number): number {
      return state[i] < 0 ? 0 : borderClosure[state[i]]
    }

    function takeIn(): void {
      const asked = scratch.reals(n)
      const open = scratch.reals(n * n)
      const during = scratch.reals(n)
      for (let k = 0; k < units.length; k++) seek(units[k], open, asked, during)
      for (let k = 0; k < units.length; k++) {
        const j = units[k]
        if (asked[j] === 0) continue
        const share = Math.min(1, (free(j) * during[j]) / asked[j])
        for (let l = 0; l < units.length; l++) {
          const moved = open[j * n + units[l]] * share
          patientsSent[units[l]] += moved
          patientsTaken[j] += moved
        }
      }
    }

    /** Patients whom a unit can take in from abroad within the tick. */
    function free(j: number): number {
      return active[j] === 0
        ? 0
        : (Math.max(0, 1 - hospitalLoad[j]) * beds[j] * p.lending * dt) / p.stay
    }

    /** Spreads the patients in need of one unit over those abroad who have come to help it. */
    function seek(i: number, open: Float64Array, asked: Float64Array, during: Float64Array): void {
      const need = active[i] === 0 ? 0 : Math.max(0, hospitalLoad[i] - 1) * beds[i] * shift
      patientsInNeed[i] += need
      let offered = 0
      let longest = 0
      for (let k = 0; k < units.length; k++) {
        const j = units[k]
        if (state[j] === state[i] || state[i] < 0 || state[j] < 0) continue
        const since = need > 0 && free(j) > 0 ? helps(i, j) : 0
        if (since === 0) {
          channel[j * n + i] = 0
          continue
        }
        open[j * n + i] = since * free(j)
        offered += open[j * n + i]
        longest = Math.max(longest, since)
        during[j] = Math.max(during[j], since)
      }
      if (offered === 0) return
      // Those who ask are not more than were in need while anybody helped, nor than those who helped had beds for.
      const share = Math.min(1, (need * longest) / offered)
      for (let k = 0; k < units.length; k++) {
        const at = units[k] * n + i
        if (open[at] === 0) continue
        open[at] *= share
        asked[units[k]] += open[at]
      }
    }

    /** Share of the tick for which j takes in patients of i. */
    function helps(i: number, j: number): number {
      if (channel[j * n + i] === 1) return 1
      const far = world.geography.distance(i, j)
      const pace = p.pace * strength(i, j) * exp(-(far > 0 ? far : 0) / p.distance)
      const wait = -log(1 - draws.pair(j, i, 0)) / pace
      if (!(wait < dt)) return 0
      channel[j * n + i] = 1
      events.add('patientsWelcome', {
        actor: j,
        other: i,
        value: strength(i, j),
        reason: 'free beds for those in need across the border',
      })
      return 1 - wait / dt
    }
  },
})
