import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { InputError, quote } from '../diagnostics/index.js'
import { findScenario } from '../scenario/index.js'

/**
 * The file of a question: named itself, or the one that lies beside the scenario that is named.
 *
 * @param name what the file beside a scenario is called
 * @param what what it holds, for messages: `hypotheses`
 */
export async function fileBeside(asked: string, name: string, what: string): Promise<string> {
  if (/\.ya?ml$/i.test(asked)) return asked
  const file = join(dirname(await findScenario(asked)), name)
  if (await stat(file).catch(() => undefined)) return file
  throw new InputError({
    message: `the scenario ${quote(asked)} has no ${what}`,
    expected: `${file}, or the path of yours`,
  })
}
