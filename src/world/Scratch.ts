type Made = Float64Array | Int32Array

/** Arrays of one length and type, and how many of them are lent at present. */
interface Shelf<A extends Made> {
  readonly length: number
  readonly arrays: A[]
  lent: number
}

/**
 * Lends arrays for the workings of one step or one observation: filled with zeros, and taken back without a word when
 * it is over. So what every tick needs anew is not made anew in every tick. What is to last belongs in a column.
 */
export class Scratch {
  private readonly ofReals: Shelf<Float64Array>[] = []
  private readonly ofWholes: Shelf<Int32Array>[] = []

  /** n real numbers, all 0. */
  reals(n: number): Float64Array {
    const shelf = shelfOf(this.ofReals, n)
    if (shelf.lent === shelf.arrays.length) shelf.arrays.push(new Float64Array(n))
    else shelf.arrays[shelf.lent].fill(0)
    return shelf.arrays[shelf.lent++]
  }

  /** n whole numbers, all 0. */
  wholes(n: number): Int32Array {
    const shelf = shelfOf(this.ofWholes, n)
    if (shelf.lent === shelf.arrays.length) shelf.arrays.push(new Int32Array(n))
    else shelf.arrays[shelf.lent].fill(0)
    return shelf.arrays[shelf.lent++]
  }

  /** Takes everything back. The engine does so before each step and each observation. */
  clear(): void {
    for (let s = 0; s < this.ofReals.length; s++) this.ofReals[s].lent = 0
    for (let s = 0; s < this.ofWholes.length; s++) this.ofWholes[s].lent = 0
  }
}

/** There are few lengths in a world. */
function shelfOf<A extends Made>(shelves: Shelf<A>[], length: number): Shelf<A> {
  for (let s = 0; s < shelves.length; s++) if (shelves[s].length === length) return shelves[s]
  const shelf = { length, arrays: [], lent: 0 }
  shelves.push(shelf)
  return shelf
}
