import { defineMechanism, number } from '../contract/index.js'
import { actorColumns, code, whole } from '../world/index.js'

/** A court may order the executive to act under older law, past all gates. Whether it did is scenario data. */
export default defineMechanism({
  name: 'courts',
  summary:
    'A ruling that is upheld puts a part of the programme into force without the legislature.',
  source: 'Keck and Sikkink 1998 (venues); Baumgartner and Jones 1993 (venue shopping)',
  parameters: {
    reach: number({
      default: 0.5,
      range: [0.25, 1],
      limits: [0, 1],
      unit: '1',
      meaning: "share of the state's programme that a court can order",
      source: 'no figure known',
      grade: 'assumed',
    }),
  },
  reads: {
    rulings: {
      state: whole({
        meaning: 'state whose executive is ordered',
        unit: '1',
        references: 'actors',
        kinds: ['state'],
        input: 'required',
      }),
      issue: whole({ meaning: 'issue', unit: '1', references: 'issues', input: 'required' }),
      date: whole({ meaning: 'day of the ruling', unit: 'day', input: 'required' }),
      upheld: code({ meaning: 'stands on appeal', unit: '1', range: [0, 1], input: 'required' }),
    },
  },
  writes: { actors: { policy: actorColumns.policy, adoptedOn: actorColumns.adoptedOn } },
  step({ n, rulings, actors: { policy, adoptedOn } }, { tick, timeline, parameters, events }) {
    const from = timeline.start(tick)
    const to = timeline.start(tick + 1)
    for (let r = 0; r < rulings.n; r++) {
      const day = rulings.date[r]
      if (rulings.upheld[r] === 0 || day < from || day >= to) continue
      const s = rulings.issue[r] * n + rulings.state[r]
      if (policy[s] >= parameters.reach) continue
      policy[s] = parameters.reach
      adoptedOn[s] = Math.min(adoptedOn[s], day)
      events.add('policyOrdered', {
        day,
        actor: rulings.state[r],
        issue: rulings.issue[r],
        value: parameters.reach,
        reason: rulings.ids[r],
      })
    }
  },
})
