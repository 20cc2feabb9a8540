import type { AnyMeasure, Library, Subject } from '../contract/index.js'
import type { Span, SymbolTable } from '../expression/index.js'
import { territorialKinds } from '../world/index.js'
import { readDay } from './cell.js'
import type { ScenarioDocument } from './document.js'
import { Findings } from './findings.js'
import { takeInventory } from './inventory.js'
import { populationOf } from './population.js'
import { idsOf, rowsOf } from './rows.js'

/**
 * The names that formulas of a scenario may use: its measures, each with the ids along its dimensions, in the order
 * of rows.
 */
export function measureSymbols(document: ScenarioDocument, library: Library): SymbolTable {
  const { measures } = takeInventory(document, library, new Findings())
  return symbolsOf(document, measures)
}

/**
 * The same, with the days between which runs can be looked at: for questions that are put to runs yet to come.
 *
 * @param changed paths of what differs between the runs; if their time does, any day may do
 */
export function askableSymbols(
  document: ScenarioDocument,
  library: Library,
  changed: readonly (readonly (string | number)[])[] = [],
): SymbolTable {
  const symbols = measureSymbols(document, library)
  const timeDiffers = changed.some(([first, key]) => first === 'time' && key !== 'ticksPerYear')
  return timeDiffers ? symbols : { ...symbols, span: spanOf(document) }
}

/** The days from which to which runs last. */
export function spanOf({ time }: ScenarioDocument): Span | undefined {
  const [first, last] = [readDay(time.start), readDay(time.end)]
  return first === undefined || last === undefined ? undefined : { first, last }
}

/** The names for measures that are known already. */
export function symbolsOf(
  document: ScenarioDocument,
  measures: readonly AnyMeasure[],
): SymbolTable {
  const ids = new Map<Subject, readonly string[]>()
  const subjects = (of: Subject) => {
    const found = ids.get(of) ?? subjectIds(document, of)
    ids.set(of, found)
    return found
  }
  return {
    series: Object.fromEntries(
      measures.map(({ name, meaning, unit, of }) => [
        name,
        { summary: unit === '1' ? meaning : `${meaning} (${unit})`, subjects: of.map(subjects) },
      ]),
    ),
    constants: {},
  }
}

/** The same ids as `World.states` and `World.units` give, without a world. */
function subjectIds(document: ScenarioDocument, subject: Subject): readonly string[] {
  if (typeof subject === 'object') return subject.ids
  if (subject !== 'states' && subject !== 'units') return idsOf(document, subject)
  const written = Object.entries(rowsOf(document, 'actors'))
    .filter(([, { kind }]) =>
      subject === 'states' ? kind === 'state' : territorialKinds.some((unit) => unit === kind),
    )
    .map(([id]) => id)
  return subject === 'units' ? written.concat(populationOf(document).ids) : written
}
