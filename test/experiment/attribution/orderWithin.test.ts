import { describe, expect, it } from 'vitest'
import { orderWithin } from '../../../src/experiment/attribution/AttributionDesign.js'

const cause = (id: string, after: readonly string[] = []) => ({ id, title: id, off: '', after })

describe('what comes after what', () => {
  const causes = [cause('first'), cause('between', ['first']), cause('last', ['between'])]

  it('follows by way of others', () => {
    expect(orderWithin({ causes }, { causes: [0, 1, 2] })).toEqual([[], [0], [0, 1]])
  })

  it('holds where the one between is left out', () => {
    expect(orderWithin({ causes }, { causes: [0, 2] })).toEqual([[], [0]])
  })
})
