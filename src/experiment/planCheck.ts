import type { InputFile } from '../archive/index.js'
import type { Library } from '../contract/index.js'
import { InputError } from '../diagnostics/index.js'
import { parseExpression, type ValueType } from '../expression/index.js'
import { measureSymbols, type ScenarioDocument } from '../scenario/index.js'
import type { AskedFormula } from './ask.js'
import { mustBeCount } from './mustBeCount.js'
import { asItIs, noFactors, type Plan } from './plan.js'

/** The choices that a plan of a check holds. */
export interface CheckChoices {
  readonly version: string
  readonly mechanismFiles: readonly InputFile[]
  readonly seed: string
  readonly runs: number
  readonly chunkSize: number
}

/** What the formula of a check must give. */
const wanted: { readonly [kind: string]: readonly ValueType[] } = {
  value: ['scalar', 'boolean'],
  incidence: ['date'],
}

/**
 * Plans a check: formulas are parsed here, once, and travel as trees.
 *
 * @throws InputError if the scenario has no checks, or a formula is wrong
 */
export async function planCheck(
  document: ScenarioDocument,
  library: Library,
  choices: CheckChoices,
): Promise<Plan> {
  const { checks = [] } = document
  if (checks.length === 0) {
    throw new InputError({
      message: `the scenario ${document.name} has no checks`,
      hint: 'Write them under `checks:` in its scenario.yaml',
    })
  }
  mustBeCount('the number of runs', choices.runs)
  mustBeCount('the number of runs in a chunk', choices.chunkSize)
  const symbols = measureSymbols(document, library)
  const numbers: AskedFormula[] = []
  for (const check of checks) {
    if (check.kind === 'pairs') continue
    const { id, title, outcome: formula, kind } = check
    const expression = await parseExpression(formula, symbols, {
      name: `outcome of check "${id}"`,
      expects: wanted[kind],
    })
    numbers.push({ id, title, formula, unit: check.unit ?? '1', expression })
  }
  const ties = checks.flatMap((check) =>
    check.kind === 'pairs' ? [{ id: check.id, instrument: check.instrument, to: check.to }] : [],
  )
  const plan: Plan = {
    format: 1,
    kind: 'check',
    version: choices.version,
    scenario: document,
    mechanismFiles: choices.mechanismFiles,
    seed: choices.seed,
    replicates: choices.runs,
    treatments: [asItIs],
    ...noFactors,
    chunkSize: choices.chunkSize,
    ask: { numbers, ties, series: [] },
  }
  return plan
}
