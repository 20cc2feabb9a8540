import type { Agenda, Announcement, Assignment } from './agenda.js'
import { allocate, type Column, type ColumnArray, initialOf } from './column.js'
import { Contiguity, type StateBorders } from './duchacek.js'
import { EventLog } from './events.js'
import { Geography } from './geography.js'
import { Ledger } from './ledger.js'
import { Scratch } from './Scratch.js'
import type { RowKeys, StoredTable, Table, TableHead } from './table.js'
import { allocateTie, type ListTies, type MatrixTies, type Ties, tieArrays } from './ties.js'
import { type actorHead, actorKinds, territorialKinds } from './vocabulary/index.js'

/** One table of a world to be: its rows, its columns, and the values that the scenario gives. */
export interface TablePlan {
  readonly name: string
  readonly ids: readonly string[]
  readonly keys: RowKeys
  readonly columns: ReadonlyMap<string, Column>
  /** Starting values of columns that the scenario gives; others start at their initial value. */
  readonly given: ReadonlyMap<string, ColumnArray>
}

/** Everything that a world is allocated from. Plain data: it can be sent to a worker. */
export interface WorldPlan {
  readonly tables: readonly TablePlan[]
  readonly ties: Ties
  readonly assignments: readonly Assignment[]
  readonly announcements: readonly Announcement[]
  /** What the map says about the states of the world. */
  readonly stateBorders?: StateBorders
}

const stateKind = actorKinds.indexOf('state')
const unitCodes = new Set(territorialKinds.map((kind) => actorKinds.indexOf(kind)))
const nobody = new Int32Array(0)

/**
 * The state of a run: tables of actors, issues, gates and whatever else mechanisms declare; ties; the ledger of
 * agreements; the log of events. All of it in columns, so that it can be copied, restored and compared.
 */
export class World {
  // `declare` here and in Rows: a field is then written once, and V8 takes it for a constant where it knows the world, as
  // in a mechanism's `stepIn`. Otherwise it would first hold undefined, and all arrays be looked for in every loop.
  /** Number of actors. */
  declare readonly n: number
  declare readonly actors: Table<typeof actorHead>
  declare readonly issues: TableHead
  /** Rows of actors that are states. */
  declare readonly states: Int32Array
  /** Rows of actors that are territorial units: regions, cities, groupings. */
  declare readonly units: Int32Array
  declare readonly ties: { readonly [name: string]: MatrixTies | ListTies }
  readonly events = new EventLog()
  /** Arrays for the workings of a step. */
  readonly scratch = new Scratch()
  declare readonly agenda: Agenda
  readonly tables = new Map<string, StoredTable>()
  agreements = new Ledger()

  private readonly unitsByState: ReadonlyMap<number, Int32Array>
  private readonly gatesByState: ReadonlyMap<number, Int32Array>
  private readonly kept: Kept[] = []
  private map: Geography | undefined
  private neighbours: Contiguity | undefined
  private readonly stateBorders: StateBorders
  private readonly pulses: { readonly array: ColumnArray; readonly initial: number }[] = []

  constructor(plan: WorldPlan) {
    for (const table of plan.tables) this.tables.set(table.name, this.store(table, plan))
    this.actors = this.view('actors') as Table<typeof actorHead>
    this.issues = this.view('issues')
    for (const [name, { view }] of this.tables)
      if (view !== this.actors && view !== this.issues)
        Object.defineProperty(this, name, { value: view, enumerable: true })
    this.n = this.actors.n
    this.ties = Object.fromEntries(
      Object.entries(plan.ties).map(([name, tie]) => [name, allocateTie(tie, this.n)]),
    )
    for (const tie of Object.values(this.ties)) {
      for (const array of tieArrays(tie)) {
        this.kept.push({ array, given: undefined, initial: array === targetOf(tie) ? -1 : 0 })
      }
    }
    for (const [name, tie] of Object.entries(plan.ties)) {
      const made = this.ties[name]
      if (tie.shape === 'matrix' && tie.pulse && 'values' in made)
        this.pulses.push({ array: made.values, initial: 0 })
    }
    const { kind, state } = this.actors
    this.states = rowsWhere(this.n, (i) => kind[i] === stateKind)
    this.units = rowsWhere(this.n, (i) => unitCodes.has(kind[i]))
    this.unitsByState = groupRows(this.units, state)
    const gates = this.tables.get('gates')
    const gateState = gates?.arrays.get('state')
    this.gatesByState = gateState
      ? groupRows(
          rowsWhere(gateState.length, () => true),
          gateState,
        )
      : new Map()
    this.agenda = this.schedule(plan)
    this.stateBorders = plan.stateBorders ?? { states: nobody, first: nobody, second: nobody }
  }

  /** Where the actors lie. Worked out when first asked for: many worlds have no map. */
  get geography(): Geography {
    this.map ??= new Geography(this.actors.latitude, this.actors.longitude)
    return this.map
  }

  /** Who touches whom. Worked out when first asked for. */
  get contiguity(): Contiguity {
    const borders = this.tables.get('borders')?.arrays
    const first = borders?.get('first')
    const second = borders?.get('second')
    const { state } = this.actors
    const given = first && second ? { first, second } : undefined
    this.neighbours ??= new Contiguity(this.states, state, given, this.stateBorders)
    return this.neighbours
  }

  /** Rows of the units of a state. */
  unitsOf(state: number): Int32Array {
    return this.unitsByState.get(state) ?? nobody
  }

  /** Rows of the gates of a state, in the order in which a bill meets them. */
  gatesOf(state: number): Int32Array {
    return this.gatesByState.get(state) ?? nobody
  }

