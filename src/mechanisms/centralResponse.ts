import { defineMechanism, number } from '../contract/index.js'
import { exp } from '../numeric/index.js'
import { actorColumns, centralResponses, instrumentColumns, status } from '../world/index.js'

const tolerate = centralResponses.indexOf('tolerate')
const coordinate = centralResponses.indexOf('coordinate')
const coOpt = centralResponses.indexOf('coOpt')
const sanction = centralResponses.indexOf('sanction')

/**
 * How each centre answers what its unit has concluded: it tolerates (the usual thing), coordinates, co-opts or
 * sanctions, by multinomial logit in x = 2 · conflict with the centre's line · salience. Co-opted ties speak with
 * half a voice at home, sanctioned ones with none, and a sanctioned unit loses means.
 */
export default defineMechanism({
  name: 'centralResponse',
  summary: 'Each centre tolerates, coordinates, co-opts or sanctions what its units conclude.',
  source: 'Soldatos 1990; Michelmann and Soldatos 1990 (types of response)',
  parameters: {
    coordinate: number({
      default: -1,
      range: [-2, 0],
      limits: [-50, 50],
      unit: 'logit',
      meaning: 'constant of coordination against toleration',
      source: 'Soldatos gives the types',
      grade: 'assumed',
    }),
    coOpt: number({
      default: -2,
      range: [-3, -1],
      limits: [-50, 50],
      unit: 'logit',
      meaning: 'constant of co-optation against toleration',
      source: 'Soldatos gives the types',
      grade: 'assumed',
    }),
    sanction: number({
      default: -4,
      range: [-6, -2],
      limits: [-50, 50],
      unit: 'logit',
      meaning: 'constant of sanction against toleration',
      source: 'Soldatos gives the types',
      grade: 'assumed',
    }),
    conflict: number({
      default: 2,
      range: [1, 4],
      limits: [0, 50],
      unit: 'logit',
      meaning: 'weight of conflict times salience',
      source: 'no figure known',
      grade: 'assumed',
    }),
    nonBinding: number({
      default: 0.3,
      range: [0.1, 0.6],
      limits: [0, 1],
      unit: '1',
      meaning: 'how much of the conflict counts when the act does not bind',
      source: 'no figure known',
      grade: 'assumed',
    }),
    penalty: number({
      default: 0.5,
      range: [0, 1],
      limits: [0, 100],
      unit: 'allowance-year',
      meaning: 'means that a sanctioned unit loses',
      source: 'no figure known',
      grade: 'assumed',
    }),
    coOptedVoice: number({
      default: 0.5,
      range: [0, 1],
      limits: [0, 1],
      unit: '1',
      meaning: 'voice that a co-opted tie keeps',
      source: 'no figure known',
      grade: 'assumed',
    }),
  },
  writes: { actors: { budget: actorColumns.budget } },
  reads: {
    actors: {
      line: actorColumns.line,
      passive: actorColumns.passive,
      position: actorColumns.position,
      salience: actorColumns.salience,
    },
    instruments: instrumentColumns,
  },
  step({ n, agreements, actors, instruments }, { draws, parameters, events }) {
    const { columns: c, parties } = agreements
    const { budget } = actors
    const live = agreements.living()
    for (let l = 0; l < live.n; l++) {
      const a = live.rows[l]
      if (c.status[a] !== status.inForce || instruments.level[c.instrument[a]] === 1) continue
      for (let p = 0; p < c.partyCount[a]; p++) {
        const row = c.firstParty[a] + p
        if (parties.response[row] !== 0) continue
        const i = parties.actor[row]
        // Who stands for the partners of others does nothing that its centre would answer.
        if (actors.passive[i] === 1) continue
        const q = c.issue[a] * n
        const conflict = Math.max(0, -actors.line[q + actors.state[i]] * actors.position[q + i])
        const weight = instruments.binding[c.instrument[a]] === 1 ? 1 : parameters.nonBinding
        const x = parameters.conflict * conflict * actors.salience[q + i] * weight
        const other = agreements.party(a, p === 0 ? 1 : 0)
        const k = c.issue[a] * instruments.n + c.instrument[a]
        const answer = choose(parameters, x, draws.pair(i, other, k))
        parties.response[row] = answer
        if (answer === coOpt) parties.voice[row] = parameters.coOptedVoice
        if (answer === sanction) {
          parties.voice[row] = 0
          budget[i] = Math.max(0, budget[i] - parameters.penalty)
        }
        if (answer !== tolerate) {
          events.add(centralResponses[answer], {
            agreement: a,
            actor: actors.state[i],
            other: i,
            issue: c.issue[a],
            value: x,
            reason: "the centre's answer",
          })
        }
      }
    }
  },
})

/** What each answer starts from, against toleration. */
interface Constants {
  readonly coordinate: number
  readonly coOpt: number
  readonly sanction: number
}

/**
 * The answer by multinomial logit.
 *
 * @param x conflict times salience, weighted
 * @param u uniform draw
 */
function choose(rules: Constants, x: number, u: number): number {
  const a = exp(rules.coordinate - x)
  const b = exp(rules.coOpt + x)
  const s = exp(rules.sanction + 2 * x)
  const left = u * (1 + a + b + s)
  if (left < 1) return tolerate
  if (left < 1 + a) return coordinate
  return left < 1 + a + b ? coOpt : sanction
}
