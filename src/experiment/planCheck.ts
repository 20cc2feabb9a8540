import type { AskedNumber, InputFile } from '../archive/index.js'
import type { Library } from '../contract/index.js'
import { InputError } from '../diagnostics/index.js'
import { parseExpression, type ValueType } from '../expression/index.js'
import { measureSymbols, type ScenarioDocument } from '../scenario/index.js'
import type { Plan } from './plan.js'

/** The choices that a plan of a check holds. */
export interface CheckChoices {
  readonly version: string
  readonly mechanismFiles: readonly InputFile[]
  readonly seed: string
  readonly runs: number
  readonly chunkSize: number
}

/** A plan, and the outcomes that its runs are asked for as people know them. */
export interface PlannedCheck {
  readonly plan: Plan
  readonly outcomes: readonly AskedNumber[]
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
): Promise<PlannedCheck> {
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
  const outcomes: AskedNumber[] = []
  for (const check of checks) {
    if (check.kind === 'pairs') continue
    const { id, title, outcome: formula, kind } = check
    const expression = await parseExpression(formula, symbols, {
      name: `outcome of check "${id}"`,
      expects: wanted[kind],
    })
    outcomes.push({ id, title, formula, expression })
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
    cases: [[]],
    chunkSize: choices.chunkSize,
    ask: { numbers: outcomes.map(({ id, expression }) => ({ id, expression })), ties },
  }
  return { plan, outcomes }
}

function mustBeCount(what: string, n: number): void {
  if (Number.isSafeInteger(n) && n >= 1) return
  throw new InputError({ message: `${what} is ${n}`, expected: 'a whole number from 1' })
}
