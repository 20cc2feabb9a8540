import type { Part } from '../../render/spec.js'
import type { MapScene } from './MapScene.js'

/** Encodings of a place in the map's own pixels. */
export function places({ landscape: { width, height } }: MapScene): {
  readonly x: Part
  readonly y: Part
} {
  const axis = (field: string, domain: readonly number[]): Part => ({
    field,
    type: 'quantitative',
    scale: { domain, nice: false, zero: false },
    axis: null,
  })
  return { x: axis('x', [0, width]), y: axis('y', [height, 0]) }
}
