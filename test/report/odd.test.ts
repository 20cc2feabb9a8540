import { describe, expect, it } from 'vitest'
import { library } from '../../src/library.js'
import { odd } from '../../src/report/index.js'
import { concepts } from '../../src/report/odd/concepts.js'
import { documentOf, poison } from './fixture.js'

describe('the ODD protocol', () => {
  it('has the seven elements and the eleven design concepts, in order', async () => {
    const text = odd(await documentOf(), library)
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual([
      '1. Purpose and patterns',
      '2. Entities, state variables and scales',
      '3. Process overview and scheduling',
      '4. Design concepts',
      '5. Initialization',
      '6. Input data',
      '7. Submodels',
    ])
    const [, after] = text.split('## 4. Design concepts')
    const [section] = after.split('\n## ')
    const found = [...section.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading.toLowerCase())
    expect(found).toEqual([...concepts])
    for (const part of section.split('### ').slice(1))
      expect(part.trim().split('\n').length).toBeGreaterThan(1)
  })

  it('lists every parameter of every mechanism in use, with unit, range, grade and source', async () => {
    const document = await documentOf()
    const lines = odd(document, library).split('\n')
    for (const { name, parameters } of library.mechanisms) {
      if (!Object.hasOwn(document.mechanisms, name)) continue
      const from = lines.findIndex(
        (line) => line.startsWith('### 7.') && line.endsWith(`(\`${name}\`)`),
      )
      expect(from, name).toBeGreaterThan(0)
      const to = lines.findIndex((line, at) => at > from && line.startsWith('###'))
      const section = lines.slice(from, to < 0 ? undefined : to)
      for (const [id, parameter] of Object.entries(parameters)) {
        const row = section.find((line) => line.startsWith(`| \`${id}\` |`))
        expect(row, `${name}.${id}`).toBeDefined()
        expect(row).toMatch(/found|inferred|recalled|assumed/)
        if (parameter.type === 'number')
          expect(row).toContain(`${parameter.range[0]} to ${parameter.range[1]}`)
      }
    }
  })

  it('names every pattern, treatment and event of the scenario', async () => {
    const document = await documentOf()
    const text = odd(document, library)
    for (const { title } of document.checks ?? []) expect(text).toContain(title)
    for (const id of Object.keys(document.treatments ?? {})) expect(text).toContain(id)
    for (const { title } of document.events ?? []) expect(text).toContain(title)
  })

  it('leaves a mechanism that is off out', async () => {
    const text = odd(
      await documentOf((d) => ({
        ...d,
        mechanisms: { ...d.mechanisms, diffusion: { enabled: false } },
      })),
      library,
    )
    expect(text).not.toContain('(`diffusion`)')
    expect(text).toContain('No actor changes its rules of decision by experience.')
  })

  it('keeps its tables whole when titles are hostile', async () => {
    const text = odd(await documentOf(poison), library)
    expect(text).not.toMatch(/[^\\]<script/)
    let columns = 0
    for (const line of text.split('\n')) {
      if (!line.startsWith('|')) {
        columns = 0
        continue
      }
      const cells = line.replace(/\\\|/g, '').split('|').length
      if (columns > 0) expect(cells, line).toBe(columns)
      columns = cells
    }
  })
})
