import type { ModelPlan } from '../../engine/index.js'
import { capital, counted, listed, spaced } from '../reading/words.js'
import { type Concept, concepts, notesOf } from './concepts.js'
import { blocks, code, md } from './markdown.js'

/** Said where no mechanism has anything to say. */
const otherwise: { readonly [C in Concept]?: string } = {
  adaptation: 'No mechanism in use lets actors choose.',
  objectives: 'No actor in this model pursues a measured objective.',
  learning: 'No actor changes its rules of decision by experience.',
  prediction: 'Actors do not look ahead.',
  sensing: 'Actors know the state of the world without error where a mechanism reads it.',
  interaction:
    'Actors affect each other only through the columns that several mechanisms read and write.',
  collectives: 'There are no collectives.',
}

/** Element 4: all eleven design concepts, from what the mechanisms in use are. */
export function designConcepts(plan: ModelPlan): string {
  return blocks(
    '## 4. Design concepts',
    ...concepts.map((concept) => blocks(`### ${capital(concept)}`, ...textOf(concept, plan))),
  )
}

function textOf(concept: Concept, plan: ModelPlan): readonly string[] {
  const notes = plan.mechanisms.flatMap(({ mechanism }) => {
    const note = notesOf(mechanism)[concept]
    return note === undefined ? [] : [`- *${capital(spaced(mechanism.name))}*: ${md(note)}`]
  })
  const list = notes.length > 0 ? notes.join('\n') : otherwise[concept]
  const text = [...general(concept, plan), ...(list === undefined ? [] : [list])]
  return text
}

function general(concept: Concept, plan: ModelPlan): readonly string[] {
  const { mechanisms, measures } = plan
  switch (concept) {
    case 'basic principles':
      return [
        'The model is a sequence of mechanisms, each a published theory that can be switched off or replaced. A historical outcome is never an input. The theories in use:',
        mechanisms
          .map(({ mechanism }) => `- *${capital(spaced(mechanism.name))}*: ${md(mechanism.source)}`)
          .join('\n'),
      ]
    case 'emergence':
      return [
        `What is written by mechanisms emerges; what the scenario gives is imposed. Written by more than one mechanism, and so the result of their interplay: ${listed(sharedColumns(plan).map(code)) || 'nothing'}. Written by one: ${listed(singleColumns(plan).map(code)) || 'nothing'}. The ledger of agreements and the log of events emerge as well.`,
      ]
    case 'stochasticity':
      return [
        'Every draw is a pure function of the seed, the replicate, the mechanism, the tick and the ids of those concerned (Threefry counters keyed by seedrandom). Treatment and control share their chance, and a mechanism or an actor more or less leaves the draws of all others as they are. Observers draw nothing.',
      ]
    case 'collectives': {
      const groups = plan.world.tables.find(({ name }) => name === 'groups')?.ids ?? []
      return groups.length === 0
        ? []
        : [
            `The scenario names ${counted(groups.length, 'group')} (${listed(groups.map(code))}) for measures and checks; they do not act.`,
          ]
    }
    case 'observation':
      return [
        'Measures are taken of the whole world at the end of every tick, without error and without touching it; agreements and events are logged with their day, mechanism and reason. Recorded:',
        measures
          .map(
            ({ name, title, meaning, unit }) =>
              `- ${code(name)} (${md(title)}): ${md(meaning)}${unit === '1' ? '' : `, in ${md(unit)}`}`,
          )
          .join('\n'),
      ]
    default:
      return []
  }
}

/** How many mechanisms write each column. */
function writers({ mechanisms }: ModelPlan): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { mechanism } of mechanisms) {
    for (const [table, columns] of Object.entries(mechanism.writes ?? {})) {
      for (const column of Object.keys(columns)) {
        const name = `${table}.${column}`
        counts.set(name, (counts.get(name) ?? 0) + 1)
      }
    }
  }
  return counts
}

function sharedColumns(plan: ModelPlan): string[] {
  return [...writers(plan)].filter(([, n]) => n > 1).map(([name]) => name)
}

function singleColumns(plan: ModelPlan): string[] {
  return [...writers(plan)].filter(([, n]) => n === 1).map(([name]) => name)
}
