import { InputError, nearest, oneOf, quote } from '../diagnostics/index.js'
import { packedTables, packRegimes, type Regime } from '../law/index.js'
import type { Assembling } from './assembling.js'
import { parseRegime, readShelved, shelvedRegimes } from './catalogue.js'
import type { DocumentTable } from './document.js'
import type { Path } from './findings.js'

/** The tables of a scenario that name laws. */
const naming = { regimes: ['law', 'above'] } as const

/**
 * Reads the laws that a scenario names, from the folder `regimes` beside it or else from the catalogue, and adds
 * them as tables. A table `laws` with empty rows names more, for treatments to choose from.
 *
 * Reports names of which there is no law.
 */
export async function assembleLaws(
  tables: { [table: string]: DocumentTable },
  context: Assembling,
): Promise<void> {
  const { library, findings } = context
  const known = library.mechanisms.some(({ reads }) => reads !== undefined && 'legalRules' in reads)
  const wanted = wantedLaws(tables)
  if (!known || wanted.size === 0) return
  const shipped = await shelvedRegimes()
  const brought = await shelvedRegimes(context.folder.display('regimes')).catch(() => [])
  const found: Regime[] = []
  const missing: string[] = []
  for (const [id, path] of wanted) {
    const own = await ownRegime(id, path, context)
    const regime = own ?? (shipped.includes(id) ? await readShelved(id) : undefined)
    if (regime && own !== null) found.push(regime)
    else missing.push(id)
    if (regime === undefined && own !== null) {
      findings.add(path, `there is no law ${quote(id)}`, {
        at: path.length === 3 ? 'key' : 'value',
        expected: `${oneOf(shipped, 20)}, or a file regimes/${id}.yaml beside the scenario`,
        nearest: nearest(id, [...brought, ...shipped]),
      })
    }
  }
  const packed = packRegimes(found)
  for (const name of packedTables) tables[name] = packed[name]
  // Reported once is enough: the row keeps references to it from being reported again.
  if (missing.length > 0) {
    tables.laws = { ...tables.laws, ...Object.fromEntries(missing.map((id) => [id, {}])) }
  }
}

/** Names of laws, each with the first place that names it. */
function wantedLaws(tables: { readonly [table: string]: DocumentTable }): Map<string, Path> {
  const wanted = new Map<string, Path>()
  for (const id of Object.keys(tables.laws ?? {})) wanted.set(id, ['tables', 'laws', id])
  for (const [table, columns] of Object.entries(naming)) {
    for (const [row, cells] of Object.entries(tables[table] ?? {})) {
      for (const column of columns) {
        const law = cells[column]
        if (law === undefined || wanted.has(String(law))) continue
        wanted.set(String(law), ['tables', table, row, column])
      }
    }
  }
  return wanted
}

/** A law that the scenario brings along; null if it is broken, which is reported. */
async function ownRegime(
  id: string,
  path: Path,
  { folder, findings }: Assembling,
): Promise<Regime | undefined | null> {
  if (!/^[A-Z]{2,8}$/.test(id)) return undefined
  const name = `regimes/${id}.yaml`
  let text: string
  try {
    text = await folder.read(name, findings.placeOf(path))
  } catch {
    return undefined
  }
  try {
    return parseRegime(text, folder.display(name))
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    findings.problems.push(...error.problems)
    return null
  }
}
