import type { z } from 'zod'
import type { Library } from '../contract/index.js'
import { nearest, oneOf, quote } from '../diagnostics/index.js'
import { type Findings, type Path, pathInWords } from './findings.js'
import { expectedOfParameter } from './parameters.js'
import { descriptionAt, keysAt } from './schemaWalk.js'

type Issue = z.core.$ZodIssue
type UnionIssue = Extract<Issue, { code: 'invalid_union' }>

/** The schema, what it was held against, and where its complaints go. */
export interface SchemaReport {
  /** The file as read, to quote from. */
  readonly value: unknown
  readonly schema: z.ZodType
  readonly library: Library
  readonly findings: Findings
}

/** Says in plain words what the schema found, one problem for each mistake. */
export function reportIssues(issues: readonly Issue[], report: SchemaReport): void {
  const misspelt = new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => {
            const path = issue.path as Path
            const meant = nearest(key, keysAt(report.schema, path))
            return meant === undefined ? '' : [...path, meant].join('\u0000')
          })
        : [],
    ),
  )
  const misshapen = new Set(
    issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => path.join('\u0000')),
  )
  for (const issue of issues) {
    // What is no list at all is not too long a list as well.
    const sized = issue.code === 'too_big' || issue.code === 'too_small'
    if (sized && misshapen.has(issue.path.join('\u0000'))) continue
    // A key that is only misspelt is not missing as well.
    const absent = valueAt(report.value, issue.path as Path) === undefined
    if (absent && misspelt.has(issue.path.join('\u0000'))) continue
    reportIssue(issue, [], report)
  }
}

function reportIssue(issue: Issue, base: Path, report: SchemaReport): void {
  const { findings } = report
  const path = [...base, ...(issue.path as Path)]
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) reportKey(key, path, report)
    return
  }
  const written = valueAt(report.value, path)
  if (written === undefined || (written === null && issue.code !== 'invalid_union')) {
    reportMissing(path, expectedAt(path, issue, report), findings)
    return
  }
  switch (issue.code) {
    case 'invalid_union':
      reportUnion(issue, path, written, report)
      return
    case 'too_small':
    case 'too_big':
      reportSize(path, written, expectedAt(path, issue, report), findings)
      return
    default: {
      const names = issue.code === 'invalid_value' ? issue.values.map(String) : []
      const wantsText = issue.code === 'invalid_type' && issue.expected === 'string'
      findings.add(path, `${pathInWords(path)} cannot be ${shown(written)}`, {
        expected: expectedAt(path, issue, report),
        nearest: nearest(String(written), names),
        hint: wantsText && typeof written === 'number' ? 'Put it in quotes' : undefined,
      })
    }
  }
}

const remedies: Readonly<Record<string, string>> = {
  format: 'Write "format: 1" in the first line',
  to: 'Every "set" needs the value to set',
}

function reportMissing(path: Path, expected: string | undefined, findings: Findings): void {
  const name = String(path.at(-1))
  findings.add(path, `${quote(name)} is missing in ${pathInWords(path.slice(0, -1))}`, {
    expected,
    hint: Object.hasOwn(remedies, name) ? remedies[name] : undefined,
    at: 'key',
  })
}

function reportKey(key: string, path: Path, { library, schema, findings }: SchemaReport): void {
  const inMechanisms = path[0] === 'mechanisms'
  const known =
    inMechanisms && path.length === 1 ? library.mechanisms.map((m) => m.name) : keysAt(schema, path)
  const message =
    inMechanisms && path.length === 1
      ? `unknown mechanism ${quote(key)}`
      : inMechanisms && path.length === 2
        ? `mechanism ${quote(String(path[1]))} has no parameter ${quote(key)}`
        : `unknown key ${quote(key)} in ${pathInWords(path)}`
  findings.add([...path, key], message, {
    at: 'key',
    expected: known.length === 0 ? undefined : oneOf(known, 20),
    nearest: nearest(key, known),
  })
}

