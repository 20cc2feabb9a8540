import { never } from './column.js'

/** Where an agreement stands, in the order of its life. */
export const agreementStatuses = [
  'proposed',
  'declined',
  'consented',
  'underReview',
  'refused',
  'inForce',
  'expired',
  'terminated',
] as const

export type AgreementStatus = (typeof agreementStatuses)[number]

/** How a centre answers an act of one of its units (Soldatos 1990; Michelmann and Soldatos 1990). */
export const centralResponses = ['none', 'tolerate', 'coordinate', 'coOpt', 'sanction'] as const

export type CentralResponse = (typeof centralResponses)[number]

/**
 * How an act of a party passed the law of the party's own state: it has not yet, no step was needed, every step was
 * decided for it, a deadline passed in silence, or it went ahead against the law.
 */
export const legalPaths = ['none', 'free', 'approved', 'silence', 'breach'] as const

export type LegalPath = (typeof legalPaths)[number]

export const legalPath = Object.fromEntries(legalPaths.map((name, at) => [name, at])) as {
  readonly [K in LegalPath]: number
}

export const status = Object.fromEntries(agreementStatuses.map((name, at) => [name, at])) as {
  readonly [K in AgreementStatus]: number
}

const fields = {
  instrument: Int32Array,
  issue: Int32Array,
  status: Int32Array,
  /** Day numbers; `never` where it did not come. */
  proposedOn: Int32Array,
  signedOn: Int32Array,
  inForceOn: Int32Array,
  endsOn: Int32Array,
  /** Cut that each party promises, as a share of its starting emissions. */
  commitment: Float64Array,
  /** Political effect, relative to a full agreement in force. */
  effect: Float64Array,
  /** Utility of the tie to either side, before chance (logit). */
  appeal: Float64Array,
  /** Row of the act that the law did not let pass and that this one replaces informally; −1 for none. */
  insteadOf: Int32Array,
  /** How lively it is: 0 asleep, 1 as usual. */
  contact: Float64Array,
  /** What it has brought each party and is still felt (1 is a year of usual contact). */
  benefit: Float64Array,
  /** Years until its term ends, once in force; 0 where the instrument says it. */
  term: Float64Array,
  /** Times that it has been renewed. */
  renewals: Int32Array,
  /** Outside money for the whole of its term, in euros, and the row of the call that gave it; 0 and −1 for none. */
  grant: Float64Array,
  call: Int32Array,
  /** First of this agreement's rows in the parties' columns, and their number. */
  firstParty: Int32Array,
  partyCount: Int32Array,
} as const

const partyFields = {
  actor: Int32Array,
  /** 1 once the party has agreed. */
  consent: Uint8Array,
  /** 1 once the law of the party's own state is satisfied. */
  cleared: Uint8Array,
  /** Row of the rule of law that the party's act falls under; −1 before it is known, or where there is none. */
  rule: Int32Array,
  /** Row of the step of law that the act waits at; −1 if it waits at none. */
  step: Int32Array,
  /** Day on which that step was opened, on which its organ will act, and by which it must; `never` for none. */
  opened: Int32Array,
  acts: Int32Array,
  due: Int32Array,
  /** Position in `legalPaths`. */
  path: Uint8Array,
  /** Position in `centralResponses`: how the party's own centre answered. */
  response: Uint8Array,
  /** Weight of the agreement in what the party's own centre hears: 1 full, less when co-opted. */
  voice: Float64Array,
} as const

type FieldArrays<F> = {
  -readonly [K in keyof F]: F[K] extends new (n: number) => infer A ? A : never
}

/** Rows of the ledger: the first `n` of `rows`. */
export interface LedgerRows {
  readonly n: number
  readonly rows: Int32Array
}

