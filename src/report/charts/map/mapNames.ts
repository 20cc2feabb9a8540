import type { Part } from '../../render/spec.js'
import type { MapScene, Span } from './MapScene.js'
import { markRadius } from './markSize.js'
import { placeLabels } from './placeLabels.js'
import { places } from './places.js'

const size = 11
/** Units that are named at most: those with the earliest ties, or where many are tied the largest ones. */
const most = 40
const mostOfMany = 24
/** Many is more than so many. */
const many = 60

/** Names of the parties, each for as long as it has a tie, in letters that stand out from what is below. */
export function nameLayers(scene: MapScene): Part[] {
  const { spots, landscape, largest } = scene
  const spans = spansOf(scene)
  const first = (id: string) => spans.get(id)?.from ?? Infinity
  const crowded = spans.size > many
  const order = spots
    .filter(({ unit }) => spans.has(unit.id))
    .sort((a, b) =>
      crowded ? b.sizes[0] - a.sizes[0] : compare(first(a.unit.id), first(b.unit.id)),
    )
    .concat(spots.filter(({ unit }) => !spans.has(unit.id)))
  const marks = order.map((spot, k) => ({
    x: spot.x,
    y: spot.y,
    radius: markRadius(spot.sizes[0], largest),
    label: k < (crowded ? mostOfMany : most) && spans.has(spot.unit.id) ? spot.unit.title : '',
  }))
  const rows = placeLabels(marks, size, landscape.width, landscape.height).map(
    ({ mark, x, y, align }) => ({
      text: marks[mark].label,
      x,
      y,
      align,
      ...spans.get(order[mark].unit.id)!,
    }),
  )
  return (['left', 'right', 'center'] as const).flatMap((align) => {
    const values = rows.filter((row) => row.align === align).map(({ align: _, ...row }) => row)
    if (values.length === 0) return []
    const mark = { type: 'text', align, baseline: 'middle', fontSize: size, fontWeight: 'bold' }
    return [
      {
        data: { values },
        transform: [{ filter: 'datum.from <= frame && frame < datum.to' }],
        encoding: { ...places(scene), text: { field: 'text', type: 'nominal' } },
        layer: [
          { mark: { ...mark, stroke: '#ffffff', strokeWidth: 3, strokeOpacity: 0.8 } },
          { mark },
        ],
      },
    ]
  })
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** For each party the frames from its first tie to the end of its last. */
function spansOf({ ties }: MapScene): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>()
  for (const { parties, from, to } of ties) {
    for (const id of parties) {
      const known = spans.get(id) ?? { from, to }
      spans.set(id, { from: Math.min(known.from, from), to: Math.max(known.to, to) })
    }
  }
  return spans
}
