import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { runSource } from '../../src/experiment/index.js'
import { compileExpression, parseExpression } from '../../src/expression/index.js'
import { library } from '../../src/library.js'
import { buildModel, loadScenario, measureSymbols } from '../../src/scenario/index.js'

interface Signature {
  readonly treatment: string
  readonly title: string
  readonly outcome: string
  readonly statistic: 'every' | 'mean'
  readonly band: readonly [number, number]
}

const path = new URL('../../scenarios/federations/signatures.yaml', import.meta.url)
const { signatures } = parse(readFileSync(path, 'utf8')) as { signatures: readonly Signature[] }
const { original } = await loadScenario('federations', library, { formulas: false })
const symbols = measureSymbols(original, library)
const treatments = Object.keys(original.treatments ?? {})

describe('each law shows its signature', () => {
  it.each(treatments)('%s', async (treatment) => {
    const own = signatures.filter((s) => s.treatment === treatment)
    expect(own.length).toBeGreaterThan(0)
    const { document } = await loadScenario('federations', library, { treatment, formulas: false })
    const model = buildModel({ ...document, checks: [] }, library)
    const asks = await Promise.all(
      own.map(async (s) => compileExpression(await parseExpression(s.outcome, symbols))),
    )
    const found = own.map((): number[] => [])
    for (let replicate = 0; replicate < 4; replicate++) {
      const source = runSource(model.run({ seed: 'signature', replicate }))
      asks.forEach((ask, at) => {
        found[at].push(Number(ask(source)))
      })
    }
    own.forEach(({ title, statistic, band: [low, high] }, at) => {
      const mean = found[at].reduce((a, b) => a + b, 0) / found[at].length
      for (const value of statistic === 'mean' ? [mean] : found[at]) {
        expect(value, title).toBeGreaterThanOrEqual(low)
        expect(value, title).toBeLessThanOrEqual(high)
      }
    })
  })
})
