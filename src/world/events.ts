/** One thing that happened. Rows of actors, gates, agreements and issues; −1 where none is concerned. */
export interface Happening {
  /** What happened, camelCase: `signed`, `policyEnacted`, `gateClosed`, … */
  readonly type: string
  readonly day: number
  readonly tick: number
  /** The mechanism that did it. */
  readonly mechanism: string
  readonly actor: number
  readonly other: number
  readonly agreement: number
  readonly gate: number
  readonly issue: number
  readonly value: number
  /** Why, in plain words. */
  readonly reason: string
}

export type HappeningDetail = Partial<
  Pick<Happening, 'actor' | 'other' | 'agreement' | 'gate' | 'issue' | 'value' | 'reason' | 'day'>
>

/** What happened in a run, in order. Rare beside the tick's arithmetic, hence plain objects. */
export class EventLog {
  readonly rows: Happening[] = []
  tick = 0
  day = 0
  mechanism = ''

  add(type: string, detail: HappeningDetail): void {
    this.rows.push({
      type,
      tick: this.tick,
      day: detail.day ?? this.day,
      mechanism: this.mechanism,
      actor: detail.actor ?? -1,
      other: detail.other ?? -1,
      agreement: detail.agreement ?? -1,
      gate: detail.gate ?? -1,
      issue: detail.issue ?? -1,
      value: detail.value ?? 0,
      reason: detail.reason ?? '',
    })
  }
}
