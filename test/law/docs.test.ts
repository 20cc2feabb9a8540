import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseRegime } from '../../src/scenario/index.js'

describe('docs/law.md', () => {
  it('shows a thirteenth state that loads', () => {
    const text = readFileSync(new URL('../../docs/law.md', import.meta.url), 'utf8')
    const yaml = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(text)?.[1] ?? ''
    const regime = parseRegime(yaml, 'IT.yaml')
    expect(regime.id).toBe('IT')
    expect(regime.rules).toHaveLength(3)
  })
})