export interface Proposal {
  readonly instrument: number
  readonly issue: number
  readonly day: number
  readonly parties: readonly number[]
  readonly commitment: number
  readonly effect: number
  readonly appeal: number
  /** Row of the act that it replaces informally. Default −1: none. */
  readonly insteadOf?: number
  /** Outside money, in euros, and the row of the call that gives it. Default none. */
  readonly grant?: number
  readonly call?: number
  /** Years until its term ends, once in force. Default 0: as the instrument says. */
  readonly term?: number
}

/**
 * The ledger of agreements: one row each, from proposal to end, never deleted. Columns grow by doubling, so take
 * them anew from the ledger in every step. The parties of row `a` are the rows `firstParty[a]` to
 * `firstParty[a] + partyCount[a] − 1` of `parties`.
 */
export class Ledger {
  n = 0
  partyRows = 0
  columns: FieldArrays<typeof fields>
  parties: FieldArrays<typeof partyFields>

  /** Rows whose life may not be over yet, in their order, and how many rows have been looked at. */
  private readonly alive = { n: 0, rows: new Int32Array(0) }
  private listed = 0
  private calls = 0

  /** What finds the agreements of a pair, worked out from the rows when asked; all rows are kept plus one. */
  private latest = new Int32Array(1)
  private earlier = new Int32Array(0)
  private chained = 0

  constructor(capacity = 64) {
    this.columns = build(fields, capacity)
    this.parties = build(partyFields, capacity * 2)
  }

  /** Enters a proposal made by its first party, which thereby consents. Returns its row. */
  propose(proposal: Proposal): number {
    const row = this.n
    if (row === this.columns.status.length) this.columns = grow(fields, this.columns, row * 2)
    while (this.partyRows + proposal.parties.length > this.parties.actor.length) {
      this.parties = grow(partyFields, this.parties, this.parties.actor.length * 2)
    }
    const c = this.columns
    c.instrument[row] = proposal.instrument
    c.issue[row] = proposal.issue
    c.status[row] = status.proposed
    c.proposedOn[row] = proposal.day
    c.signedOn[row] = never
    c.inForceOn[row] = never
    c.endsOn[row] = never
    c.commitment[row] = proposal.commitment
    c.effect[row] = proposal.effect
    c.appeal[row] = proposal.appeal
    c.insteadOf[row] = proposal.insteadOf ?? -1
    c.contact[row] = 1
    c.benefit[row] = 0
    c.term[row] = proposal.term ?? 0
    c.renewals[row] = 0
    c.grant[row] = proposal.grant ?? 0
    c.call[row] = proposal.call ?? -1
    c.firstParty[row] = this.partyRows
    c.partyCount[row] = proposal.parties.length
    proposal.parties.forEach((actor, at) => {
      const p = this.partyRows + at
      this.parties.actor[p] = actor
      this.parties.consent[p] = at === 0 ? 1 : 0
      this.parties.cleared[p] = 0
      this.parties.rule[p] = -1
      this.parties.step[p] = -1
      this.parties.opened[p] = never
      this.parties.acts[p] = never
      this.parties.due[p] = never
      this.parties.path[p] = 0
      this.parties.response[p] = 0
      this.parties.voice[p] = 1
    })
    this.partyRows += proposal.parties.length
    this.n = row + 1
    return row
  }

  /** Signs an agreement that all its parties have negotiated together. */
  conclude(row: number, day: number): void {
    this.columns.status[row] = status.consented
    this.columns.signedOn[row] = day
    const first = this.columns.firstParty[row]
    this.parties.consent.fill(1, first, first + this.columns.partyCount[row])
  }

