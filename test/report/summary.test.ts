import { describe, expect, it } from 'vitest'
import { summaryOf } from '../../src/report/index.js'
import { documentOf, runInto, withFolder } from './fixture.js'

describe('the summary for a terminal', () => {
  it('tells in few short lines what came, and what did not', async () => {
    const document = await documentOf()
    const text = await withFolder(async (root) => summaryOf(await runInto(root, document)))
    const lines = text.split('\n')
    expect(lines.length).toBeLessThanOrEqual(20)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80)
    for (const row of Object.values(document.tables.instruments))
      expect(text).toContain(String(row.title))
    expect(text).toContain('Law in United States')
    expect(text).toMatch(/\b19[89]\d\b/)
  })

  it('says so when nothing was signed', async () => {
    const text = await withFolder(async (root) =>
      summaryOf(
        await runInto(
          root,
          await documentOf((d) => ({
            ...d,
            tables: {
              ...d.tables,
              instruments: Object.fromEntries(
                Object.entries(d.tables.instruments).map(([id, row]) => [
                  id,
                  { ...row, available: 'no' },
                ]),
              ),
            },
          })),
        ),
      ),
    )
    expect(text.match(/none was signed/g)).toHaveLength(3)
  })
})
