import { InputError, quote } from '../../diagnostics/index.js'
import { compileExpression, parseExpression, type SymbolTable } from '../../expression/index.js'
import type { Cell, Settings } from '../../scenario/index.js'
import type { Factor } from './Factor.js'
import type { WrittenFactor } from './writtenFactor.js'

/** A factor that is computed from the others of its point. */
export interface DerivedFactor {
  readonly factor: Factor
  /** @throws InputError if the value cannot be */
  readonly of: (values: readonly Cell[]) => Cell
}

/**
 * Reads the factors that are formulas of other factors, which formulas call by their `name`.
 *
 * @param base the factors that vary by themselves
 * @throws InputError if a formula is wrong, with the position in it
 */
export async function derivedFactors(
  written: readonly (readonly [id: string, factor: WrittenFactor])[],
  base: readonly Factor[],
  settings: Settings,
  label: string,
): Promise<readonly DerivedFactor[]> {
  const named = base.filter(({ name, kind }) => name !== undefined && isNumber(kind))
  const symbols: SymbolTable = {
    series: {},
    constants: Object.fromEntries(named.map(({ name = '' }) => [name, { type: 'scalar' }])),
  }
  const derived: DerivedFactor[] = []
  for (const [id, { formula = '', ...rest }] of written) {
    const extra = Object.entries(rest).find(([key, value]) => key !== 'name' && value !== undefined)
    if (extra) {
      throw new InputError({
        file: label,
        message: `${id}: it has both a formula and ${quote(extra[0])}`,
        expected: 'a formula alone',
      })
    }
    const expression = await parseExpression(formula, symbols, {
      file: label,
      name: `factor "${id}"`,
      expects: ['scalar'],
    })
    const value = compileExpression(expression)
    const { path, parameter } = settings.find(id, label)
    const factor: Factor = {
      id,
      title: `${parameter?.meaning ?? id} (= ${formula})`,
      unit: parameter?.type === 'number' ? parameter.unit : '1',
      kind: 'number',
      path,
      domain: { kind: 'list', values: [] },
    }
    const of = (values: readonly Cell[]): Cell => {
      const constant = (name: string) => Number(values[base.findIndex((f) => f.name === name)])
      const result = Number(value({ ...noRun, constant }))
      return settings.read(id, result, `${label}, ${formula}`).value
    }
    derived.push({ factor, of })
  }
  return derived
}

function isNumber(kind: Factor['kind']): boolean {
  return kind === 'number' || kind === 'integer'
}

/** Formulas of factors know no run. */
const noRun = {
  n: 0,
  startOfTick: () => NaN,
  tickOf: () => -1,
  series: (): Float64Array => new Float64Array(0),
}
