// @ts-check
/**
 * Runs a script in TypeScript on a Node that does not know it: takes the types off, and nothing else.
 *
 *   npm run script scripts/boomerang-sweep.ts [arguments]
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'

const [script, ...args] = process.argv.slice(2)
if (script === undefined) {
  console.error('Which script? npm run script scripts/boomerang-sweep.ts')
  process.exit(2)
}
const { outputText } = ts.transpileModule(readFileSync(script, 'utf8'), {
  compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
})
// Beside the script, where its imports are found; gone when it ends.
const plain = join(dirname(resolve(script)), `.${basename(script, '.ts')}-${process.pid}.mjs`)
writeFileSync(plain, outputText)
process.once('exit', () => rmSync(plain, { force: true }))
process.argv.splice(1, process.argv.length, resolve(script), ...args)
await import(pathToFileURL(plain).href)
