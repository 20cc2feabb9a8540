import { describe, expect, it } from 'vitest'
import { defineMechanism } from '../../src/contract/index.js'
import { ModelError } from '../../src/engine/index.js'
import { real } from '../../src/world/index.js'
import { tinyModel, towns } from './tiny.js'

const share = real({ meaning: 'a share', unit: '1', range: [0, 1], per: 'issues' })
const free = real({ meaning: 'any number', unit: '1' })

/** Writes a value into one cell at tick 5. */
function slip(column: 'share' | 'free', at: number, value: number) {
  return defineMechanism({
    name: 'slip',
    summary: 'Makes a mistake.',
    source: 'Nobody 1999',
    parameters: {},
    writes: { actors: { share, free } },
    step({ actors }, { tick }) {
      if (tick === 5) actors[column][at] = value
    },
  })
}

function errorOf(...slipping: Parameters<typeof slip>): ModelError | undefined {
  const tables = { actors: towns, issues: { harbour: {}, bridge: {} } }
  const model = tinyModel({ mechanisms: [slip(...slipping)], document: { tables } })
  try {
    model.run({ seed: '1' })
  } catch (error) {
    if (error instanceof ModelError) return error
    throw error
  }
  return undefined
}

describe('the guard', () => {
  it('names mechanism, actor and tick of what is not a number', () => {
    const error = errorOf('share', 2, Number.NaN)
    expect(error).toMatchObject({ mechanism: 'slip', subject: 'alba', tick: 5 })
    expect(error?.message).toBe('Mechanism "slip", tick 5, alba: "share" is not a number.')
  })

  it('names them for what leaves its range', () => {
    expect(errorOf('share', 3, 1.0000001)?.message).toBe(
      'Mechanism "slip", tick 5, brig: "share" is 1.0000001, outside 0 to 1.',
    )
    expect(errorOf('share', 3, -1e-300)?.tick).toBe(5)
  })

  it('finds the actor in the second dimension too', () => {
    // Six actors, two issues: cell 6 + 4 is the fifth actor's on the second issue.
    expect(errorOf('share', 10, 2)?.subject).toBe('cove')
  })

  it('lets a column without a range hold any number but infinity', () => {
    expect(errorOf('free', 2, 1e300)).toBeUndefined()
    expect(errorOf('free', 2, Number.POSITIVE_INFINITY)?.tick).toBe(5)
    expect(errorOf('free', 2, Number.NaN)?.tick).toBe(5)
  })

  it('lets the ends of a range pass', () => {
    expect(errorOf('share', 2, 1)).toBeUndefined()
    expect(errorOf('share', 2, -0)).toBeUndefined()
  })
})
