import type { CheckFinding, CheckResult } from '../archive/index.js'
import type { Model } from '../engine/index.js'
import type { Check, ScenarioDocument } from '../scenario/index.js'
import { countRuns } from './countRuns.js'
import { judgeIncidence, judgeValue } from './judgeNumbers.js'
import { judgePairs } from './judgePairs.js'
import type { NullScore } from './nullScore.js'
import type { Plan } from './plan.js'
import type { RunRow } from './runRow.js'
import { nullable, verdictOf } from './verdict.js'

/** What the judges need besides the runs. */
export interface Bench {
  readonly plan: Plan
  readonly document: ScenarioDocument
  /** A model of the document: its first day says which pairs there are. */
  readonly model: Model
  readonly nullScore: NullScore
}

/** Judges every check of the scenario by the runs that are done. */
export function judge(rows: readonly RunRow[], bench: Bench): CheckResult {
  const { plan, document } = bench
  const done = rows.filter(({ status }) => status === 'done')
  const checks = (document.checks ?? []).map((check) => findingOf(check, done, bench))
  return {
    passed: checks.every(({ verdict }) => verdict === 'within'),
    seed: plan.seed,
    ...countRuns(rows),
    checks,
    outcomes: plan.ask.numbers.map(({ id, title, formula, expression }) => ({
      id,
      title,
      formula,
      expression,
    })),
  }
}

function findingOf(check: Check, done: readonly RunRow[], bench: Bench): CheckFinding {
  const { seed, ask } = bench.plan
  const place = ask.numbers.findIndex(({ id }) => id === check.id)
  const numbers = () => done.map((row) => row.numbers[place])
  const { interval, ...found } =
    check.kind === 'value'
      ? judgeValue(check, numbers(), seed)
      : check.kind === 'incidence'
        ? judgeIncidence(check, numbers())
        : judgePairs(check, tiesOf(check, done, bench), bench.model, seed, bench.nullScore)
  const { id, title, role, kind, band, source, grade } = check
  return {
    id,
    title,
    role,
    kind,
    band,
    observed: check.observed ?? null,
    unit: check.unit ?? null,
    source,
    grade,
    note: check.note ?? null,
    value: nullable(interval),
    runs: done.length,
    ...found,
    ...verdictOf(interval, band),
  }
}

function tiesOf(check: Check, done: readonly RunRow[], { plan }: Bench): readonly string[] {
  const place = plan.ask.ties.findIndex(({ id }) => id === check.id)
  return done.map((row) => row.ties[place])
}
