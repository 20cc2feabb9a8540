import type { FactorHead } from '../../archive/index.js'
import { rangeOf } from '../reading/factors.js'
import type { NumbersTable } from './ExperimentAccount.js'

/** What was varied. */
export function factorsTable(factors: readonly FactorHead[]): NumbersTable {
  return {
    id: 'factors',
    title: 'What was varied',
    head: ['Factor', 'What is set', 'Values', 'Unit', 'Kind'],
    rows: factors.map((factor) => [
      factor.title,
      factor.id,
      rangeOf(factor),
      factor.unit === '1' ? '–' : factor.unit || '–',
      `${kinds[factor.kind] ?? factor.kind}${factor.scale === 'log' ? ', log scale' : ''}`,
    ]),
    folded: factors.length > 6,
  }
}

const kinds: { readonly [K in FactorHead['kind']]: string } = {
  number: 'number',
  integer: 'whole number',
  category: 'one of a list',
  switch: 'on or off',
}
