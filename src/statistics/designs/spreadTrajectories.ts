/**
 * Chooses trajectories that lie far apart: first the two farthest from each other, then again and again the one whose
 * squared distances to those chosen sum to most. The distance of two trajectories is the sum of the Euclidean distances
 * between the points of one and those of the other. Not the best choice there is, which nobody can wait for, but near it.
 * Source: the distance and the aim: Campolongo, F., Cariboni, J. & Saltelli, A. (2007), An effective screening design
 * for sensitivity analysis of large models, Environmental Modelling & Software 22(10), 1509–1518; choosing step by step:
 * Ruano, M. V. et al. (2012), An improved sampling strategy based on trajectory design for application of the Morris
 * method to systems with many input factors, same journal 37, 103–109, here from the farthest pair alone.
 *
 * @param trajectories the points of each candidate
 * @param r how many to choose, at most as many as there are
 * @returns their places in the order of choosing, so that fewer are the first of more
 */
export function spreadTrajectories(
  trajectories: readonly (readonly Float64Array[])[],
  r: number,
): number[] {
  const n = trajectories.length
  const d = trajectories[0]?.[0].length ?? 0
  const flat = trajectories.map((points) => Float64Array.from(points.flatMap((x) => [...x])))
  const squared = Array.from({ length: n }, () => new Float64Array(n))
  let farthest = [0, 1]
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const apart = distance(flat[a], flat[b], d)
      squared[a][b] = apart * apart
      squared[b][a] = apart * apart
      if (squared[a][b] > squared[farthest[0]][farthest[1]]) farthest = [a, b]
    }
  }
  const chosen: number[] = []
  const total = new Float64Array(n)
  for (let round = 0; round < r; round++) {
    let best = farthest[round] ?? -1
    if (round > 1) {
      total.forEach((value, i) => {
        if (!chosen.includes(i) && (best < 0 || value > total[best])) best = i
      })
    }
    chosen.push(best)
    for (let i = 0; i < n; i++) total[i] += squared[best][i]
  }
  return chosen
}

/** Between trajectories whose points of d coordinates follow each other. */
function distance(a: Float64Array, b: Float64Array, d: number): number {
  let total = 0
  for (let x = 0; x < a.length; x += d) {
    for (let y = 0; y < b.length; y += d) {
      let squares = 0
      for (let i = 0; i < d; i++) {
        const gap = a[x + i] - b[y + i]
        squares += gap * gap
      }
      total += Math.sqrt(squares)
    }
  }
  return total
}
