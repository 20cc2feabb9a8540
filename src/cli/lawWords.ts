import { formatDate } from '../calendar/index.js'
import {
  type Answer,
  type LegalStep,
  type LegalSubject,
  type Overlaid,
  type Practice,
  type Sequel,
  type SideAnswer,
  sequelMeanings,
  stepMeanings,
} from '../law/index.js'
import { wrap } from './say.js'

/** An answer for scripts. */
export function answerData(answer: Answer) {
  const { verdict, steps, sequels, basis, practice, evidence, competence } = answer
  return {
    verdict,
    steps,
    sequels,
    basis: { ...basis, date: formatDate(basis.date) },
    competence: competence ?? null,
    compliance: practice.compliance,
    enforcement: practice.enforcement,
    practice: { otherwise: practice.otherwise, source: practice.source, grade: practice.grade },
    source: evidence.source,
    grade: evidence.grade,
  }
}

const verdictWords = {
  free: 'Free: no step is needed.',
  reviewed: 'Reviewed: allowed, through steps.',
  barred: 'Barred: it may not be done.',
} as const

/** An answer for people. */
export function answerText({ answer, above }: SideAnswer, subject: LegalSubject): string {
  if (answer === undefined) return wrap('The catalogue does not know it.', 2)
  const { verdict, steps, sequels, basis, practice, evidence, competence } = answer
  const lines = [wrap(verdictWords[verdict], 2), wrap(basis.title, 2)]
  steps.forEach((step, at) => {
    lines.push(wrap(`${at + 1}. ${stepInWords(step)}`, 4))
  })
  for (const sequel of sequels) lines.push(wrap(`Later: ${sequelInWords(sequel)}`, 4))
  lines.push(wrap(`Basis: ${basis.article}; holds from ${formatDate(basis.date)}.`, 2))
  if (competence) lines.push(wrap(`Subject: ${subject} is ${competence}.`, 2))
  lines.push(wrap(`Practice: ${practiceInWords(practice)}.`, 2))
  lines.push(wrap(`Source: ${evidence.source} (${evidence.grade}).`, 2))
  for (const law of above) lines.push(wrap(aboveInWords(law), 2))
  return lines.join('\n')
}

export function stepInWords({ step, organ, deadlineDays, silence }: LegalStep): string {
  const what = `${organ}: ${stepMeanings[step]} [${step}]`
  if (deadlineDays === undefined) return what
  const meaning =
    silence === 'none' ? 'silence says nothing' : `silence means ${silence ?? 'nothing'}`
  return `${what}, within ${deadlineDays} days; ${meaning}`
}

export function sequelInWords({ sequel, organ, days, units }: Sequel): string {
  const who = units === undefined ? organ : `${units} ${organ}`
  const when =
    days === undefined ? '' : sequel === 'lapse' ? ` after ${days} days` : ` within ${days} days`
  return `${who} ${sequelMeanings[sequel]}${when} [${sequel}]`
}

const evasionWords = {
  informal: 'the others take a form that binds nobody',
  breach: 'the others breach it',
  blocked: 'the others are stopped all the same',
} as const

export function practiceInWords({ compliance, enforcement, otherwise, grade }: Practice): string {
  const rest = evasionWords[otherwise]
  return (
    `${percent(compliance)} go as the law says, ${rest}; ` +
    `${percent(enforcement)} of breaches are acted upon (${grade})`
  )
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function aboveInWords({ regime, answer, opened }: Overlaid): string {
  const { title, article, date } = answer.basis
  const what = opened ? 'opens what the state bars' : 'confirms it'
  return `Above the state (${regime.title}, from ${formatDate(date)}) ${article} ${what}: ${title}`
}
