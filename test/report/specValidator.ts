import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'

/** Judges specifications by Vega-Lite's own schema: what is wrong, or nothing. */
export async function specValidator(): Promise<(spec: unknown) => string> {
  const path = createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json')
  const schema = JSON.parse(await readFile(path, 'utf8')) as object
  const ajv = new Ajv({ strict: false })
  addFormats.default(ajv)
  ajv.addFormat('color-hex', true)
  const check = ajv.compile(schema)
  return (spec) => (check(spec) ? '' : ajv.errorsText(check.errors))
}
