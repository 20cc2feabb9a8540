import { defineMechanism } from '../../contract/index.js'
import { Bill, formOpinions } from './bill.js'
import { reads, writes } from './columns.js'
import { Compensation } from './compensation.js'
import { Leanings } from './leanings.js'
import { parameters } from './parameters.js'
import { questionOf } from './question.js'

/**
 * A bill passes its gates one by one: it becomes law only when every gate opens or is overridden, and whoever sets
 * the agenda may hold it for ever. A person opens a gate if V_home + party + θΠ + package > −τ; a committee by the
 * median of its members and its chair's line; an executive by its own line alone; a floor by the share of votes,
 * each delegation voting logistically with its unit's value and, in part, with its own president. A vote short of
 * its threshold may be bought: compensation for the programme's cost, though not for jobs, goes to the
 * cheapest votes, within a budget.
 */
export default defineMechanism({
  name: 'federalPolitics',
  summary:
    'Bills pass committee, leader, floors and executive in turn; each may hold them, some may be overridden or won over.',
  source:
    'Romer and Rosenthal 1978; Cox and McCubbins 2005 (agenda); Krehbiel 1998 (pivots); Groseclose and Snyder 1996 (vote buying)',
  parameters,
  reads,
  writes,
  step(world, { dt, day, draws, parameters: rules, events }) {
    const { issues, states } = world
    const leanings = new Leanings(world, rules)
    const compensation = new Compensation(world, rules, leanings, events)
    for (let q = 0; q < issues.n; q++) {
      for (const s of states) {
        const question = questionOf(world, q, s)
        if (!question) continue
        formOpinions(world, leanings, question)
        const bill = new Bill(world, question, compensation, events)
        if (bill.isLaw) continue
        bill.dieWithSession()
        bill.proceed(draws, dt, rules.pace, day)
      }
    }
  },
})
