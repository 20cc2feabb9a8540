import type { Library } from '../contract/index.js'
import { InputError } from '../diagnostics/index.js'
import { Csv } from './Csv.js'
import type { Findings, Path } from './findings.js'
import type { Places } from './places.js'
import type { ScenarioFolder } from './ScenarioFolder.js'

/** What is at hand while a document is put together from its files. */
export interface Assembling {
  readonly library: Library
  readonly folder: ScenarioFolder
  readonly places: Places
  readonly findings: Findings
}

/** Opens a CSV file; what is wrong with it is reported. */
export async function openCsv(
  name: string,
  path: Path,
  { folder, findings }: Assembling,
): Promise<Csv | undefined> {
  try {
    const text = await folder.read(name, findings.placeOf(path))
    return Csv.read(text, folder.display(name))
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    findings.problems.push(...error.problems)
    return undefined
  }
}
