import { textWidth } from '../../render/textWidth.js'

/** A mark on a map, in pixels, and the name that it should bear. */
export interface Marked {
  readonly x: number
  readonly y: number
  readonly radius: number
  /** Empty for a mark that only takes up room. */
  readonly label: string
}

export interface PlacedLabel {
  /** Position in the list of marks. */
  readonly mark: number
  readonly x: number
  readonly y: number
  readonly align: 'left' | 'right' | 'center'
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Places each name beside its mark where it covers no other name, and as few marks as can be; leaves out what fits nowhere. */
export function placeLabels(
  marks: readonly Marked[],
  fontSize: number,
  width: number,
  height: number,
): PlacedLabel[] {
  const taken: Box[] = []
  const placed: PlacedLabel[] = []
  marks.forEach(({ label }, mark) => {
    if (label === '') return
    const size = textWidth(label, fontSize, true)
    const options = candidates(marks[mark], size, fontSize)
      .map((option) => ({
        ...option,
        covered: marks.filter((m, k) => k !== mark && overlaps(option.box, around(m))).length,
      }))
      .filter(
        ({ box }) => box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height,
      )
      .filter(({ box }) => !taken.some((other) => overlaps(box, other)))
      .sort((a, b) => a.covered - b.covered)
    const [best] = options
    if (best === undefined || best.covered > 2) return
    taken.push(best.box)
    placed.push({
      mark,
      x: Math.round(best.x * 10) / 10,
      y: Math.round(best.y * 10) / 10,
      align: best.align,
    })
  })
  return placed
}

function candidates({ x, y, radius }: Marked, size: number, fontSize: number) {
  const half = fontSize / 2
  const off = radius + 4
  const box = (left: number, middle: number): Box => ({
    left,
    right: left + size,
    top: middle - half,
    bottom: middle + half,
  })
  return [
    { align: 'left', x: x + off, y, box: box(x + off, y) },
    { align: 'right', x: x - off, y, box: box(x - off - size, y) },
    { align: 'center', x, y: y - off - half, box: box(x - size / 2, y - off - half) },
    { align: 'center', x, y: y + off + half, box: box(x - size / 2, y + off + half) },
    { align: 'left', x: x + off * 0.8, y: y - off, box: box(x + off * 0.8, y - off) },
    { align: 'left', x: x + off * 0.8, y: y + off, box: box(x + off * 0.8, y + off) },
    { align: 'right', x: x - off * 0.8, y: y - off, box: box(x - off * 0.8 - size, y - off) },
    { align: 'right', x: x - off * 0.8, y: y + off, box: box(x - off * 0.8 - size, y + off) },
  ] as const
}

function around({ x, y, radius }: Marked): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
