import type { Provenance } from '../archive/index.js'
import { InputError } from '../diagnostics/index.js'
import { caseDocument } from './caseDocument.js'
import { placeOf, runsOf } from './plan.js'
import type { Store } from './store.js'

/** One run of an experiment, to be made again by itself. */
export interface SingleRun {
  readonly loaded: Provenance
  readonly seed: string
  readonly replicate: number
  /** What a folder for it is called: `<scenario>-run-17`. */
  readonly name: string
}

/**
 * What it takes to make one run of an experiment again, with full output.
 *
 * @param files those that the experiment read, as its manifest has them
 * @throws InputError if the experiment has no such run
 */
export function runOfPlan(
  { plan, folder }: Store,
  run: number,
  files: Provenance['files'],
): SingleRun {
  const runs = runsOf(plan)
  if (!(Number.isSafeInteger(run) && run >= 0 && run < runs)) {
    throw new InputError({
      file: folder,
      message: `the experiment has no run ${run}`,
      expected: `a number from 0 to ${runs - 1}`,
    })
  }
  const place = placeOf(plan, run)
  const treatment = plan.treatments[place.treatment]
  const { values } = plan.points[place.point]
  const settings = plan.factors.map(({ id }, k) => `${id}=${values[k]}`)
  return {
    loaded: {
      document: caseDocument(plan, place),
      ...(treatment.patches.length === 0 ? {} : { treatment: treatment.id }),
      settings,
      patches: [
        ...treatment.patches,
        ...plan.factors.map(({ path }, k) => ({ op: 'add', path, value: values[k] })),
      ],
      files,
      mechanismFiles: plan.mechanismFiles,
    },
    seed: plan.seed,
    replicate: place.replicate,
    name: `${plan.scenario.name}-run-${run}`,
  }
}
