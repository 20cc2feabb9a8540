import type { Position } from 'geojson'

/**
 * Leaves out points of a line that lie within `tolerance` of it without them (Douglas and Peucker 1973).
 *
 * @param line first and last point stay; a ring's coincide
 */
export function simplify(line: readonly Position[], tolerance: number): Position[] {
  const keep = new Uint8Array(line.length)
  keep[0] = 1
  keep[line.length - 1] = 1
  const stretches: [number, number][] = [[0, line.length - 1]]
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    const [from, to] = stretch
    let farthest = -1
    let most = tolerance
    for (let k = from + 1; k < to; k++) {
      const distance = distanceToSegment(line[k], line[from], line[to])
      if (distance > most) {
        most = distance
        farthest = k
      }
    }
    if (farthest < 0) continue
    keep[farthest] = 1
    stretches.push([from, farthest], [farthest, to])
  }
  return line.filter((_, k) => keep[k] === 1)
}

function distanceToSegment([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay]
  const square = dx * dx + dy * dy
  const t = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square))
  const [ex, ey] = [x - ax - t * dx, y - ay - t * dy]
  return Math.sqrt(ex * ex + ey * ey)
}
