import { realpath } from 'node:fs/promises'
import type { Patch } from 'immer'
import type { Library } from '../contract/index.js'
import { InputError, quote } from '../diagnostics/index.js'
import { assemble } from './assemble.js'
import { bringIn, type OwnMechanisms, refuseIdle } from './bringIn.js'
import { readDay } from './cell.js'
import { type Chosen, changeDocument, changesOf } from './changeDocument.js'
import { checkFormulas } from './checkFormulas.js'
import type { Change, ScenarioDocument } from './document.js'
import { Findings } from './findings.js'
import { findScenario } from './findScenario.js'
import { spanOf, symbolsOf } from './measureSymbols.js'
import { readYaml } from './readYaml.js'
import { type ScenarioFile, ScenarioFolder } from './ScenarioFolder.js'
import { scenarioSchema } from './scenarioSchema.js'
import { reportIssues } from './schemaProblems.js'
import { survey } from './survey.js'
import type { WrittenScenario } from './writtenForm.js'

export interface LoadOptions {
  /** Id of one of the scenario's treatments. */
  readonly treatment?: string | undefined
  /**
   * Further changes, `path=value`, after the treatment and in their order; `mechanisms.<name>.enabled=yes` also brings in
   * a mechanism that the scenario does not name.
   */
  readonly settings?: readonly string[] | undefined
  /** A day, `YYYY-MM-DD`, on which to end earlier than the scenario does. */
  readonly until?: string | undefined
  /** Files of the user's own that are meant to take part: of each, something must. */
  readonly own?: readonly OwnMechanisms[] | undefined
  /** Folder of shipped scenarios. Default: the package's own. */
  readonly shelf?: string | undefined
  /** Whether formulas are parsed, which takes about a second of loading the first time. Default true. */
  readonly formulas?: boolean | undefined
}

/** A scenario that has been found to be in order, ready for `buildModel`. */
export interface LoadedScenario {
  /** With the treatment and the settings. */
  readonly document: ScenarioDocument
  /** As its files have it; mechanisms that settings bring in are there, switched off. */
  readonly original: ScenarioDocument
  readonly treatment?: string
  readonly settings: readonly string[]
  /** What treatment, settings and `until` changed in `original`, as immer patches. */
  readonly patches: readonly Patch[]
  readonly files: readonly ScenarioFile[]
  /** Absolute path of the folder. */
  readonly folder: string
  /** The scenario file as messages name it. */
  readonly path: string
}

/**
 * Loads a scenario: finds its file, reads YAML, checks its shape against the schema of the library, reads its CSV
 * files in, checks everything that one part says about another, and applies treatment and settings.
 *
 * @param nameOrPath the name of a shipped scenario, or the path of a folder or file
 * @throws {InputError} with one problem for each thing that is wrong, with file, line and column
 */
export async function loadScenario(
  nameOrPath: string,
  library: Library,
  options: LoadOptions = {},
): Promise<LoadedScenario> {
  const path = await findScenario(nameOrPath, options.shelf)
  const folder = new ScenarioFolder(path)
  const { value, places } = readYaml(await folder.main(), path)
  const findings = new Findings(places.locate)

  const schema = scenarioSchema(library)
  const shape = schema.safeParse(value)
  if (!shape.success) reportIssues(shape.error.issues, { value, schema, library, findings })
  findings.throwIfAny()

  // The schema has just vouched for it; its inferred type differs in how it writes "may be absent".
  const written = await assemble(shape.data as unknown as WrittenScenario, {
    folder,
    places,
    findings,
    library,
  })
  findings.throwIfAny()
  const { treatment, settings = [] } = options
  const original = bringIn(written, library, settings)
  refuseIdle(original, options.own ?? [], path)

  const plan = survey(original, library, findings)
  if (plan && options.formulas !== false)
    await checkFormulas(
      original,
      { ...symbolsOf(original, plan.measures), span: spanOf(original) },
      findings,
    )
  findings.throwIfAny()

  const { document, patches } = change(original, library, options)
  return {
    document,
    original,
    ...(treatment === undefined ? {} : { treatment }),
    settings,
    patches,
    files: folder.files,
    folder: await realpath(folder.folder),
    path,
  }
}

/** Applies what was chosen for this run: treatment, settings, an earlier end. */
function change(
  original: ScenarioDocument,
  library: Library,
  { treatment, settings = [], until }: LoadOptions,
) {
  const chosen = settings.map(readSetting)
  if (treatment !== undefined) chosen.unshift(...changesOf(original, treatment))
  if (until !== undefined) chosen.push({ label: '--until', change: endOn(until, original) })
  return changeDocument(original, library, chosen)
}

function readSetting(text: string): Chosen {
  const equals = text.indexOf('=')
  const path = text.slice(0, equals).trim()
  const value = text.slice(equals + 1).trim()
  if (equals < 0 || path === '' || value === '') {
    throw new InputError({
      message: `${quote(text)} is not a setting`,
      expected: 'path=value, such as time.ticksPerYear=24',
    })
  }
  return { label: `--set ${text}`, change: { set: path, to: value } }
}

function endOn(until: string, { time }: ScenarioDocument): Change {
  const day = readDay(until)
  const [start, end] = [readDay(time.start), readDay(time.end)]
  if (day === undefined) {
    throw new InputError({
      message: `--until: ${quote(until)} is not a date`,
      expected: 'a day such as 1985-07-08',
    })
  }
  if (start === undefined || end === undefined || day <= start || day > end) {
    throw new InputError({
      message: `--until: ${until} does not lie within the scenario`,
      expected: `a day after ${time.start} and not after ${time.end}`,
      hint: 'For a longer run set time.end',
    })
  }
  return { set: 'time.end', to: until }
}
