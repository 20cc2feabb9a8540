import type { AnyManifest } from '../../methods/common.js'
import { capital, decimal } from '../../reading/words.js'

/** Names the experiment, below a chart. */
export function experimentSource(what: string, manifest: AnyManifest, runs: number): string {
  const { scenario, version, seed, treatment } = manifest
  const under = treatment === null ? '' : `, treatment ${treatment}`
  return `${capital(what)} of ${scenario.name}${under}, ${decimal(runs, 0)} runs (paradiplomacy ${version}, seed ${seed}).`
}

/** A name of a file from an id, whatever is in it. */
export function fileName(prefix: string, id: string): string {
  const plain = id.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 60)
  return plain === '' ? prefix : `${prefix}-${plain}`
}
