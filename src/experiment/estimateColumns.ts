import { type DataColumn, type Estimate, numberColumn, textColumn } from '../archive/index.js'

/**
 * An estimate as three columns: `<name>`, `<name>_lower` and `<name>_upper`; missing where it cannot be told.
 *
 * @param meaning of the estimate, without a full stop
 * @param unit empty where it differs from row to row
 */
export function estimateColumns(
  name: string,
  title: string,
  meaning: string,
  values: readonly (Estimate | null)[],
  unit = '',
): readonly DataColumn[] {
  const column = (suffix: string, key: keyof Estimate, heading: string, words: string) =>
    numberColumn(
      'number',
      { name: `${name}${suffix}`, title: heading, meaning: `${words}.`, unit },
      Float64Array.from(values, (value) => value?.[key] ?? NaN),
    )
  return [
    column('', 'estimate', title, `${title}: ${meaning}`),
    column(
      '_lower',
      'lower',
      `${title}: lower bound`,
      `${title}: lower bound of the 95 % interval`,
    ),
    column(
      '_upper',
      'upper',
      `${title}: upper bound`,
      `${title}: upper bound of the 95 % interval`,
    ),
  ]
}

/** A column of ids. */
export function idColumn(name: string, title: string, values: readonly string[]): DataColumn {
  return textColumn('string', { name, title, meaning: `${title}: its id.`, unit: '' }, values)
}
