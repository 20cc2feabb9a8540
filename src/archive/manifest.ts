import { formatDate } from '../calendar/index.js'
import type { ParameterValue } from '../contract/index.js'
import type { Model, Run } from '../engine/index.js'
import type { ScenarioDocument } from '../scenario/document.js'
import { documentHash } from './hash.js'

/** What a folder of ours holds. */
export type ResultKind = 'run' | 'check' | 'sweep' | 'test' | 'sensitivity' | 'attribution'

/** An input file, relative to the scenario's folder. */
export interface InputFile {
  readonly name: string
  readonly sha256: string
}

/** What every manifest begins with. */
export interface ManifestHead {
  readonly software: 'paradiplomacy'
  readonly format: 1
  readonly kind: ResultKind
  /** Version of the package. */
  readonly version: string
  /** The command line that repeats it. */
  readonly command: string
  readonly scenario: { readonly name: string; readonly title: string; readonly sha256: string }
  readonly files: readonly InputFile[]
  /** Files of the user's own mechanisms, as they were named. */
  readonly mechanismFiles: readonly InputFile[]
  readonly treatment: string | null
  /** What `--set` changed, as written. */
  readonly settings: unknown
  /** How treatment and settings changed the scenario: immer's patches. */
  readonly patches: unknown
  readonly seed: string
}

export interface ManifestMechanism {
  readonly name: string
  readonly parameters: { readonly [name: string]: ParameterValue }
}

/** Everything that it takes to repeat a run, and nothing that differs when it is repeated. */
export interface RunManifest extends ManifestHead {
  readonly kind: 'run'
  readonly replicate: number
  readonly future: number
  readonly mechanisms: readonly ManifestMechanism[]
  readonly timeline: {
    readonly start: string
    readonly end: string
    readonly ticksPerYear: number
    readonly ticks: number
  }
  /** SHA-256 of the world at the end. */
  readonly digest: string
}

/** Where a document comes from: what `loadScenario` returns, as far as the archive reads it. */
export interface Provenance {
  readonly document: ScenarioDocument
  readonly treatment?: string | undefined
  readonly settings?: unknown
  readonly patches?: unknown
  /** Files that were read, with their SHA-256. */
  readonly files: readonly InputFile[]
  /** Files of the user's own mechanisms. */
  readonly mechanismFiles?: readonly InputFile[] | undefined
}

/** The head of a manifest. */
export function manifestHead<K extends ResultKind>(
  kind: K,
  loaded: Provenance,
  { version, command, seed }: { version: string; command: string; seed: string },
): ManifestHead & { readonly kind: K } {
  const { document } = loaded
  return {
    software: 'paradiplomacy',
    format: 1,
    kind,
    version,
    command,
    scenario: { name: document.name, title: document.title, sha256: documentHash(document) },
    files: loaded.files.map(({ name, sha256 }) => ({ name, sha256 })),
    mechanismFiles: (loaded.mechanismFiles ?? []).map(({ name, sha256 }) => ({ name, sha256 })),
    treatment: loaded.treatment ?? null,
    settings: loaded.settings ?? null,
    patches: loaded.patches ?? [],
    seed,
  }
}

/** The manifest of a run. */
export function runManifest(
  loaded: Provenance,
  run: Run,
  model: Model,
  rest: { version: string; command: string; digest: string },
): RunManifest {
  const { timeline, ticks, options } = run
  return {
    ...manifestHead('run', loaded, { ...rest, seed: options.seed }),
    replicate: options.replicate ?? 0,
    future: options.future ?? 0,
    mechanisms: model.plan.mechanisms.map(({ mechanism, parameters }) => ({
      name: mechanism.name,
      parameters,
    })),
    timeline: {
      start: formatDate(timeline.startDay),
      end: formatDate(timeline.endDay),
      ticksPerYear: timeline.ticksPerYear,
      ticks,
    },
    digest: rest.digest,
  }
}
