/** 2^e for e = −1023 … 1023, found at e + 1023: scaling by a table entry is exact and fast. */
export const powersOfTwo = new Float64Array(2047)

powersOfTwo[1023] = 1
for (let at = 1024; at < 2047; at++) powersOfTwo[at] = powersOfTwo[at - 1] * 2
for (let at = 1022; at >= 0; at--) powersOfTwo[at] = powersOfTwo[at + 1] / 2
