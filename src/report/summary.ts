import type { ArchivedRun } from '../archive/index.js'
import { readRun } from '../archive/index.js'
import type { Pact } from './reading/chronicle.js'
import { courseOf } from './reading/course.js'
import { fateOf, fatesOf } from './reading/fates.js'
import { holdersBetween } from './reading/holders.js'
import { outcomesOf } from './reading/outcomes.js'
import { type Story, storyOf } from './reading/story.js'
import { counted, listed, monthYear } from './reading/words.js'

const width = 80
/** Agreements of an instrument that are told one by one at most. */
const most = 11

/** A run in some fifteen lines of at most 80 characters, for a terminal. */
export function summary(run: ArchivedRun): string {
  const story = storyOf(run)
  const { manifest, document } = run
  const { seed, treatment, replicate } = manifest
  const how = [
    `seed ${seed}`,
    ...(replicate === 0 ? [] : [`replicate ${replicate}`]),
    ...(treatment === null ? [] : [`treatment ${treatment}`]),
  ].join(', ')
  const course = [...outcomesOf(story), ...courseOf(story)].map(({ head, text }) => ({
    head,
    body: [text],
  }))
  const entries = [
    ...agreementEntries(story),
    ...course,
    ...lawEntries(story),
    ...programmeEntries(story),
  ]
  return [...fold(`${document.title} (${how})`, ''), '', ...entries.flatMap(layOut)].join('\n')
}

/** The same for a run's folder. */
export async function summaryOf(folder: string): Promise<string> {
  return summary(await readRun(folder))
}

interface Entry {
  readonly head: string
  readonly body: readonly string[]
}

function agreementEntries({ instruments, cast }: Story): Entry[] {
  const dated = ({ signed, parties }: Pact, fate = '') =>
    `${monthYear(signed)} (${parties.map((id) => cast.actor(id)).join(' – ')}${fate})`
  const named = (pact: Pact) =>
    dated(pact, pact.status === 'inForce' ? '' : `, ${fateOf(pact, monthYear)}`)
  return instruments.map(({ title, signed }) => {
    const n = signed.length
    if (n === 0) return { head: title, body: ['none was signed'] }
    if (n === 1)
      return {
        head: title,
        body: [`${dated(signed[0])}; at the end ${fateOf(signed[0], monthYear)}`],
      }
    const fates = fatesOf(signed)
    if (n <= most)
      return { head: title, body: [`${n} were signed, ${fates}: ${signed.map(named).join(', ')}`] }
    const half = monthYear(signed[Math.ceil(n / 2) - 1].signed)
    const text = `${counted(n, 'was signed', 'were signed')}, the first in ${dated(signed[0])}, half by ${half}, the last in ${dated(signed[n - 1])}; ${fates}`
    return { head: title, body: [text] }
  })
}

function lawEntries(story: Story): Entry[] {
  const { laws, cast, tracks } = story
  return laws.map(({ state, issue, how, day, died, gates }) => {
    const head =
      cast.issues.length > 1 ? `Law in ${state.title} (${issue.title})` : `Law in ${state.title}`
    const came =
      how === undefined
        ? 'none by the end'
        : how === 'ordered'
          ? `by court order, ${monthYear(day)}`
          : monthYear(day)
    const lost = died === 0 ? '' : `, after ${counted(died, 'bill')} died`
    const [worst] = [...gates]
      .filter((g) => g.yearsHolding > 0)
      .sort((a, b) => b.yearsHolding - a.yearsHolding)
    if (worst === undefined) return { head, body: [`${came}${lost}`] }
    const { from, to } = worst.longest!
    const who = holdersBetween(
      story,
      worst.id,
      tracks.timeline.start(from),
      tracks.timeline.start(to),
    )
    const under = who.length === 0 ? '' : ` (longest under ${listed(who)})`
    return {
      head,
      body: [
        `${came}${lost}`,
        `held longest by: ${worst.title}, ${counted(worst.yearsHolding, 'year', 'years', 1)}${under}`,
      ],
    }
  })
}

function programmeEntries({ ownProgrammes, cast }: Story): Entry[] {
  if (ownProgrammes.length === 0) return []
  const [first] = ownProgrammes
  const text = `${counted(ownProgrammes.length, 'unit')}, the first ${cast.actor(first.actor)} in ${monthYear(first.day)}`
  return [{ head: "Units' own programmes", body: [text] }]
}

/** Head and first line together, further lines indented. */
function layOut({ head, body }: Entry): string[] {
  return [
    ...fold(`${head}: ${body[0]}`, '  '),
    ...body.slice(1).flatMap((line) => fold(`  ${line}`, '  ')),
  ]
}

/** Breaks a line at spaces to the width of a terminal. */
function fold(line: string, indent: string): string[] {
  const lines: string[] = []
  let rest = line
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width)
    const at = space > indent.length ? space : width
    lines.push(rest.slice(0, at))
    rest = `${indent}${rest.slice(at).trimStart()}`
  }
  return [...lines, rest]
}
