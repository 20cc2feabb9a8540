import type { AskedNumber, CheckFinding, CheckResult } from '../archive/index.js'
import type { Model } from '../engine/index.js'
import type { Check, ScenarioDocument } from '../scenario/index.js'
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
  readonly outcomes: readonly AskedNumber[]
}

/** Judges every check of the scenario by the runs that are done. */
export function judge(rows: readonly RunRow[], bench: Bench): CheckResult {
  const { plan, document, outcomes } = bench
  const done = rows.filter(({ status }) => status === 'done')
  const checks = (document.checks ?? []).map((check) => findingOf(check, done, bench))
  return {
    passed: checks.every(({ verdict }) => verdict === 'within'),
    seed: plan.seed,
    runs: rows.length,
    failed: rows.filter(({ status }) => status === 'failed').length,
    lost: rows.filter(({ status }) => status === 'lost').length,
    failures: failuresOf(rows),
    checks,
    outcomes,
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

/** Different messages that are kept. */
const kept = 20

function failuresOf(rows: readonly RunRow[]): CheckResult['failures'] {
  const counts = new Map<string, number>()
  for (const { status, message } of rows) {
    if (status !== 'done') counts.set(message, (counts.get(message) ?? 0) + 1)
  }
  return [...counts]
    .map(([message, runs]) => ({ message, runs }))
    .sort((a, b) => b.runs - a.runs)
    .slice(0, kept)
}
