import { join } from 'node:path'
import { InputError } from '../diagnostics/index.js'
import { shelvedNames, shippedShelf } from './findScenario.js'
import { readYaml } from './readYaml.js'
import { ScenarioFolder } from './ScenarioFolder.js'

/** A scenario on a shelf, as a list shows it. */
export interface ScenarioSummary {
  /** Name of the folder, by which it is run. */
  readonly name: string
  readonly title: string
  readonly question: string
  readonly summary: string
  /** Why it cannot be read, if it cannot. */
  readonly problem?: string
}

/** The scenarios of a shelf in alphabetical order. One that cannot be read is in the list all the same. */
export async function listScenarios(shelf = shippedShelf): Promise<ScenarioSummary[]> {
  return Promise.all(
    (await shelvedNames(shelf)).map(async (name) => {
      try {
        const path = join(shelf, name, 'scenario.yaml')
        const { value } = readYaml(await new ScenarioFolder(path).main(), path)
        const text = (key: string) => {
          const found = (value as Record<string, unknown> | null)?.[key]
          return typeof found === 'string' ? found.trim() : ''
        }
        return { name, title: text('title'), question: text('question'), summary: text('summary') }
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        return { name, title: '', question: '', summary: '', problem: error.message }
      }
    }),
  )
}
