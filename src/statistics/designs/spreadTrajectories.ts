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
  const squared = Array.from({ length: n }, () => new Float64Array(n))
  let farthest = [0, 1]
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const d = distance(trajectories[a], trajectories[b])
      squared[a][b] = d * d
      squared[b][a] = d * d
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

function distance(a: readonly Float64Array[], b: readonly Float64Array[]): number {
  let total = 0
  for (const x of a) {
    for (const y of b) {
      let squares = 0
      for (let i = 0; i < x.length; i++) squares += (x[i] - y[i]) * (x[i] - y[i])
      total += Math.sqrt(squares)
    }
  }
  return total
}
