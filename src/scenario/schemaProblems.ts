import type { z } from 'zod'
import type { Library } from '../contract/index.js'
import { limitsOf } from '../contract/index.js'
import { nearest, oneOf, quote } from '../diagnostics/index.js'
import { type Findings, type Path, pathInWords } from './findings.js'

type Issue = z.core.$ZodIssue

/** Valid names at a place in a strict part of the schema. */
export type KnownKeys = (path: Path) => readonly string[]

/**
 * Says in plain words what the schema found.
 *
 * @param value the file as read, to quote from
 */
export function reportIssues(
  issues: readonly Issue[],
  value: unknown,
  schema: z.ZodType,
  library: Library,
  findings: Findings,
): void {
  for (const issue of issues) report(issue, [], { value, schema, library, findings })
}

interface Reporter {
  readonly value: unknown
  readonly schema: z.ZodType
  readonly library: Library
  readonly findings: Findings
}

function report(issue: Issue, base: Path, reporter: Reporter): void {
  const { findings } = reporter
  const path = [...base, ...(issue.path as (string | number)[])]
  const written = valueAt(reporter.value, path)
  const where = pathInWords(path)
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) reportKey(key, path, reporter)
      return
    case 'invalid_union':
      reportUnion(issue, path, reporter)
      return
    case 'invalid_type': {
      if (written === undefined || written === null) {
        reportMissing(path, findings)
        return
      }
      findings.add(path, `${where} cannot be ${shown(written)}`, {
        expected: typeWords[issue.expected] ?? issue.expected,
        hint:
          typeof written === 'number' && issue.expected === 'string'
            ? 'Put it in quotes'
            : undefined,
      })
      return
    }
    case 'invalid_value': {
      if (written === undefined || written === null) {
        reportMissing(path, findings, oneOf(issue.values.map(String)))
        return
      }
      const names = issue.values.map(String)
      const known = path.at(-1) === 'format'
      findings.add(path, `${where} cannot be ${shown(written)}`, {
        expected: known ? '1, the only format so far' : oneOf(names, 12),
        nearest: nearest(String(written), names),
      })
      return
    }
    case 'too_small':
    case 'too_big':
      reportSize(issue, path, written, reporter)
      return
    case 'invalid_format':
      findings.add(path, `${where} cannot be ${shown(written)}`, {
        expected:
          path.at(-1) === 'name'
            ? 'small letters, digits and single hyphens, such as great-lakes'
            : 'a day such as 1985-07-08',
      })
      return
    default:
      findings.add(path, `${where}: ${issue.message}`)
  }
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  object: 'named entries ("key: value")',
  record: 'named entries ("key: value")',
  array: 'a list ("- …" or "[…, …]")',
  tuple: 'a list of two',
}

function reportMissing(path: Path, findings: Findings, expected?: string): void {
  const name = String(path.at(-1))
  const parent = path.slice(0, -1)
  const where = parent.length === 0 ? 'the scenario' : pathInWords(parent)
  findings.add(path, `${quote(name)} is missing in ${where}`, {
    expected,
    hint: remedies[name],
    at: 'key',
  })
}

const remedies: Readonly<Record<string, string>> = {
  source: 'Say where it was read, or what was assumed and why',
  grade: 'Say how well it is known: found, inferred, recalled or assumed',
  format: 'Write "format: 1" in the first line',
}

function reportKey(key: string, path: Path, { library, schema, findings }: Reporter): void {
  const inMechanism = path[0] === 'mechanisms' && path.length === 2
  const mechanism = inMechanism ? library.mechanisms.find((m) => m.name === path[1]) : undefined
  const known = mechanism
    ? ['enabled', ...Object.keys(mechanism.parameters)]
    : path[0] === 'mechanisms' && path.length === 1
      ? library.mechanisms.map((m) => m.name)
      : keysAt(schema, path)
  const message = mechanism
    ? `mechanism ${quote(mechanism.name)} has no parameter ${quote(key)}`
    : path[0] === 'mechanisms' && path.length === 1
      ? `unknown mechanism ${quote(key)}`
      : `unknown key ${quote(key)}${path.length === 0 ? '' : ` in ${pathInWords(path)}`}`
  findings.add([...path, key], message, {
    at: 'key',
    expected: known.length === 0 ? undefined : oneOf(known, 20),
    nearest: nearest(key, known),
  })
}

/** Names that the strict parts of the schema at a path allow. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let at: Shape[] = [schema as unknown as Shape]
  for (const part of path) at = at.flatMap(branches).flatMap((s) => step(s, part))
  return [...new Set(at.flatMap(branches).flatMap((s) => Object.keys(s.shape ?? {})))]
}

/** As much of a schema's inside as is needed to walk it. */
interface Shape {
  readonly shape?: { readonly [key: string]: Shape }
  readonly def: {
    readonly innerType?: Shape
    readonly options?: readonly Shape[]
    readonly element?: Shape
    readonly valueType?: Shape
    readonly items?: readonly Shape[]
  }
}

