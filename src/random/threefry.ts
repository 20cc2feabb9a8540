/**
 * Threefry-2x32: a keyed bijection of 64 bits whose outputs for successive counters are random numbers.
 * Source: Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC '11.
 * Thirteen rounds are the fewest that pass BigCrush; twenty are the authors' margin of safety.
 */

/** Skein's key-schedule parity word. */
export const parity = 0x1bd11bda

/**
 * Encrypts one counter with thirteen rounds, written out: all draws of the model come from here.
 *
 * @param k0 first key word, a 32-bit integer
 * @param k1 second key word
 * @param c0 first counter word
 * @param c1 second counter word
 * @param out receives the two words; a Uint32Array reads as unsigned, an Int32Array as signed
 */
export function threefry2x32(
  k0: number,
  k1: number,
  c0: number,
  c1: number,
  out: Uint32Array | Int32Array,
): void {
  const k2 = parity ^ k0 ^ k1
  let x1 = (c1 + k1) | 0
  let x0 = (c0 + k0 + x1) | 0
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0
  x0 = (x0 + k1) | 0
  x1 = (x1 + k2 + 1) | 0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0
  x0 = (x0 + k2) | 0
  x1 = (x1 + k0 + 2) | 0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0
  x0 = (x0 + k0) | 0
  x1 = (x1 + k1 + 3) | 0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0
  out[0] = x0
  out[1] = x1
}

const rotations = Int32Array.of(13, 15, 26, 6, 17, 29, 16, 24)

/**
 * The same with any number of rounds, in the form of the paper: what the written-out version is tested
 * against, along with the vectors that Random123 publishes for 13, 20 and 32 rounds.
 *
 * @param rounds 20 is the authors' own default
 */
export function threefry2x32Rounds(
  k0: number,
  k1: number,
  c0: number,
  c1: number,
  out: Uint32Array | Int32Array,
  rounds: number,
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
