import type { CauseHead } from '../../archive/index.js'
import { nearest, oneOf, quote } from '../../diagnostics/index.js'
import {
  type Chosen,
  changesOf,
  type Findings,
  type ScenarioDocument,
} from '../../scenario/index.js'
import { located, refuse } from './located.js'
import type { WrittenCause, WrittenChange } from './writtenCauses.js'

/** A cause, and what switches it off. */
export interface PlannedCause {
  readonly head: CauseHead
  readonly off: readonly Chosen[]
}

/**
 * Reads the causes: every off-state is a change that there is, and what comes after what goes in no circle.
 *
 * @param findings know the places in the user's file
 * @throws InputError for whatever is wrong with them, with its place
 */
export function planCauses(
  written: readonly WrittenCause[],
  document: ScenarioDocument,
  findings: Findings,
): readonly PlannedCause[] {
  const ids = written.map(({ id }) => id)
  written.forEach(({ id, after = [] }, k) => {
    if (ids.indexOf(id) !== k)
      refuse(findings, ['causes', k, 'id'], `two causes are called ${quote(id)}`)
    after.forEach((other, at) => {
      if (other === id || ids.includes(other)) return
      refuse(findings, ['causes', k, 'after', at], `there is no cause ${quote(other)}`, {
        expected: oneOf(ids),
        nearest: nearest(other, ids),
      })
    })
  })
  mustHaveOrder(written, findings)
  return written.map(({ id, title = id, off, after = [] }, k): PlannedCause => {
    const path = ['causes', k, 'off']
    const { title: words, ...change } = off
    const chosen = located(findings, path, () => chosenOf(change, document, `cause ${quote(id)}`))
    if (chosen.length === 0) {
      refuse(findings, path, `nothing is said of what holds when ${quote(id)} is off`, {
        expected: 'treatment, set or disable',
      })
    }
    return { head: { id, title, off: words ?? changeWords(change, document), after }, off: chosen }
  })
}

/**
 * The single changes of a change as a file has it: the treatment first, then values, then a mechanism left out.
 *
 * @throws InputError if there is no such treatment
 */
export function chosenOf(
  { treatment, set = {}, disable }: WrittenChange,
  document: ScenarioDocument,
  label: string,
): readonly Chosen[] {
  return [
    ...(treatment === undefined ? [] : changesOf(document, treatment)),
    ...Object.entries(set).map(([path, to]) => ({ label, change: { set: path, to } })),
    ...(disable === undefined ? [] : [{ label, change: { disable } }]),
  ]
}

function changeWords({ treatment, set = {}, disable }: WrittenChange, document: ScenarioDocument) {
  return [
    ...(treatment === undefined ? [] : [document.treatments?.[treatment].title ?? treatment]),
    ...Object.entries(set).map(([path, to]) => `${path} = ${to}`),
    ...(disable === undefined ? [] : [`without ${disable}`]),
  ].join(', ')
}

/** Takes away, round by round, the causes that nothing left comes before; those of a circle remain. */
function mustHaveOrder(written: readonly WrittenCause[], findings: Findings): void {
  let left = written.map(({ id }) => id)
  const waits = (id: string) =>
    written.find((cause) => cause.id === id)?.after?.some((other) => left.includes(other))
  for (let before = -1; before !== left.length; ) {
    before = left.length
    left = left.filter(waits)
  }
  if (left.length === 0) return
  const k = written.findIndex(({ id }) => left.includes(id))
  refuse(
    findings,
    ['causes', k, 'after'],
    `what comes after what goes in a circle: ${left.join(', ')}`,
    {
      expected: 'for each cause those that work through it, and never the other way round as well',
    },
  )
}
