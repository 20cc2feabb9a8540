import { formatDate } from '../../calendar/index.js'
import type { ModelPlan } from '../../engine/index.js'
import type { ScenarioDocument } from '../../scenario/document.js'
import type { Column } from '../../world/index.js'
import { counted, listed, spaced } from '../reading/words.js'
import { blocks, code, md, mdTable } from './markdown.js'

/** Element 2: what there is, what describes it, and in what space and time. */
export function entities(document: ScenarioDocument, plan: ModelPlan): string {
  const { timeline, world } = plan
  const kinds = new Map<string, number>()
  for (const row of Object.values(document.tables.actors ?? {})) {
    const kind = String(row.kind ?? 'actor')
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  const actors = listed(
    [...kinds].map(([kind, n]) =>
      counted(n, kind, kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`),
    ),
  )
  return blocks(
    '## 2. Entities, state variables and scales',
    `**Entities.** Actors (${md(actors)}); the rows of the other tables below; agreements, which come into being in the run; and states of the world as a whole, such as what is tied to whom.`,
    `**Time.** From ${formatDate(timeline.startDay)} to ${formatDate(timeline.endDay)} in ${timeline.n} ticks, ${timeline.ticksPerYear} a year. Rates are per year: another length of tick leaves outcomes the same but for chance.`,
    '**Space.** Actors that have a place have a latitude and a longitude; distances are great circles on a sphere, rounded to a metre. There is no grid.',
    '**Agreements.** Each has parties, an instrument, an issue, a status (from proposed to in force, ended or refused), the days of proposal, signature, entry into force and end, what each party promises, and for each party its consent, what the law of its state says, the answer of its centre, and the voice that the agreement has there.',
    ...world.tables
      .filter(({ columns }) => columns.size > 0)
      .map(({ name, ids, columns }) =>
        blocks(
          `### Table ${code(name)} (${counted(ids.length, 'row')})`,
          mdTable(
            ['Variable', 'Meaning', 'Unit', 'Range', 'Role'],
            [...columns].map(([column, descriptor]) => [
              code(column),
              md(descriptor.meaning),
              md(unitOf(descriptor)),
              rangeOf(descriptor),
              roleOf(plan, name, column, descriptor),
            ]),
          ),
        ),
      ),
    Object.keys(world.ties).length === 0
      ? undefined
      : blocks(
          '### Ties between actors',
          mdTable(
            ['Tie', 'Meaning', 'Unit', 'Shape'],
            Object.entries(world.ties).map(([name, { meaning, unit, shape }]) => [
              code(name),
              md(meaning),
              md(unit),
              shape === 'matrix' ? 'every ordered pair' : 'list of neighbours',
            ]),
          ),
        ),
  )
}

function unitOf({ unit, references, values }: Column): string {
  if (references !== undefined) return `row of ${references}`
  return values === undefined ? unit : 'code'
}

function rangeOf({ range, values, per }: Column): string {
  const within =
    values === undefined
      ? range === undefined
        ? ''
        : `${range[0]} to ${range[1]}`
      : md(values.join(', '))
  return per === undefined
    ? within
    : `${within}${within === '' ? '' : '; '}one for each of ${code(per)}`
}

/** Whether a column is given, written, or both, and by whom. */
function roleOf(
  { mechanisms }: ModelPlan,
  table: string,
  column: string,
  { input, pulse }: Column,
): string {
  const by = mechanisms
    .filter(({ mechanism }) => Object.hasOwn(mechanism.writes?.[table] ?? {}, column))
    .map(({ mechanism }) => spaced(mechanism.name))
  const parts = [
    ...(input === undefined ? [] : ['given']),
    ...(by.length === 0 ? [] : [`written by ${listed(by)}`]),
    ...(pulse ? ['lasts one tick'] : []),
  ]
  return md(parts.join('; '))
}
