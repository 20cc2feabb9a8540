/**
 * Milliseconds of a fixed piece of work that is no part of the project: how fast the machine is just now. Two
 * sessions are compared by it, since other work on the machine slows all alike.
 */
export function yardstick(rounds = 15) {
  const samples = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    let x = 0.5
    for (let k = 0; k < 3_000_000; k++) x = 3.9 * x * (1 - x)
    // The chaotic map stays between 0 and 1; saying so keeps the loop from being left out.
    if (!(x > 0 && x < 1)) throw new Error('The yardstick is broken.')
    samples.push(performance.now() - start)
  }
  return samples
}
