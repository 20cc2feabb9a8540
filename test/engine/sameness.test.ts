import { describe, expect, it } from 'vitest'
import { defineMechanism } from '../../src/contract/index.js'
import { seriesOf } from '../../src/engine/index.js'
import { digest } from '../../src/world/index.js'
import { moods, visitCount, wander } from './theories.js'
import { tinyModel, towns } from './tiny.js'

/** The mood of one town in every tick. */
function moodOf(town: string, actors: typeof towns | Partial<typeof towns>): number[] {
  const document = { tables: { actors: actors as typeof towns, issues: { harbour: {} } } }
  const run = tinyModel({ mechanisms: [wander], measures: [moods], document }).run({ seed: '7' })
  const recording = run.recordings.get('moods')
  return [...((recording && seriesOf(recording, [town])) ?? [])]
}

describe('chance belongs to actors', () => {
  it('stays with each when another leaves', () => {
    const { brig: _, ...others } = towns
    for (const town of ['alba', 'cove', 'dune']) {
      expect(moodOf(town, others)).toEqual(moodOf(town, towns))
      expect(moodOf(town, towns).length).toBe(8)
    }
  })

  it('stays with each when rows change places', () => {
    const { north, south, dune, cove, brig, alba } = towns
    const turned = { dune, south, cove, brig, north, alba }
    for (const town of ['alba', 'brig', 'cove', 'dune'])
      expect(moodOf(town, turned)).toEqual(moodOf(town, towns))
  })
})

describe('what does nothing changes nothing', () => {
  const idle = defineMechanism({
    name: 'idle',
    summary: 'Draws and does nothing.',
    source: 'Nobody 1999',
    parameters: {},
    step(_, { draws }) {
      draws.block(3)
      draws.at(0, 0)
    },
  })

  it('a mechanism that only draws', () => {
    const alone = digest(tinyModel({ mechanisms: [wander] }).run({ seed: '1' }).world)
    for (const mechanisms of [
      [idle, wander],
      [wander, idle],
    ])
      expect(digest(tinyModel({ mechanisms }).run({ seed: '1' }).world)).toBe(alone)
  })

  it('a measure more or less', () => {
    const alone = digest(tinyModel({ mechanisms: [wander] }).run({ seed: '1' }).world)
    const measured = tinyModel({ mechanisms: [wander], measures: [moods, visitCount] })
    expect(digest(measured.run({ seed: '1' }).world)).toBe(alone)
  })
})
