import type { z } from 'zod'
import type { Library } from '../contract/index.js'
import { InputError } from '../diagnostics/index.js'
import { Findings } from './findings.js'
import { readYaml } from './readYaml.js'
import { reportIssues } from './schemaProblems.js'

const noLibrary: Library = { mechanisms: [], measures: [] }

/**
 * Reads a YAML file of a given shape that is no scenario: a state's law, a plan, a list of hypotheses.
 *
 * @param file the file as messages name it
 * @param what what the file should hold, for messages: `a regime`
 * @returns the data, and findings that know the place of every part of the file
 * @throws {InputError} one problem for each thing that is wrong, with line and column
 */
export function readShaped<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
  what: string,
): { readonly data: T; readonly findings: Findings } {
  const { value, places } = readYaml(text, file)
  const findings = new Findings(places.locate)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError({
      file,
      message: 'the file holds no named entries',
      expected: `${what}, such as "format: 1"`,
    })
  }
  const shape = schema.safeParse(value)
  if (!shape.success) {
    reportIssues(shape.error.issues, { value, schema, library: noLibrary, findings })
    findings.throwIfAny()
    throw new Error('A shape that does not fit has been reported.')
  }
  return { data: shape.data, findings }
}
