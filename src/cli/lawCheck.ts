import { formatDate, parseDate } from '../calendar/index.js'
import { InputError, nearest, oneOf, quote } from '../diagnostics/index.js'
import {
  type Act,
  answerOf,
  formMeanings,
  forms,
  isBinding,
  lawAbove,
  type PartyKind,
  partyKinds,
  type Regime,
  type SideAnswer,
  type States,
  subjects,
} from '../law/index.js'
import { readRegimes, readStates } from '../scenario/catalogue.js'
import { answerData, answerText } from './lawWords.js'
import { wrap } from './say.js'

/** A question as written on the command line. */
export interface LawQuestion {
  readonly by: string
  readonly with: string
  readonly instrument: string
  readonly subject: string
  readonly date?: string
}

interface Party {
  readonly code: string
  readonly kind: PartyKind
  /** As written. */
  readonly name: string
}

/**
 * Answers one question from the catalogue, for people and for scripts.
 *
 * @throws {InputError} for a code, kind, instrument, subject or date that there is not, with the nearest that there is
 */
export async function checkLaw(question: LawQuestion) {
  const [regimes, states] = await Promise.all([readRegimes(), readStates()])
  const by = readParty(question.by, '--by', states)
  const partner = readParty(question.with, '--with', states)
  const form = pick(question.instrument, forms, 'instrument')
  const subject = pick(question.subject, subjects, 'subject')
  const date = readDate(question.date, [by, partner], states)
  for (const { code, name } of [by, partner]) {
    const none = states.check(code, date)
    if (!none) continue
    throw new InputError({
      message: `${quote(name)}: ${none.message}`,
      ...(none.instead ? { nearest: name.replace(code, none.instead) } : {}),
      hint: 'Choose a --date on which it was a state',
    })
  }
  if (by.code === partner.code) {
    throw new InputError({
      message: `${quote(by.name)} and ${quote(partner.name)} belong to one state`,
      expected: 'a partner abroad: this is the law of external action',
    })
  }
  const neighbours = states.areNeighbours(by.code, partner.code, date, {
    a: by.kind === 'overseas-region',
    b: partner.kind === 'overseas-region',
  })
  const above = lawAbove(regimes.values(), by.code, partner.code, date)
  const ask = (one: Party, other: Party): SideAnswer => {
    const act: Act = {
      by: one.kind,
      with: { kind: other.kind, neighbour: neighbours },
      form,
      subject,
    }
    return answerOf(regimes.get(one.code), above, act, date)
  }
  const own = ask(by, partner)
  if (own.answer === undefined) throw unknownLaw(by, date, regimes, states)
  const other = ask(partner, by)
  const data = {
    by: by.name,
    with: partner.name,
    neighbours,
    instrument: form,
    binding: isBinding(form),
    subject,
    date: formatDate(date),
    ...answerData(own.answer),
    above: aboveData(own),
    other: {
      party: partner.name,
      known: other.answer !== undefined,
      ...(other.answer ? answerData(other.answer) : {}),
      above: aboveData(other),
    },
  }
  return { data, text: textOf() }

  function textOf(): string {
    const near = neighbours ? 'neighbours' : 'not neighbours'
    const act = `${formMeanings[form]} about ${subject}, ${formatDate(date)}`
    return [
      `${by.name} (${states.name(by.code)}) with ${partner.name} (${states.name(partner.code)}): ${act}`,
      `The two are ${near}.`,
      '',
      `Law of ${by.name}`,
      answerText(own, subject),
      '',
      `Law of ${partner.name}`,
      other.answer
        ? answerText(other, subject)
        : wrap(`The catalogue does not know it${lawOf(partner, regimes, states)}.`, 2),
    ].join('\n')
  }
}

function lawOf({ code }: Party, regimes: ReadonlyMap<string, Regime>, states: States): string {
  return regimes.has(code) ? ` for that day` : ` (no regime of ${states.name(code)})`
}

function aboveData({ above }: SideAnswer) {
  return above.map(({ regime, answer, opened }) => ({
    law: regime.id,
    opened,
    ...answerData(answer),
  }))
}

function readParty(text: string, option: string, states: States): Party {
  const [code = '', kind = '', ...more] = text.split('/')
  if (code === '' || kind === '' || more.length > 0) {
    throw new InputError({
      message: `${option}: ${quote(text)} is not a party`,
      expected: 'an ISO code and a kind, such as AT/region',
    })
  }
  if (!states.isKnown(code)) {
    throw new InputError({
      message: `${option}: there is no state with the code ${quote(code)}`,
      expected: 'a two-letter code of ISO 3166, or SU, DD, CS, YU for states of the past',
      nearest: nearestCode(code, states),
    })
  }
  return { code, kind: pick(kind, partyKinds, `kind of party in ${option}`), name: text }
}

/** By code, or by the name of the state; a code in small letters is itself in capitals. */
function nearestCode(text: string, states: States): string | undefined {
  const { codes } = states
  if (codes.includes(text.toUpperCase())) return text.toUpperCase()
  const names = new Map(codes.map((c) => [states.name(c), c]))
  const named = nearest(text, names.keys())
  return (text.length > 3 && named && names.get(named)) || nearest(text, codes)
}

function pick<T extends string>(text: string, known: readonly T[], what: string): T {
  const found = known.find((k) => k === text)
  if (found !== undefined) return found
  throw new InputError({
    message: `there is no ${what} ${quote(text)}`,
    expected: oneOf(known, 20),
    nearest: nearest(text, known),
  })
}

/** Without a date it is today, or the last day of a state that is no more. */
function readDate(text: string | undefined, parties: readonly Party[], states: States): number {
  if (text === undefined) {
    const last = parties.flatMap(({ code }) => states.lastDay(code) ?? [])
    return Math.min(today(), ...last)
  }
  return asDay(text)
}

/** @throws {InputError} unless the text is a date */
export function asDay(text: string): number {
  const day = parseDate(text)
  if (day !== undefined) return day
  throw new InputError({
    message: `--date: ${quote(text)} is not a date`,
    expected: 'a day such as 2005-01-01',
  })
}

function today(): number {
  return Math.floor(Date.now() / 86_400_000)
}

function unknownLaw(
  { code, name }: Party,
  date: number,
  regimes: ReadonlyMap<string, Regime>,
  states: States,
): InputError {
  const regime = regimes.get(code)
  const national = [...regimes.values()].filter((r) => !r.members).map((r) => r.id)
  if (regime === undefined) {
    return new InputError({
      message: `the catalogue has no law of ${states.name(code)} for ${quote(name)}`,
      expected: oneOf(national, 20),
      hint: 'docs/law.md shows how to add a state',
    })
  }
  const end = Number.isFinite(regime.until) ? ` to ${formatDate(regime.until - 1)}` : ' on'
  return new InputError({
    message: `the catalogue does not know the law of ${regime.title} on ${formatDate(date)}`,
    expected: `a day from ${formatDate(regime.from)}${end}`,
  })
}
