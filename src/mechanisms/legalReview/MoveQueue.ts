/** A side of an act that waits, and the day on which it moves on. */
export interface Move {
  readonly agreement: number
  readonly party: number
  readonly day: number
  /** Place of the act among those that wait: decides between moves of one day. */
  readonly order: number
}

/** The moves of a tick, the earliest first; of one day, in the order of acts, and of one act, of parties. A binary heap. */
export class MoveQueue {
  private readonly moves: Move[] = []

  get first(): Move | undefined {
    return this.moves[0]
  }

  add(move: Move): void {
    const { moves } = this
    let at = moves.length
    moves.push(move)
    for (; at > 0; ) {
      const above = (at - 1) >> 1
      if (!comesBefore(move, moves[above])) break
      moves[at] = moves[above]
      at = above
    }
    moves[at] = move
  }

  /** Takes the first away. */
  drop(): void {
    const { moves } = this
    const last = moves.pop()
    if (last === undefined || moves.length === 0) return
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= moves.length) break
      if (below + 1 < moves.length && comesBefore(moves[below + 1], moves[below])) below++
      if (!comesBefore(moves[below], last)) break
      moves[at] = moves[below]
      at = below
    }
    moves[at] = last
  }
}

function comesBefore(a: Move, b: Move): boolean {
  if (a.day !== b.day) return a.day < b.day
  return a.order !== b.order ? a.order < b.order : a.party < b.party
}
