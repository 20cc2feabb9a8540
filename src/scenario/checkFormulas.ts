import { InputError } from '../diagnostics/index.js'
import { parseExpression, type SymbolTable, type ValueType } from '../expression/index.js'
import type { Check, ScenarioDocument } from './document.js'
import type { Findings, Path } from './findings.js'

type ValueTypes = readonly ValueType[]

interface Formula {
  readonly text: string
  readonly name: string
  readonly path: Path
  readonly expects: ValueTypes
}

/** Parses every formula of the scenario and reports those that are wrong. */
export async function checkFormulas(
  document: ScenarioDocument,
  symbols: SymbolTable,
  findings: Findings,
): Promise<void> {
  for (const { text, name, path, expects } of formulasOf(document)) {
    try {
      await parseExpression(text, symbols, { name, expects, ...findings.placeOf(path) })
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      findings.problems.push(...error.problems)
    }
  }
}

function formulasOf({ checks = [], history = {} }: ScenarioDocument): Formula[] {
  const formulas: Formula[] = []
  checks.forEach((check, at) => {
    if (check.kind === 'pairs') return
    const name = `outcome of check "${check.id}"`
    const path = ['checks', at, 'outcome']
    formulas.push({ text: check.outcome, name, path, expects: expected[check.kind] })
  })
  history.events?.forEach(({ title, model }, at) => {
    if (model === undefined) return
    const path = ['history', 'events', at, 'model']
    formulas.push({ text: model, name: `event "${title}"`, path, expects: ['date'] })
  })
  history.series?.forEach(({ id, model }, at) => {
    const path = ['history', 'series', at, 'model']
    formulas.push({ text: model, name: `series "${id}"`, path, expects: ['series'] })
  })
  return formulas
}

const expected: { readonly [K in Exclude<Check['kind'], 'pairs'>]: ValueTypes } = {
  value: ['scalar', 'boolean'],
  incidence: ['date'],
}
