import type { CurvePoint, Estimate, HypothesisFinding } from '../../archive/index.js'
import { givesYear } from '../../expression/index.js'
import { deriveKey, type Key } from '../../random/index.js'
import {
  clusterBootstrap,
  mean,
  pearson,
  signFlipTest,
  variance,
  varianceComponents,
} from '../../statistics/index.js'
import { countRuns } from '../countRuns.js'
import { datedSummary } from '../datedSummary.js'
import { estimateOf, known } from '../estimate.js'
import { horizonOf, outcomeHead, restrictedYear } from '../outcomeHeads.js'
import type { RunRow } from '../runRow.js'
import { clustersOf, type Pair, pairsOf } from './pairs.js'
import type { PlannedHypothesis } from './planHypothesis.js'
import { verdictOf, verdictWords } from './verdict.js'

/** Everything but what only the whole file can tell. */
export type Judged = Omit<HypothesisFinding, 'holm' | 'expected'>

/** The mean effect with its 95 % interval: what the stopping rule looks at. */
export function effectOf(pairs: readonly Pair[], key: Key, level = 0.95): Estimate {
  return estimateOf(clusterBootstrap(clustersOf(pairs), { key, level }).bca)
}

/**
 * Whether an interval is narrow enough to stop. One of no width is not: where no pair differs yet, the bootstrap cannot
 * see what may still come, so runs are added up to the cap.
 */
export function isPrecise({ lower, upper }: Estimate, halfWidth: number): boolean {
  return lower !== null && upper !== null && upper > lower && (upper - lower) / 2 <= halfWidth
}

/**
 * Answers a hypothesis by its runs. Intervals are BCa bootstraps of whole parameter sets.
 *
 * @param rows all runs of the first parameter sets
 * @param sets how many these are
 */
export function judgeHypothesis(
  planned: PlannedHypothesis,
  rows: readonly RunRow[],
  sets: number,
): Judged {
  const { written, plan, drawn, curve, looks } = planned
  const horizon = horizonOf(plan)
  const steps = curve?.values.length ?? 1
  const all = pairsOf(plan, rows, steps, horizon)
  const pairs = all.filter(({ effect }) => !Number.isNaN(effect))
  const key = (what: string) => deriveKey(plan.seed, 0, `statistics/${written.id}/${what}`)
  const effects = pairs.map(({ effect }) => effect)
  const clusters = clustersOf(pairs)
  const effect = effectOf(pairs, key('effect'))
  const equivalence = effectOf(pairs, key('effect'), 0.9)
  const { smallest, sign } = written
  const equivalent =
    smallest > 0 &&
    equivalence.lower !== null &&
    equivalence.upper !== null &&
    equivalence.lower > -smallest &&
    equivalence.upper < smallest
  const [asked] = plan.ask.numbers
  const dated = asked.expression.type === 'date'
  const unit = dated || givesYear(asked.expression) ? 'years' : asked.unit
  const alike = effects.length > 0 && effects.every((x) => x === 0) ? clusters.length : undefined
  const verdict = verdictOf(written, { effect, equivalent })
  const { share } = varianceComponents(clusters)
  const spread = Math.sqrt(variance(effects))
  const [control, treatment] = plan.treatments
  return {
    id: written.id,
    statement: written.statement,
    source: written.source,
    tag: written.tag,
    note: written.note ?? null,
    treatment: { id: treatment.id, title: treatment.title },
    control: { id: control.id, title: control.title },
    outcome: outcomeHead(asked),
    sign,
    smallest,
    unit,
    drawn,
    ...countRuns(rows),
    sets,
    replicates: plan.replicates,
    pairs: pairs.length,
    missing: all.length - pairs.length,
    effect,
    equivalence,
    equivalent,
    favourable: favourableOf(pairs, sign, key('favourable')),
    unmoved: effects.filter((x) => x === 0).length / Math.max(1, effects.length),
    standardised: spread > 0 ? known(mean(effects) / spread) : null,
    correlation: correlationOf(pairs, dated ? (x) => restrictedYear(x, horizon) : (x) => x),
    spread: { parameters: known(share), chance: known(1 - share) },
    p: known(signFlipTest(clusters.map(mean), key('signs')).p),
    verdict,
    words: verdictWords(verdict, written, { effect, equivalent, alike }, unit),
    stopping: {
      rule: `looks at ${looks.sets.join(', ')} parameter sets; stops when half the width of the 95 % interval is at most ${looks.halfWidth}${unit === '1' ? '' : ` ${unit}`}`,
      halfWidth: looks.halfWidth,
      reached: isPrecise(effect, looks.halfWidth) ? 'precise' : 'cap',
    },
    dated: dated
      ? {
          treatment: datedSummary(daysOf(pairs, 'treatment'), horizon, {
            of: setsOf(pairs),
            key: key('treatment'),
          }),
          control: datedSummary(daysOf(pairs, 'control'), horizon, {
            of: setsOf(pairs),
            key: key('control'),
          }),
        }
      : null,
    curve: curve
      ? {
          factor: curve.factor,
          points: curve.values.map((value, step): CurvePoint => {
            const here = pairs.filter((pair) => pair.step === step)
            return {
              value,
              effect: effectOf(here, key(`effect/${step}`)),
              favourable: favourableOf(here, sign, key(`favourable/${step}`)),
              pairs: here.length,
            }
          }),
        }
      : null,
  }
}

/** Share of pairs in the expected direction. */
function favourableOf(pairs: readonly Pair[], sign: '+' | '-', key: Key): Estimate {
  const direction = sign === '+' ? 1 : -1
  const clusters = clustersOf(pairs, ({ effect }) => (effect * direction > 0 ? 1 : 0))
  return estimateOf(clusterBootstrap(clusters, { key }).bca)
}

/** Correlation of the outcome between the two runs of a pair. */
function correlationOf(pairs: readonly Pair[], toNumber: (x: number) => number): number | null {
  return known(
    pearson(
      pairs.map(({ control }) => toNumber(control)),
      pairs.map(({ treatment }) => toNumber(treatment)),
    ),
  )
}

function daysOf(pairs: readonly Pair[], which: 'control' | 'treatment'): number[] {
  return pairs.map((pair) => pair[which])
}

function setsOf(pairs: readonly Pair[]): number[] {
  return pairs.map(({ set }) => set)
}
