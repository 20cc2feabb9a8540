import { defineMeasure } from '../contract/index.js'
import {
  actorColumns,
  borderColumns,
  centralResponses,
  never,
  reaches,
  reachOf,
  stanceOf,
  stances,
  status,
} from '../world/index.js'

export const agreements = defineMeasure({
  name: 'agreements',
  title: 'Agreements in force',
  meaning: 'number of agreements of the instrument that are in force',
  unit: 'agreement',
  whole: true,
  of: ['instruments'],
  observe(world, out, at) {
    const { agreements } = world
    const { columns: c } = agreements
    for (let m = 0; m < world.view('instruments').n; m++) out[at + m] = 0
    for (let a = 0; a < agreements.n; a++) {
      if (c.status[a] === status.inForce) out[at + c.instrument[a]]++
    }
  },
})

export const concluded = defineMeasure({
  name: 'concluded',
  title: 'Agreements ever signed',
  meaning:
    'number of agreements of the instrument that have been signed so far, whatever became of them',
  unit: 'agreement',
  whole: true,
  of: ['instruments'],
  observe(world, out, at) {
    const { agreements } = world
    const { columns: c } = agreements
    for (let m = 0; m < world.view('instruments').n; m++) out[at + m] = 0
    for (let a = 0; a < agreements.n; a++) {
      if (c.signedOn[a] !== never) out[at + c.instrument[a]]++
    }
  },
})

export const reach = defineMeasure({
  name: 'reach',
  title: 'Ties of units by reach',
  meaning: "number of units' agreements in force by Duchacek's type of reach",
  unit: 'agreement',
  whole: true,
  of: [{ name: 'reachType', ids: reaches }],
  reads: { borders: borderColumns },
  observe({ agreements, actors: { state }, borders }, out, at) {
    const { columns: c } = agreements
    for (let t = 0; t < reaches.length; t++) out[at + t] = 0
    for (let a = 0; a < agreements.n; a++) {
      if (c.status[a] !== status.inForce) continue
      const first = agreements.party(a, 0)
      const second = agreements.party(a, 1)
      if (state[first] < 0 || state[second] < 0 || state[first] === state[second]) continue
      out[
        at +
          reaches.indexOf(reachOf(touch(first, second), statesTouch(state[first], state[second])))
      ]++
    }

    function touch(i: number, j: number): boolean {
      for (let b = 0; b < borders.n; b++) {
        if (borders.first[b] === i && borders.second[b] === j) return true
        if (borders.first[b] === j && borders.second[b] === i) return true
      }
      return false
    }

    function statesTouch(s: number, r: number): boolean {
      for (let b = 0; b < borders.n; b++) {
        const x = state[borders.first[b]]
        const y = state[borders.second[b]]
        if ((x === s && y === r) || (x === r && y === s)) return true
      }
      return false
    }
  },
})

export const stance = defineMeasure({
  name: 'stance',
  title: 'Ties of units by stance toward the centre',
  meaning:
    "number of sides of units' agreements in force, by how the unit's line stands to its centre's",
  unit: 'side',
  whole: true,
  of: [{ name: 'stanceType', ids: stances }],
  reads: { actors: { position: actorColumns.position, line: actorColumns.line } },
  observe({ n, agreements, actors: { state, position, line } }, out, at) {
    const { columns: c } = agreements
    for (let t = 0; t < stances.length; t++) out[at + t] = 0
    for (let a = 0; a < agreements.n; a++) {
      if (c.status[a] !== status.inForce) continue
      for (let p = 0; p < c.partyCount[a]; p++) {
        const i = agreements.party(a, p)
        if (state[i] < 0) continue
        const q = c.issue[a] * n
        out[at + stances.indexOf(stanceOf(position[q + i], line[q + state[i]]))]++
      }
    }
  },
})

export const budget = defineMeasure({
  name: 'budget',
  title: 'Means for external action',
  meaning: 'means for external action that the unit has left, in years of its usual allowance',
  unit: 'allowance-year',
  of: ['units'],
  reads: { actors: { budget: actorColumns.budget } },
  observe({ units, actors: { budget } }, out, at) {
    for (let k = 0; k < units.length; k++) out[at + k] = budget[units[k]]
  },
})

export const responses = defineMeasure({
  name: 'responses',
  title: 'Answers of the centres',
  meaning: "number of sides of units' agreements so far, by how their centre answered",
  unit: 'side',
  whole: true,
  of: [{ name: 'responseType', ids: centralResponses }],
  observe({ agreements, actors: { state } }, out, at) {
    const { columns: c, parties } = agreements
    for (let t = 0; t < centralResponses.length; t++) out[at + t] = 0
    for (let a = 0; a < agreements.n; a++) {
      if (c.inForceOn[a] === never) continue
      for (let p = 0; p < c.partyCount[a]; p++) {
        if (state[agreements.party(a, p)] >= 0) out[at + parties.response[c.firstParty[a] + p]]++
      }
    }
  },
})
