import type { OutcomeHead, SweepResult } from '../../archive/index.js'
import { counted, decimal } from '../reading/words.js'
import {
  type AnyManifest,
  datedSentences,
  factorList,
  repeatSentences,
  runSentences,
  scenarioSentences,
  treatmentWords,
} from './common.js'

const designs: { readonly [K in SweepResult['design']['kind']]: string } = {
  grid: 'a full grid',
  list: 'a list of settings',
  oneAtATime: 'a design that changes one factor at a time',
  latinHypercube: 'a Latin hypercube sample',
  sobol: "a Sobol' sequence",
  morris: 'Morris trajectories',
  saltelli: "Saltelli's design",
  single: 'a single setting',
}

/** The design in a few words. */
export function designWords({ design }: SweepResult): string {
  return designs[design.kind] ?? design.kind
}

export function sweepMethods(result: SweepResult, manifest: AnyManifest): string[] {
  const { factors, treatments, design, replications, dated, seed } = result
  const planned = design.points * treatments.length * replications
  const several = design.points * treatments.length > 1
  const product = [
    ...(design.points > 1 ? [counted(design.points, 'setting')] : []),
    ...(treatments.length > 1 ? [counted(treatments.length, 'treatment')] : []),
    counted(replications, 'replication'),
  ].join(' × ')
  return [
    ...scenarioSentences(manifest),
    ...(factors.length > 0
      ? [
          `We varied ${factors.length === 1 ? 'one factor' : counted(factors.length, 'factor')} over ${designWords(result)} of ${counted(design.points, 'setting')}: ${factorList(factors)}.`,
        ]
      : []),
    ...(treatments.length > 1
      ? [
          `Each setting was run under ${counted(treatments.length, 'treatment')}: ${treatmentWords(treatments)}.`,
        ]
      : treatments.map(({ title }) => `All runs were made under “${title}”.`)),
    planned === result.runs
      ? `Each case was replicated ${counted(replications, 'time')}, with other chance each time (${product} = ${decimal(planned, 0)} runs).`
      : `Each case was to be replicated ${counted(replications, 'time')}, with other chance each time.`,
    ...(several
      ? [
          `All chance comes from the master seed “${seed}”, and the same replicate of different cases shares its random numbers, so that cases differ by what was set and not by luck.`,
        ]
      : [`All chance comes from the master seed “${seed}”.`]),
    ...(result.stop
      ? [
          `A run ended at the first tick at which ${result.stop} held; what would have come later counts as never, or has no value.`,
        ]
      : []),
    ...runSentences(result),
    ...reported(result),
    ...datedSentences(dated.flatMap((d) => d ?? [])),
    ...repeatSentences(manifest),
  ]
}

/** What is told of each kind of outcome, and how its interval is made. */
function reported({ outcomes }: SweepResult): string[] {
  const of = (...types: readonly OutcomeHead['type'][]) =>
    outcomes
      .filter(({ type }) => types.includes(type))
      .map(({ title, formula }) => `${title} (${formula})`)
      .join('; ')
  const [means, shares] = [of('number', 'date'), of('boolean')]
  return [
    ...(means === ''
      ? []
      : [`We report means over replicates with 95 % intervals from Student's t for ${means}.`]),
    ...(shares === ''
      ? []
      : [`We report shares of runs with 95 % intervals after Wilson (1927) for ${shares}.`]),
  ]
}