function reportUnion(issue: UnionIssue, path: Path, written: unknown, report: SchemaReport): void {
  const { findings } = report
  if (issue.errors.length === 0) {
    // The key that tells the kinds apart has a value that none of them has.
    const names = ('options' in issue ? (issue.options as unknown[]) : []).map(String)
    findings.add(path, `${pathInWords(path)} cannot be ${shown(written)}`, {
      expected: oneOf(names),
      nearest: nearest(String(written), names),
    })
    return
  }
  // Branches for another shape of value say nothing about this one.
  const fitting = issue.errors.filter((errors) => !errors.some(isWrongShape))
  const best = [...fitting].sort((a, b) => severity(a) - severity(b))[0]
  if (best) {
    for (const inner of best) reportIssue(inner, path, report)
    return
  }
  findings.add(path, `${pathInWords(path)} cannot be ${shown(written)}`, {
    expected: expectedAt(path, issue, report),
  })
}

function isWrongShape(issue: Issue): boolean {
  if (issue.path.length > 0) return false
  return issue.code === 'invalid_type' || issue.code === 'invalid_value'
}

/** An unknown key weighs more than a missing one, and that more than a wrong value: keys tell branches apart. */
function severity(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + 3 * issue.keys.length
    return sum + (issue.code === 'invalid_type' ? 2 : 1)
  }, 0)
}

function reportSize(
  path: Path,
  written: unknown,
  expected: string | undefined,
  findings: Findings,
): void {
  const where = pathInWords(path)
  const isList = Array.isArray(written)
  const isEmpty = isList
    ? written.length === 0
    : typeof written === 'string' && written.trim() === ''
  const entries = isList && written.length === 1 ? 'entry' : 'entries'
  findings.add(
    path,
    isEmpty
      ? `${where} is empty`
      : isList
        ? `${where} has ${written.length} ${entries}`
        : typeof written === 'string'
          ? `${where} has ${written.length} characters`
          : `${where} is ${shown(written)}`,
    { expected },
  )
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  object: 'named entries ("key: value")',
  record: 'named entries ("key: value")',
  array: 'a list',
  tuple: 'a list',
}

/** What would have been right: the parameter's own words, or the kind of value and what the schema says of it. */
function expectedAt(path: Path, issue: Issue, { library, schema }: SchemaReport) {
  const [top, name, key] = path
  if (path.length === 0) return 'the keys of a scenario, such as "format: 1" and "name: …"'
  const mechanism =
    top === 'mechanisms' ? library.mechanisms.find((m) => m.name === name) : undefined
  const isSetting = path.length === 3 || (path.length === 4 && path[3] === 'value')
  if (mechanism && isSetting && Object.hasOwn(mechanism.parameters, String(key)))
    return expectedOfParameter(mechanism.parameters[String(key)])
  const words = issueWords(issue)
  const described = descriptionAt(schema, path)
  if (described === undefined) return words
  const meaning = described.charAt(0).toLowerCase() + described.slice(1)
  return words === undefined ? meaning : `${words} (${meaning})`
}

function issueWords(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords[issue.expected] ?? issue.expected
    case 'invalid_value':
      return oneOf(issue.values.map(String), 12)
    case 'invalid_union': {
      const own = issue.errors.flat().filter((inner) => inner.path.length === 0)
      const words = own.flatMap((inner) => issueWords(inner) ?? [])
      return words.length === 0 ? undefined : [...new Set(words)].join(', or ')
    }
    case 'too_small':
    case 'too_big': {
      const bound = issue.code === 'too_small' ? issue.minimum : issue.maximum
      if (issue.origin === 'string')
        return issue.code === 'too_big' ? `at most ${bound} characters` : 'text'
      const limit = issue.exact ? '' : issue.code === 'too_small' ? 'at least ' : 'at most '
      if (issue.origin !== 'array') return `${limit}${bound}`
      return `${limit}${bound} ${Number(bound) === 1 ? 'entry' : 'entries'}`
    }
    default:
      return undefined
  }
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
