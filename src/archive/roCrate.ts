import type { Execution } from './execution.js'
import type { ManifestHead } from './manifest.js'

/** A file of the folder and what it is. */
export interface CrateFile {
  readonly path: string
  readonly description: string
}

/**
 * The folder as an RO-Crate 1.1 (JSON-LD): which files there are, under which licence, made when and by which
 * software from what. No author: the machine does not know one.
 */
export function roCrate(
  manifest: ManifestHead,
  execution: Execution,
  licence: string,
  files: readonly CrateFile[],
): unknown {
  const software = `#paradiplomacy-${manifest.version}`
  const licenceId = /^[A-Za-z0-9.+-]+$/.test(licence)
    ? `https://spdx.org/licenses/${licence}`
    : '#licence'
  const parts = files.map(({ path }) => ({ '@id': encodeURI(path) }))
  return {
    '@context': 'https://w3id.org/ro/crate/1.1/context',
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
        about: { '@id': './' },
      },
      {
        '@id': './',
        '@type': 'Dataset',
        name: `${manifest.scenario.title}: ${manifest.kind}`,
        description: `Results of \`${manifest.command}\`.`,
        datePublished: execution.end,
        license: { '@id': licenceId },
        hasPart: parts,
        mentions: { '@id': '#execution' },
      },
      { '@id': licenceId, '@type': 'CreativeWork', name: licence },
      {
        '@id': software,
        '@type': 'SoftwareApplication',
        name: 'paradiplomacy',
        softwareVersion: manifest.version,
      },
      {
        '@id': '#execution',
        '@type': 'CreateAction',
        name: manifest.command,
        startTime: execution.start,
        endTime: execution.end,
        instrument: { '@id': software },
        object: { '@id': 'scenario.json' },
        result: parts.filter((part) => part['@id'] !== 'scenario.json'),
      },
      ...files.map(({ path, description }) => ({
        '@id': encodeURI(path),
        '@type': 'File',
        name: path,
        description,
        encodingFormat: mediaType(path),
      })),
    ],
  }
}

function mediaType(path: string): string {
  if (path.endsWith('.csv')) return 'text/csv'
  if (path.endsWith('.parquet')) return 'application/vnd.apache.parquet'
  return 'application/json'
}
