/**
 * Moves places along a line apart until neighbours are at least so far from each other, as little as possible and
 * in the same order.
 *
 * @returns the new places, in the order given
 */
export function spread(places: readonly number[], distance: number): number[] {
  const order = places.map((_, k) => k).sort((a, b) => places[a] - places[b] || a - b)
  /** Runs of labels that touch: their members' summed wishes, less what each is moved within the run. */
  const runs: { from: number; to: number; wish: number }[] = []
  order.forEach((k, at) => {
    let run = { from: at, to: at, wish: places[k] }
    while (runs.length > 0 && overlaps(runs[runs.length - 1], run)) {
      const before = runs.pop()!
      const [a, b] = [size(before), size(run)]
      const shift = a * distance
      run = {
        from: before.from,
        to: run.to,
        wish: (before.wish * a + (run.wish - shift) * b) / (a + b),
      }
    }
    runs.push(run)
  })
  const moved = new Array<number>(places.length)
  for (const { from, to, wish } of runs)
    for (let at = from; at <= to; at++) moved[order[at]] = wish + (at - from) * distance
  return moved

  function size(run: { from: number; to: number }): number {
    return run.to - run.from + 1
  }
  function overlaps(a: { from: number; to: number; wish: number }, b: { wish: number }): boolean {
    return a.wish + size(a) * distance > b.wish
  }
}