  /** A table by name; an empty one if no part of the model has declared it. */
  view(name: string): Table {
    return this.tables.get(name)?.view ?? { n: 0, ids: [], keys: { hi: nobody, lo: nobody } }
  }

  /** Lets signals of the last tick fade. */
  clearPulses(): void {
    for (const { array, initial } of this.pulses) array.fill(initial)
  }

  /**
   * Takes the world as it stands for its first day, to which `reset` returns. Only what differs from the plan is
   * copied: a large world is held once.
   */
  settle(): void {
    for (const kept of this.kept) {
      const { array, given, initial } = kept
      const isAsPlanned = given ? sameValues(array, given) : firstOther(array, initial) < 0
      if (!isAsPlanned) kept.given = array.slice()
    }
  }

  /** Back to the first day. */
  reset(): void {
    for (const { array, given, initial } of this.kept) {
      if (given) {
        array.set(given)
        continue
      }
      // What nobody has written is not written here either: its memory need not even exist.
      const from = firstOther(array, initial)
      if (from >= 0) array.fill(initial, from)
    }
    this.agreements.clear()
    this.events.rows.length = 0
    this.events.tick = 0
    this.events.day = 0
    this.events.mechanism = ''
  }

  /** The world as it stands, to come back to. */
  snapshot(): Snapshot {
    return {
      arrays: this.kept.map(({ array }) => array.slice()),
      agreements: this.agreements.copy(),
      happenings: this.events.rows.slice(),
    }
  }

  restore(snapshot: Snapshot): void {
    snapshot.arrays.forEach((array, c) => {
      this.kept[c].array.set(array)
    })
    this.agreements = snapshot.agreements.copy()
    this.events.rows.length = 0
    for (const happening of snapshot.happenings) this.events.rows.push(happening)
  }

  private store(table: TablePlan, plan: WorldPlan): StoredTable {
    const arrays = new Map<string, ColumnArray>()
    const { columns } = table
    const n = table.keys.hi.length
    const view = new Rows(table)
    for (const [name, column] of columns) {
      const width = column.per
        ? (plan.tables.find((t) => t.name === column.per)?.keys.hi.length ?? 0)
        : 1
      const array = allocate(column, n * width)
      const given = table.given.get(name)
      if (given) array.set(given)
      this.kept.push({ array, given, initial: initialOf(column) })
      if (column.pulse) this.pulses.push({ array, initial: initialOf(column) })
      arrays.set(name, array)
      // Defined, not assigned: V8 makes a hash table of an object that is given many properties by computed names, and
      // every look at `actors.position` a search.
      Object.defineProperty(view, name, { value: array, enumerable: true })
    }
    return Object.assign(new Rows(table), { columns, arrays, view: view as Table })
  }

  private schedule(plan: WorldPlan): Agenda {
    const sorted = [...plan.assignments].sort((a, b) => a.day - b.day)
    const target = sorted.map(({ table, column }) => {
      const array = this.tables.get(table)?.arrays.get(column)
      if (!array)
        throw new Error(`The agenda names ${table}.${column}, which this world does not have.`)
      return array
    })
    return {
      n: sorted.length,
      day: Int32Array.from(sorted, (a) => a.day),
      target,
      at: Int32Array.from(sorted, (a) => a.at),
      value: Float64Array.from(sorted, (a) => a.value),
      announcements: [...plan.announcements].sort((a, b) => a.day - b.day),
    }
  }
}

/** The head of a table. It asks the plan for ids, so that those that nobody wants are never made. */
class Rows implements TableHead {
  declare readonly n: number
  declare readonly keys: RowKeys
  readonly #plan: TablePlan

  constructor(plan: TablePlan) {
    this.n = plan.keys.hi.length
    this.keys = plan.keys
    this.#plan = plan
  }

  get ids(): readonly string[] {
    return this.#plan.ids
  }
}

/** One array of the world, and what it holds on the first day: the given values, or one for all. */
interface Kept {
  readonly array: ColumnArray
  given: ColumnArray | undefined
  readonly initial: number
}

function targetOf(tie: MatrixTies | ListTies): ColumnArray | undefined {
  return 'target' in tie ? tie.target : undefined
}

function sameValues(a: ColumnArray, b: ColumnArray): boolean {
  for (let k = 0; k < a.length; k++) if (!Object.is(a[k], b[k])) return false
  return true
}

/** Position of the first value that is not this one, or −1. */
function firstOther(array: ColumnArray, value: number): number {
  for (let k = 0; k < array.length; k++) if (!Object.is(array[k], value)) return k
  return -1
}

/** The rows from 0 to n − 1 that are meant, in order. */
function rowsWhere(n: number, meant: (row: number) => boolean): Int32Array {
  let count = 0
  for (let i = 0; i < n; i++) if (meant(i)) count++
  const rows = new Int32Array(count)
  count = 0
  for (let i = 0; i < n; i++) if (meant(i)) rows[count++] = i
  return rows
}

/** Rows by the number that a column gives them, each group in order of rows. */
function groupRows(rows: Int32Array, by: ColumnArray): Map<number, Int32Array> {
  const counts = new Map<number, number>()
  for (const i of rows) counts.set(by[i], (counts.get(by[i]) ?? 0) + 1)
  const groups = new Map<number, Int32Array>()
  for (const [number, count] of counts) groups.set(number, new Int32Array(count))
  counts.clear()
  for (const i of rows) {
    const at = counts.get(by[i]) ?? 0
    const group = groups.get(by[i])
    if (group) group[at] = i
    counts.set(by[i], at + 1)
  }
  return groups
}

/** A copy of all that a world holds at the end of a tick. */
export interface Snapshot {
  readonly arrays: readonly ColumnArray[]
  readonly agreements: Ledger
  readonly happenings: readonly import('./events.js').Happening[]
}
