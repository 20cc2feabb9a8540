import type { Occurrence } from './chronicle.js'
import type { Story } from './story.js'
import { counted, figure, listed, monthYear } from './words.js'

/** What became of ties in one respect, in a sentence without its end. */
export interface Course {
  readonly head: string
  readonly text: string
}

/** Of many sources of money, those that are named. */
const mostSources = 4

/** How ties went on once they were made: their law, their money, their terms, and what units did besides. */
export function courseOf(story: Story): readonly Course[] {
  return [
    law(story),
    money(story),
    terms(story),
    activities(story),
    help(story),
    elections(story),
  ].filter((course) => course.text !== '')
}

function law(story: Story): Course {
  const n = counter(story)
  const parts = [
    ...some(n('barred'), 'barred', 'barred'),
    ...some(n('refused'), 'refused', 'refused'),
    ...some(n('wentInformal'), 'made informally instead', 'made informally instead'),
    ...some(n('breached'), 'carried on in breach', 'carried on in breach'),
    ...some(n('annulled'), 'annulled', 'annulled'),
  ]
  return { head: 'Acts of units before the law', text: listed(parts) }
}

function money({ occurrences, cast }: Story): Course {
  const head = 'Money from outside'
  const grants = occurrences.filter(({ event }) => event === 'funded')
  const [first] = grants
  if (first === undefined) return { head, text: '' }
  const all = grants.reduce((sum, { value }) => sum + value, 0)
  const calls = new Map<string, number>()
  for (const { reason } of grants) calls.set(reason, (calls.get(reason) ?? 0) + 1)
  const sources = [...calls].sort((a, b) => b[1] - a[1])
  const named = sources
    .slice(0, mostSources)
    .map(([id, count]) => `${cast.title('calls', id)} (${figure(count)})`)
  const left = sources.length - named.length
  const rest = left > 0 ? [counted(left, 'other')] : []
  return {
    head,
    text: `${counted(grants.length, 'grant')}, ${euros(all)} in all, the first in ${monthYear(first.day)} (${partiesOf(first)}); from ${listed([...named, ...rest])}`,
  }

  function partiesOf({ actor, other }: Occurrence): string {
    return [actor, other]
      .filter((id) => id !== '')
      .map((id) => cast.actor(id))
      .join(' – ')
  }
}

function terms(story: Story): Course {
  const n = counter(story)
  const parts = [
    ...some(n('renewed'), 'renewal', 'renewals'),
    ...some(
      n('transformed'),
      'agreement turned into another form',
      'agreements turned into another form',
    ),
    ...some(n('notRenewed'), 'not renewed', 'not renewed'),
  ]
  return { head: 'At the end of terms', text: listed(parts) }
}

function activities(story: Story): Course {
  const n = counter(story)
  const parts = [
    ...some(n('takenUp'), 'taken up', 'taken up'),
    ...some(n('givenUp'), 'given up', 'given up'),
  ]
  return { head: 'Activities without a partner', text: listed(parts) }
}

function help({ occurrences, cast }: Story): Course {
  const head = 'Help in the crisis'
  const offers = occurrences.filter(({ event }) => event === 'patientsWelcome')
  const [first] = offers
  if (first === undefined) return { head, text: '' }
  const { actor, other, day } = first
  return {
    head,
    text: `${counted(offers.length, 'offer')} of beds across the border, ${offers.length === 1 ? '' : 'the first '}by ${cast.actor(actor)} to ${cast.actor(other)} in ${monthYear(day)}`,
  }
}

function elections(story: Story): Course {
  const n = counter(story)
  const parts = [
    ...some(n('meansRaised'), 'council raised its means', 'councils raised their means'),
    ...some(n('meansCut'), 'cut its means', 'cut their means'),
  ]
  return { head: 'After elections', text: listed(parts) }
}

function counter({ occurrences }: Story): (event: string) => number {
  return (event) => occurrences.filter((o) => o.event === event).length
}

function some(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [counted(count, one, many)]
}

function euros(amount: number): string {
  return amount >= 1e6 ? `EUR ${figure(amount / 1e6)} million` : `EUR ${figure(amount)}`
}
