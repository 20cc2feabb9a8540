import { defineMeasure } from '../contract/index.js'
import { actorColumns, centralResponses, never, status } from '../world/index.js'

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
    const live = agreements.living()
    for (let l = 0; l < live.n; l++) {
      const a = live.rows[l]
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
