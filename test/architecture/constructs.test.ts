import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { placeOf, readSources, type Source, specifiersOf, visit } from './sources.js'

const sources = readSources()

/** Rooms whose results must be the same bytes on every machine. */
const modelRooms = new Set([
  'numeric',
  'random',
  'law',
  'world',
  'contract',
  'mechanisms',
  'measures',
  'engine',
])

/**
 * Files of the numeric room that meet the processor's own functions and take the difference away: geometry rounds to
 * whole metres and fixed steps at load, `fixedPoint` is what rounds.
 */
const rounding = new Set(['numeric/sphere.ts', 'numeric/bearing.ts', 'numeric/fixedPoint.ts'])

const unportable =
  /^(exp|expm1|log|log10|log1p|log2|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|cbrt|hypot|random)$/

function complaints(source: Source, wrong: (node: ts.Node) => string | undefined): string[] {
  const found: string[] = []
  visit(source.tree, (node) => {
    const what = wrong(node)
    if (what !== undefined) found.push(`${placeOf(source, node)} ${what}`)
  })
  return found
}

/** `Math.exp`, `process.hrtime`: the object's name and the property's. */
function member(node: ts.Node): readonly [object: string, property: string] | undefined {
  if (!ts.isPropertyAccessExpression(node)) return undefined
  return [ts.isIdentifier(node.expression) ? node.expression.text : '', node.name.text]
}

describe('model rooms', () => {
  const files = sources.filter(({ room, path }) => modelRooms.has(room) && !rounding.has(path))

  it('leave arithmetic that differs between processors to numeric/', () => {
    const found = files.flatMap((source) =>
      complaints(source, (node) => {
        if (
          node.kind === ts.SyntaxKind.AsteriskAsteriskToken ||
          node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken
        )
          return '**'
        const [object, property] = member(node) ?? []
        return object === 'Math' && unportable.test(property ?? '') ? `Math.${property}` : undefined
      }),
    )
    expect(found).toEqual([])
  })

  it('do not take Math apart, which would hide such a call', () => {
    const found = files.flatMap((source) =>
      complaints(source, (node) =>
        ts.isIdentifier(node) && node.text === 'Math' && !ts.isPropertyAccessExpression(node.parent)
          ? 'Math as a value'
          : undefined,
      ),
    )
    expect(found).toEqual([])
  })

  it('know no clock, no time zone and no language', () => {
    const found = files.flatMap((source) => [
      ...complaints(source, (node) => {
        const [object, property] = member(node) ?? []
        if (property !== undefined && /^(localeCompare|toLocale\w+)$/.test(property))
          return property
        if (object === 'process' && property !== 'env') return `process.${property}`
        if (!ts.isIdentifier(node) || !/^(Date|performance|Intl)$/.test(node.text)) return undefined
        // A field of that name is nobody's clock.
        const { parent } = node
        const named =
          (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
          ts.isPropertyAssignment(parent) ||
          ts.isPropertySignature(parent)
        return named ? undefined : node.text
      }),
      ...specifiersOf(source.tree)
        .filter(({ name }) => /perf_hooks|node:os|node:process|timers/.test(name))
        .map(({ name }) => `${source.path} imports ${name}`),
    ])
    expect(found).toEqual([])
  })
})

describe('all of src', () => {
  it('never calls Math.random', () => {
    const found = sources.flatMap((source) =>
      complaints(source, (node) =>
        member(node)?.join('.') === 'Math.random' ? 'Math.random' : undefined,
      ),
    )
    expect(found).toEqual([])
  })

  it('has no `any`', () => {
    const found = sources.flatMap((source) =>
      complaints(source, (node) =>
        node.kind === ts.SyntaxKind.AnyKeyword ? 'the type any' : undefined,
      ),
    )
    expect(found).toEqual([])
  })

  it('has no file over 400 lines', () => {
    // vocabulary.ts is one list: the columns that several theories share, a few lines each.
    const allowed = new Set(['world/vocabulary.ts'])
    const long = sources
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ path, lines }) => lines > 400 && !allowed.has(path))
    expect(long).toEqual([])
  })
})