  /**
   * The agreements whose life is not over, in the order of their rows: what a step has to go through, as most rows of a
   * long run have ended. A few that have ended may still be among them, so look at the status; what is proposed
   * meanwhile is not. The same object every time: good until the next call.
   */
  living(): LedgerRows {
    const { alive } = this
    const { status: stands } = this.columns
    if (alive.rows.length < this.n) {
      const longer = new Int32Array(stands.length)
      longer.set(alive.rows.subarray(0, alive.n))
      alive.rows = longer
    }
    if (this.calls++ % callsBetweenSweeps === 0) {
      let kept = 0
      for (let k = 0; k < alive.n; k++) {
        const row = alive.rows[k]
        if (!isOver(stands[row])) alive.rows[kept++] = row
      }
      alive.n = kept
    }
    for (; this.listed < this.n; this.listed++) {
      if (!isOver(stands[this.listed])) alive.rows[alive.n++] = this.listed
    }
    return alive
  }

  /** The actor that is the given party of an agreement (0 is the one that proposed it). */
  party(row: number, at: number): number {
    return this.parties.actor[this.columns.firstParty[row] + at]
  }

  /** Whether an agreement of this instrument and issue between these two is in force or on its way. */
  holds(instrument: number, issue: number, a: number, b: number): boolean {
    const { columns: c, parties } = this
    this.chain()
    for (let row = this.latest[this.slot(a, b)] - 1; row >= 0; row = this.earlier[row] - 1) {
      if (c.instrument[row] !== instrument || c.issue[row] !== issue) continue
      if (isOver(c.status[row])) continue
      const first = parties.actor[c.firstParty[row]]
      const second = parties.actor[c.firstParty[row] + 1]
      if ((first === a && second === b) || (first === b && second === a)) return true
    }
    return false
  }

  /** Brings the chains up to date: rows whose first two parties share a slot, the latest first. */
  private chain(): void {
    const capacity = this.columns.status.length
    if (this.earlier.length !== capacity) {
      this.earlier = new Int32Array(capacity)
      let slots = 1
      while (slots <= capacity) slots *= 2
      this.latest = new Int32Array(slots)
      this.chained = 0
    }
    for (; this.chained < this.n; this.chained++) {
      const row = this.chained
      if (this.columns.partyCount[row] < 2) continue
      const slot = this.slot(this.party(row, 0), this.party(row, 1))
      this.earlier[row] = this.latest[slot]
      this.latest[slot] = row + 1
    }
  }

  /** Where the chain of a pair begins, whichever of the two comes first. */
  private slot(a: number, b: number): number {
    const mixed = Math.imul(a < b ? a : b, 0x9e3779b1) + Math.imul(a < b ? b : a, 0x85ebca6b)
    return (mixed ^ (mixed >>> 15)) & (this.latest.length - 1)
  }

  clear(): void {
    this.n = 0
    this.partyRows = 0
    this.alive.n = 0
    this.listed = 0
    this.chained = 0
    this.latest.fill(0)
  }

  copy(): Ledger {
    const other = new Ledger(0)
    other.n = this.n
    other.partyRows = this.partyRows
    other.columns = grow(fields, this.columns, this.columns.status.length)
    other.parties = grow(partyFields, this.parties, this.parties.actor.length)
    return other
  }
}

/** To look at each row anew whenever somebody asks would cost as much as to go through the rows. */
const callsBetweenSweeps = 8

/** Whether the life of an agreement of this status is over. */
export function isOver(s: number): boolean {
  return (
    s === status.declined || s === status.refused || s === status.expired || s === status.terminated
  )
}

function build<F extends Record<string, new (n: number) => Float64Array | Int32Array | Uint8Array>>(
  of: F,
  capacity: number,
): FieldArrays<F> {
  return Object.fromEntries(
    Object.entries(of).map(([name, type]) => [name, new type(capacity)]),
  ) as FieldArrays<F>
}

function grow<F extends Record<string, new (n: number) => Float64Array | Int32Array | Uint8Array>>(
  of: F,
  old: FieldArrays<F>,
  capacity: number,
): FieldArrays<F> {
  const wider = build(of, capacity)
  for (const name of Object.keys(of) as (keyof F)[]) {
    ;(wider[name] as Float64Array).set(old[name] as Float64Array)
  }
  return wider
}
