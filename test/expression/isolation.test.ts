import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseExpression } from '../../src/expression/index.js'
import { symbols } from './laboratory.js'

const src = fileURLToPath(new URL('../../src/', import.meta.url))
const room = join(src, 'expression')

/** What a file imports when it is loaded; types are gone by then. */
function imports(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const statements = text.matchAll(/^(?:import|export)\s(?!type\s)[^'"]*?from '([^']+)'/gms)
  return [...statements].map((match) => match[1])
}

/** Every module reached from a file, ours as paths below src. */
function graph(file: string, seen = new Set<string>()): Set<string> {
  for (const target of imports(file)) {
    if (!target.startsWith('.')) {
      seen.add(target)
      continue
    }
    const path = resolve(dirname(file), target.replace(/\.js$/, '.ts'))
    const name = relative(src, path)
    if (seen.has(name)) continue
    seen.add(name)
    graph(path, seen)
  }
  return seen
}

describe('the room', () => {
  it('compiles formulas without mathjs, and its door loads none', () => {
    for (const file of ['compile.ts', 'compileCondition.ts', 'index.ts']) {
      const reached = [...graph(join(room, file))]
      expect(reached.length).toBeGreaterThan(5)
      expect(reached.filter((name) => !name.endsWith('.ts'))).toEqual([])
    }
    expect([...graph(join(room, 'compile.ts'))]).not.toContain('expression/mathParser.ts')
  })

  it('generates no code, and imports only the ground', () => {
    const allowed = ['calendar', 'diagnostics', 'numeric', 'statistics', 'expression']
    for (const entry of readdirSync(room, { recursive: true, encoding: 'utf8' })) {
      if (!entry.endsWith('.ts')) continue
      const text = readFileSync(join(room, entry), 'utf8')
      expect(text).not.toMatch(
        /\beval\s*\(|new Function|[\w)] ?\*\* ?[\w(]|Math\.(exp|log|pow|random)\b/,
      )
      expect(text).not.toMatch(/\.(evaluate|compile)\(/)
      for (const target of imports(join(room, entry))) {
        const inside = relative(src, resolve(dirname(join(room, entry)), target)).split('/')[0]
        expect(allowed).toContain(inside)
      }
    }
  })
})

describe('a tree', () => {
  it.each([
    'first(policy("US") >= 0.5)',
    'strict ? nevermore : date("1990-11-15")',
    '-lag(emissions("US"), 2) ^ 2 + asked',
    'not (mean(gap, "1981-01-01", "1982-01-01") > 3)',
  ])('of %s survives JSON', async (formula) => {
    const tree = await parseExpression(formula, symbols)
    expect(JSON.parse(JSON.stringify(tree))).toEqual(tree)
    expect(structuredClone(tree)).toEqual(tree)
  })

  it('is plain', async () => {
    expect(await parseExpression('first(policy("US") >= threshold)', symbols)).toEqual({
      kind: 'call',
      type: 'date',
      name: 'first',
      args: [
        {
          kind: 'binary',
          type: 'booleanSeries',
          operator: '>=',
          left: { kind: 'series', type: 'series', name: 'policy', args: ['US', 'acid-rain'] },
          right: { kind: 'literal', type: 'scalar', value: 0.5 },
        },
      ],
    })
  })
})
