import type { Gate } from './Cast.js'
import type { Tracks } from './Tracks.js'

export type GateStatus = 'open' | 'closed' | 'holding'

/** Ticks from `from` to before `to` in which a gate stood the same. */
export interface Spell {
  readonly status: GateStatus
  readonly from: number
  readonly to: number
}

/** One gate's part in a run. */
export interface GateRecord extends Gate {
  readonly spells: readonly Spell[]
  /** Years for which the bill waited there while the gate was closed. */
  readonly yearsHolding: number
  /** Share of the run in which it was closed. */
  readonly closed: number
  /** The longest wait. */
  readonly longest: Spell | undefined
}

/** The record of each gate that was measured, in the order given. */
export function gateRecords(tracks: Tracks, gates: readonly Gate[], issue: string): GateRecord[] {
  return gates.flatMap((gate) => {
    const open = tracks.find('gateOpen', gate.id, issue)
    if (open === undefined) return []
    const holding = tracks.find('holding', gate.id, issue)
    const spells: Spell[] = []
    for (let tick = 0; tick < open.length; tick++) {
      const status = holding?.[tick] === 1 ? 'holding' : open[tick] === 1 ? 'open' : 'closed'
      const last = spells[spells.length - 1]
      if (last?.status === status) spells[spells.length - 1] = { ...last, to: tick + 1 }
      else spells.push({ status, from: tick, to: tick + 1 })
    }
    const waits = spells.filter(({ status }) => status === 'holding')
    const ticks = waits.reduce((sum, { from, to }) => sum + to - from, 0)
    const shut = spells.reduce((sum, s) => sum + (s.status === 'open' ? 0 : s.to - s.from), 0)
    const [longest] = [...waits].sort((a, b) => b.to - b.from - (a.to - a.from))
    return [
      {
        ...gate,
        spells,
        yearsHolding: ticks * tracks.timeline.dt,
        closed: open.length === 0 ? 0 : shut / open.length,
        longest,
      },
    ]
  })
}
