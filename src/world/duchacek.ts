import { type Column, code, whole } from './column.js'

/** Reach of a tie abroad (Duchacek 1990). */
export const reaches = ['crossBorderRegional', 'transregional', 'global'] as const

export type Reach = (typeof reaches)[number]

/** Which units touch each other across a border. */
export const borderColumns = {
  first: whole({ meaning: 'one side', unit: '1', references: 'actors', input: 'required' }),
  second: whole({
    meaning: 'other side',
    unit: '1',
    references: 'actors',
    otherThan: 'first',
    input: 'required',
  }),
  water: code({
    meaning: 'the border runs through water only',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
} as const satisfies { readonly [name: string]: Column }

/**
 * The reach of a tie between two units of different states: cross-border regional if the units touch, transregional
 * if only their states do, global otherwise.
 */
export function reachOf(unitsTouch: boolean, statesTouch: boolean): Reach {
  if (unitsTouch) return 'crossBorderRegional'
  return statesTouch ? 'transregional' : 'global'
}

const positions: { readonly [K in Reach]: number } = {
  crossBorderRegional: 0,
  transregional: 1,
  global: 2,
}

/** A list of pairs of rows, as two columns or one list holds them. */
export interface Pairs {
  readonly first: ArrayLike<number>
  readonly second: ArrayLike<number>
}

/**
 * Who touches whom: units as the scenario's table of borders says, states where units of theirs do, where the table
 * names the states themselves, or where their land touches on the map. Borders do not move in a run.
 */
export class Contiguity {
  /** Who touches actor i: `neighbours` from `first[i]` to `first[i + 1]`. */
  private readonly first: Int32Array
  private readonly neighbours: Int32Array
  /** Whether states touch, by their places among the states. */
  private readonly touching: Uint8Array
  private readonly place: Int32Array
  private readonly mapped: Uint8Array
  private readonly count: number

  /**
   * @param state the state of each actor
   * @param borders the scenario's; undefined in a world without such a table
   * @param map what is known of states from the map
   */
  constructor(
    states: Int32Array,
    private readonly state: Int32Array,
    private readonly borders: Pairs | undefined,
    map: StateBorders,
  ) {
    this.count = states.length
    this.place = new Int32Array(state.length).fill(-1)
    states.forEach((s, at) => {
      this.place[s] = at
    })
    this.touching = new Uint8Array(this.count * this.count)
    this.mapped = new Uint8Array(this.count)
    for (const s of map.states) this.mapped[this.place[s]] = 1
    for (let k = 0; k < map.first.length; k++) this.join(map.first[k], map.second[k])
    this.first = new Int32Array(state.length + 1)
    const count = borders?.first.length ?? 0
    this.neighbours = new Int32Array(2 * count)
    if (!borders) return
    for (let k = 0; k < count; k++) {
      this.first[borders.first[k] + 1]++
      this.first[borders.second[k] + 1]++
      this.join(this.stateOf(borders.first[k]), this.stateOf(borders.second[k]))
    }
    for (let i = 0; i < state.length; i++) this.first[i + 1] += this.first[i]
    const filled = this.first.slice()
    for (let k = 0; k < count; k++) {
      this.neighbours[filled[borders.first[k]]++] = borders.second[k]
      this.neighbours[filled[borders.second[k]]++] = borders.first[k]
    }
  }

  unitsTouch(i: number, j: number): boolean {
    for (let at = this.first[i], end = this.first[i + 1]; at < end; at++)
      if (this.neighbours[at] === j) return true
    return false
  }

  statesTouch(s: number, r: number): boolean {
    return this.touching[this.place[s] * this.count + this.place[r]] !== 0
  }

  /** Reach of a tie, as a position in `reaches`; −1 for others than units of two states, and where borders are unknown. */
  reach(i: number, j: number): number {
    const s = this.state[i]
    const r = this.state[j]
    if (s < 0 || r < 0 || s === r) return -1
    const known = this.borders || (this.mapped[this.place[s]] && this.mapped[this.place[r]])
    if (!known) return -1
    return positions[reachOf(this.unitsTouch(i, j), this.statesTouch(s, r))]
  }

  private join(s: number, r: number): void {
    if (s < 0 || r < 0) return
    this.touching[this.place[s] * this.count + this.place[r]] = 1
    this.touching[this.place[r] * this.count + this.place[s]] = 1
  }

  private stateOf(i: number): number {
    return this.place[i] >= 0 ? i : this.state[i]
  }
}

/** Rows of states that the map knows, and pairs of them whose land touches. */
export interface StateBorders extends Pairs {
  readonly states: ArrayLike<number> & Iterable<number>
}
