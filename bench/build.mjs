import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The compiled project that is measured: `dist/`, or the folder that `BENCH_BUILD` names. */
export const buildFolder = resolve(
  process.env.BENCH_BUILD ?? fileURLToPath(new URL('../dist/', import.meta.url)),
)

/** Imports a module of the build by its path there. */
export function fromBuild(path) {
  return import(pathToFileURL(resolve(buildFolder, path)).href)
}