function branches(schema: Shape): Shape[] {
  if (schema.def.innerType) return branches(schema.def.innerType)
  if (schema.def.options) return schema.def.options.flatMap(branches)
  return [schema]
}

function step({ shape, def }: Shape, part: string | number): Shape[] {
  const next = shape
    ? Object.hasOwn(shape, part)
      ? shape[part]
      : undefined
    : typeof part === 'number'
      ? (def.element ?? def.items?.[part])
      : def.valueType
  return next ? [next] : []
}

function reportUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  reporter: Reporter,
): void {
  const written = valueAt(reporter.value, path)
  const { findings } = reporter
  if (written === undefined) {
    reportMissing(path, findings)
    return
  }
  const kinds = (issue as { options?: readonly unknown[] }).options
  if ('discriminator' in issue && kinds) {
    const kind = String(issue.discriminator)
    const names = kinds.map(String)
    const given = valueAt(reporter.value, [...path, kind])
    if (given === undefined) reportMissing([...path, kind], findings, oneOf(names))
    else
      findings.add([...path, kind], `${pathInWords([...path, kind])} cannot be ${shown(given)}`, {
        expected: oneOf(names),
        nearest: nearest(String(given), names),
      })
    return
  }
  // Branches for another shape of value say nothing about this one.
  const fitting = issue.errors.filter((errors) => !errors.some(isWrongShape))
  const best = [...fitting].sort((a, b) => severity(a) - severity(b))[0]
  if (best) {
    for (const inner of best) report(inner, path, reporter)
    return
  }
  findings.add(path, `${pathInWords(path)} cannot be ${shown(written)}`, {
    expected: expectedAt(path, reporter.library) ?? unionWords(issue.errors),
  })
}

function isWrongShape(issue: Issue): boolean {
  return (
    issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value')
  )
}

/** A missing or unknown key weighs more than a wrong value: it tells the branches apart. */
function severity(issues: readonly Issue[]): number {
  return issues.reduce(
    (sum, issue) =>
      sum +
      (issue.code === 'unrecognized_keys'
        ? 3 * issue.keys.length
        : issue.code === 'invalid_type'
          ? 2
          : 1),
    0,
  )
}

function unionWords(errors: readonly (readonly Issue[])[]): string {
  const words = errors.flat().flatMap((issue) => {
    if (issue.path.length > 0) return []
    if (issue.code === 'invalid_type') return [typeWords[issue.expected] ?? issue.expected]
    return issue.code === 'invalid_value' ? [oneOf(issue.values.map(String), 12)] : []
  })
  return [...new Set(words)].join(', or ')
}

/** What a parameter of a mechanism takes. */
function expectedAt(path: Path, { mechanisms }: Library): string | undefined {
  const [top, name, key] = path
  if (top !== 'mechanisms') return undefined
  if (key === 'enabled') return 'yes or no'
  const parameter = mechanisms.find((m) => m.name === name)?.parameters[String(key)]
  switch (parameter?.type) {
    case 'switch':
      return `yes or no (${parameter.meaning})`
    case 'choice':
      return `${oneOf(parameter.values, 12)} (${parameter.meaning})`
    case 'number': {
      const [low, high] = limitsOf(parameter)
      const unit = parameter.unit === '1' ? '' : ` ${parameter.unit}`
      return `a number from ${low} to ${high}${unit} (${parameter.meaning})`
    }
    default:
      return undefined
  }
}

function reportSize(
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  path: Path,
  written: unknown,
  { library, findings }: Reporter,
): void {
  const where = pathInWords(path)
  if (issue.origin === 'string' || issue.origin === 'array') {
    const least = issue.code === 'too_small' ? issue.minimum : issue.maximum
    const what =
      issue.origin === 'string' ? 'text' : `${least} ${least === 1 ? 'entry' : 'entries'}`
    const empty = typeof written === 'string' ? written.trim() === '' : (written as []).length === 0
    findings.add(path, empty ? `${where} is empty` : `${where} has the wrong length`, {
      expected:
        issue.origin === 'array'
          ? `at least ${what}`.replace(
              'at least',
              issue.exact ? 'exactly' : issue.code === 'too_small' ? 'at least' : 'at most',
            )
          : what,
    })
    return
  }
  const isSetting = path.at(-1) === 'value'
  const parameter = isSetting ? path.slice(0, -1) : path
  const limit =
    issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`
  findings.add(path, `${where} is ${shown(written)}`, {
    expected: expectedAt(parameter, library) ?? limit,
  })
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined
    at = (at as Record<string | number, unknown>)[part]
  }
  return at
}

function shown(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a set of entries'
  return typeof value === 'string' ? quote(value) : String(value)
}
