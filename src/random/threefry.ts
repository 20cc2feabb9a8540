/**
 * Threefry-2x32: a keyed bijection of 64 bits whose outputs for successive counters are random numbers.
 * Source: Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC '11.
 * Thirteen rounds are the fewest that pass BigCrush; twenty are the authors' margin of safety.
 */

/** Skein's key-schedule parity word. */
export const parity = 0x1bd11bda

/** Rounds used for all draws of the model. */
export const defaultRounds = 13

const rotations = Int32Array.of(13, 15, 26, 6, 17, 29, 16, 24)

/**
 * Encrypts one counter: writes two 32-bit words into `out[0]` and `out[1]`.
 *
 * @param k0 first key word (any number; its low 32 bits count)
 * @param k1 second key word
 * @param c0 first counter word
 * @param c1 second counter word
 * @param out receives the result; a Uint32Array reads as unsigned, an Int32Array as signed
 * @param rounds 13 unless told; Random123 publishes test vectors for 13, 20 and 32
 */
export function threefry2x32(
  k0: number,
  k1: number,
  c0: number,
  c1: number,
  out: Uint32Array | Int32Array,
  rounds = defaultRounds,
): void {
  const k2 = parity ^ k0 ^ k1
  let x0 = (c0 + k0) | 0
  let x1 = (c1 + k1) | 0
  for (let round = 0; round < rounds; round++) {
    const turn = rotations[round & 7]
    x0 = (x0 + x1) | 0
    x1 = ((x1 << turn) | (x1 >>> (32 - turn))) ^ x0
    if ((round & 3) === 3) {
      // Every fourth round adds two of the three key words, shifted by one each time, and a count.
      const injection = (round + 1) >> 2
      const first = injection % 3
      x0 = (x0 + (first === 0 ? k0 : first === 1 ? k1 : k2)) | 0
      x1 = (x1 + (first === 0 ? k1 : first === 1 ? k2 : k0) + injection) | 0
    }
  }
  out[0] = x0
  out[1] = x1
}
