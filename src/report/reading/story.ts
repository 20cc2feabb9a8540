import type { ArchivedRun } from '../../archive/index.js'
import { Cast, type Gate, type Named } from './Cast.js'
import { type Occurrence, occurrencesOf, type Pact, pactsOf, twinsOf } from './chronicle.js'
import { type GateRecord, gateRecords } from './gateRecords.js'
import { Tracks } from './Tracks.js'

/** What became of one instrument. */
export interface InstrumentRecord extends Named {
  /** Agreements that were signed, in order of signature. */
  readonly signed: readonly Pact[]
}

/** A state's programme on an issue: when it became law, or that it did not. */
export interface LawRecord {
  readonly state: Named
  readonly issue: Named
  /** How it came; undefined if it did not. */
  readonly how: 'enacted' | 'ordered' | undefined
  /** NaN if it did not come. */
  readonly day: number
  readonly reason: string
  /** Sessions that ended before the bill had passed all gates. */
  readonly died: number
  /** The state's gates in order, with how long each held the bill. */
  readonly gates: readonly GateRecord[]
}

/** A run in the terms of its scenario. */
export interface Story {
  readonly run: ArchivedRun
  readonly cast: Cast
  readonly tracks: Tracks
  readonly occurrences: readonly Occurrence[]
  readonly pacts: readonly Pact[]
  /** Towns that are twinned at the end, pair by pair. */
  readonly twins: readonly (readonly [string, string])[]
  readonly instruments: readonly InstrumentRecord[]
  readonly laws: readonly LawRecord[]
  /** Announcements from outside the model. */
  readonly outside: readonly Occurrence[]
  /** Units' own programmes, in order. */
  readonly ownProgrammes: readonly Occurrence[]
  /** Ticks of agreements that centres ended. */
  readonly sanctions: readonly Occurrence[]
  readonly firstDay: number
  readonly lastDay: number
  /** The tick before the last law came, when most was at stake; the last one if none came. */
  readonly decisive: number
}

/** Reads a run as a story. */
export function storyOf(run: ArchivedRun): Story {
  const cast = new Cast(run.document)
  const tracks = new Tracks(run)
  const occurrences = occurrencesOf(run)
  const pacts = pactsOf(run)
  const of = (event: string) => occurrences.filter((o) => o.event === event)
  const laws = lawsOf(cast, tracks, occurrences)
  const lawTicks = laws.filter(({ how }) => how).map(({ day }) => tracks.tickWithin(day))
  return {
    run,
    cast,
    tracks,
    occurrences,
    pacts,
    twins: twinsOf(run),
    instruments: cast.instruments.map(({ id, title }) => {
      const mine = pacts.filter((p) => p.instrument === id && !Number.isNaN(p.signed))
      const signed = mine.sort((a, b) => a.signed - b.signed)
      return { id, title, signed }
    }),
    laws,
    outside: of('exogenous'),
    ownProgrammes: of('ownProgramme'),
    sanctions: of('sanction'),
    firstDay: tracks.timeline.startDay,
    lastDay: tracks.timeline.endDay,
    decisive: lawTicks.length > 0 ? Math.max(0, Math.max(...lawTicks) - 1) : tracks.n - 1,
  }
}

/** One record for each state that has gates, or got a law all the same. */
function lawsOf(cast: Cast, tracks: Tracks, occurrences: readonly Occurrence[]): LawRecord[] {
  return cast.issues.flatMap((issue) =>
    cast.states.flatMap((state) => {
      const mine = occurrences.filter((o) => o.actor === state.id && o.issue === issue.id)
      const law = mine.find(({ event }) => event === 'policyEnacted' || event === 'policyOrdered')
      const path: readonly Gate[] = cast.gates.filter((gate) => gate.state === state.id)
      const gates = gateRecords(tracks, path, issue.id)
      if (law === undefined && gates.length === 0) return []
      return [
        {
          state,
          issue,
          how: law && (law.event === 'policyEnacted' ? 'enacted' : 'ordered'),
          day: law?.day ?? NaN,
          reason: law?.reason ?? '',
          died: mine.filter(({ event }) => event === 'billDied').length,
          gates,
        } satisfies LawRecord,
      ]
    }),
  )
}
