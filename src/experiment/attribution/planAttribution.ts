import type { InputFile } from '../../archive/index.js'
import type { Library } from '../../contract/index.js'
import { askableSymbols, Findings, type ScenarioDocument } from '../../scenario/index.js'
import { changedPaths, noFactors, type Plan } from '../plan.js'
import { usualChunk } from '../usualChunk.js'
import { orderWithin } from './AttributionDesign.js'
import { refuse } from './located.js'
import { planCauses } from './planCauses.js'
import { planOutcomes } from './planOutcomes.js'
import { planSettings, treatmentsOf } from './planSettings.js'
import {
  mostSampled,
  mostWhole,
  sampledOrders,
  subsetsToRun,
  usualPermutations,
} from './subsetsToRun.js'
import type { WrittenCauses } from './writtenCauses.js'

/** What a plan holds besides what was asked. */
export interface AttributionChoices {
  readonly version: string
  readonly mechanismFiles: readonly InputFile[]
  /** Know the places in the file of causes. */
  readonly findings?: Findings | undefined
  /** The file of causes as messages name it. */
  readonly file?: string | undefined
}

/** Runs of each subset where nobody says how many. */
const usualReplications = 100

/**
 * Plans the runs of an attribution: under each setting every subset of the causes, or those that sampled orders pass
 * through, all on the same chance. A subset is a treatment, made of the off-states of the causes that it lacks.
 *
 * @throws InputError for whatever is wrong with the causes, with its place in their file
 */
export async function planAttribution(
  document: ScenarioDocument,
  library: Library,
  written: WrittenCauses,
  { version, mechanismFiles, findings = new Findings(), file }: AttributionChoices,
): Promise<Plan> {
  const { seed = '1', replications = usualReplications } = written
  const causes = planCauses(written.causes, document, findings)
  const heads = causes.map(({ head }) => head)
  const settings = planSettings(written.settings, causes, document, library, findings)
  const most = Math.max(...settings.map(({ planned }) => planned.causes.length))
  if (most > mostSampled) {
    refuse(findings, ['causes'], `these are ${most} causes`, { expected: `at most ${mostSampled}` })
  }
  const permutations = written.permutations ?? (most > mostWhole ? usualPermutations : null)
  const planned = settings.map((setting) => {
    const { causes: rows } = setting.planned
    const after = orderWithin({ causes: heads }, { causes: rows })
    const orders =
      permutations === null ? undefined : sampledOrders(rows.length, permutations, seed, after)
    const subsets = subsetsToRun(rows.length, orders)
    const treatments = treatmentsOf(setting, subsets, causes, settings.length > 1)
    return { setting: { ...setting.planned, subsets }, treatments }
  })
  const treatments = planned.flatMap((one) => one.treatments)
  const symbols = askableSymbols(document, library, changedPaths([], treatments))
  const { ask, outcomes } = await planOutcomes(written.outcomes, symbols, document, findings, file)
  return {
    ...noFactors,
    format: 1,
    kind: 'attribution',
    version,
    scenario: document,
    mechanismFiles,
    seed,
    replicates: replications,
    treatments,
    chunkSize: written.chunk ?? usualChunk(treatments.length * replications),
    ask,
    attribution: {
      causes: heads,
      permutations,
      settings: planned.map(({ setting }) => setting),
      outcomes,
    },
  }
}
