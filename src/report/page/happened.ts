import type { Account } from '../Account.js'
import { courseOf } from '../reading/course.js'
import { fateOf, fatesOf } from '../reading/fates.js'
import { holdersBetween } from '../reading/holders.js'
import { outcomesOf } from '../reading/outcomes.js'
import type { InstrumentRecord, LawRecord } from '../reading/story.js'
import { counted, decimal, fullDate, listed, monthYear, percent } from '../reading/words.js'
import { type Html, html } from './html.js'
import { table } from './table.js'

/** Agreements that are listed at most; the folder has them all. */
const mostRows = 200

/** Cases of sanctions that are named at most. */
const mostSanctions = 6

/** What happened in the run, in plain words. */
export function happened(account: Account): Html {
  const { instruments, laws, outside, cast, ownProgrammes, sanctions, run } = account
  const { start, end, ticksPerYear } = run.manifest.timeline
  return html`<section aria-labelledby="happened"><h2 id="happened">What happened</h2>
<p>The run goes from ${start} to ${end} in ${run.manifest.timeline.ticks} steps of ${stepWords(ticksPerYear)}. A date is the month in which its step begins.</p>
<ul>
${instruments.map(
  (record) => html`<li>${agreementSentence(account, record)}</li>
`,
)}${[...outcomesOf(account), ...courseOf(account)].map(
  ({ head, text }) => html`<li><strong>${head}</strong>: ${text}.</li>
`,
)}${laws.map(
  (law) => html`<li>${lawSentences(account, law)}</li>
`,
)}${
  ownProgrammes.length === 0
    ? undefined
    : html`<li>${counted(ownProgrammes.length, 'unit')} passed a programme of ${ownProgrammes.length === 1 ? 'its' : 'their'} own, first ${listed(ownProgrammes.slice(0, 3).map(({ actor, day }) => `${cast.actor(actor)} (${monthYear(day)})`))}.</li>
`
}${
  sanctions.length === 0
    ? undefined
    : html`<li>A centre sanctioned a unit of its own for an agreement in ${counted(sanctions.length, 'case')}${sanctions.length > mostSanctions ? ', first' : ':'} ${listed(sanctions.slice(0, mostSanctions).map(({ actor, other, day }) => `${cast.actor(actor)} against ${cast.actor(other)} (${monthYear(day)})`))}.</li>
`
}${outside.map(
  ({ day, reason }) => html`<li>From outside the model, ${fullDate(day)}: ${reason}.</li>
`,
)}</ul>
<div class="note"><p><strong>One history proves no cause.</strong> This is a single run: what came in it, and when, is partly chance. Whether one thing brought about another is a question for many runs with and without it: a check, a treatment against its control, an attribution.</p></div>
${signedTables(account)}</section>`
}

function stepWords(ticksPerYear: number): string {
  const words: { readonly [n: number]: string } = {
    1: 'a year',
    2: 'half a year',
    4: 'a quarter',
    12: 'a month',
    52: 'a week',
    365: 'a day',
  }
  return words[ticksPerYear] ?? `a ${ticksPerYear}th of a year`
}

function agreementSentence({ cast }: Account, { title, signed }: InstrumentRecord): Html {
  if (signed.length === 0) return html`<strong>${title}</strong>: none was signed.`
  const names = (parties: readonly string[]) => listed(parties.map((id) => cast.actor(id)))
  const [first] = signed
  if (signed.length === 1)
    return html`<strong>${title}</strong>: one, signed in ${monthYear(first.signed)} by ${names(first.parties)}; at the end: ${fateOf(first, monthYear)}.`
  const last = signed[signed.length - 1]
  return html`<strong>${title}</strong>: ${decimal(signed.length, 0)} were signed, the first in ${monthYear(first.signed)} by ${names(first.parties)}, the last in ${monthYear(last.signed)} by ${names(last.parties)}; ${fatesOf(signed)}.`
}

function lawSentences(
  account: Account,
  { state, issue, how, day, reason, died, gates }: LawRecord,
): Html {
  const { tracks, cast } = account
  const about = cast.issues.length > 1 ? ` on ${issue.title}` : ''
  const came =
    how === undefined
      ? html`<strong>${state.title}</strong>: no law${about} came in this run.`
      : how === 'ordered'
        ? html`<strong>${state.title}</strong>: a court ordered action${about} in ${monthYear(day)}.`
        : html`<strong>${state.title}</strong>: the law${about} came in ${monthYear(day)}, as ${reason || 'a bill'}.`
  const lost =
    died === 0 ? undefined : html` Before, ${counted(died, 'bill')} died when the session ended.`
  const held = gates
    .filter((g) => g.yearsHolding > 0)
    .sort((a, b) => b.yearsHolding - a.yearsHolding)
  const path =
    gates.length === 0 ? undefined : html` A bill must pass ${listed(gates.map((g) => g.title))}.`
  if (held.length === 0)
    return html`${came}${lost}${path}${gates.length === 0 ? undefined : ' None of them held it.'}`
  const waits = held.map((gate) => {
    const { from, to } = gate.longest!
    const [begin, end] = [tracks.timeline.start(from), tracks.timeline.start(to)]
    const who = holdersBetween(account, gate.id, begin, end)
    return `${gate.title} for ${counted(gate.yearsHolding, 'year', 'years', 2)} in all, longest from ${monthYear(begin)} to ${monthYear(end)}${who.length === 0 ? '' : ` under ${listed(who)}`}, and closed in ${percent(gate.closed)} of the run`
  })
  return html`${came}${lost}${path} The bill was held by ${listed(waits)}.`
}

/** One table an instrument: however many twinnings there are, the few bodies are seen. */
function signedTables({ instruments, cast }: Account): readonly Html[] {
  const used = instruments.filter(({ signed }) => signed.length > 0)
  const shares = fairShares(
    used.map(({ signed }) => signed.length),
    mostRows,
  )
  return used.map(({ title, signed }, k) => {
    const head =
      shares[k] < signed.length
        ? `${title}: the first ${decimal(shares[k], 0)} of ${decimal(signed.length, 0)} that were signed; agreements.csv has them all`
        : `${title}: all that were signed (${decimal(signed.length, 0)})`
    const rows = signed
      .slice(0, shares[k])
      .map((pact) => [
        monthYear(pact.signed),
        listed(pact.parties.map((id) => cast.actor(id))),
        Number.isNaN(pact.inForce) ? '–' : monthYear(pact.inForce),
        fateOf(pact, monthYear),
      ])
    return html`<details class="print"><summary>${head}</summary>
${table(['Signed', 'Parties', 'In force', 'At the end'], rows, { caption: head })}</details>
`
  })
}

/** So many of each that together they are no more than `total`: what one does not need is left to those that have more. */
function fairShares(counts: readonly number[], total: number): number[] {
  const shares = counts.map(() => 0)
  const rising = counts.map((_, k) => k).sort((a, b) => counts[a] - counts[b])
  let left = total
  rising.forEach((k, at) => {
    shares[k] = Math.min(counts[k], Math.ceil(left / (rising.length - at)))
    left -= shares[k]
  })
  return shares
}
