import {
  type Act,
  type Answer,
  answerOf,
  type Competence,
  competenceOf,
  type Form,
  type LegalSubject,
  type PartyKind,
  partyKinds,
  type Regime,
  verdicts,
} from '../../law/index.js'
import { actorKinds, never } from '../../world/index.js'
import { type LegalWorld, legalForms, legalKinds, legalSubjects } from './columns.js'
import { type LawBook, lawOf } from './lawBook.js'

/** What the law of one party's state says of its act, and under which rule. */
export interface Finding {
  readonly answer: Answer
  /** Row of the rule; −1 where the state acts in its own right. */
  readonly rule: number
}

/** Reads the law of a world, as it stands in this tick. */
export class Docket {
  private book: LawBook | undefined

  constructor(private readonly world: LegalWorld) {}

  /**
   * What the law says of a party's act on a day. With several partners abroad the strictest answer counts.
   *
   * @returns undefined where the party's state has no law in this world
   */
  find(agreement: number, party: number, day: number): Finding | undefined {
    const { agreements, regimes } = this.world
    const { columns: c } = agreements
    const actor = agreements.party(agreement, party)
    const own = this.stateOf(actor)
    const at = this.regimeRowOf(own)
    if (at < 0) return undefined
    const date = regimes.asOf[at] === never ? day : regimes.asOf[at]
    let strictest: Answer | undefined
    for (let p = 0; p < c.partyCount[agreement]; p++) {
      const other = agreements.party(agreement, p)
      const state = this.stateOf(other)
      if (p === party || state === own) continue
      const act: Act = {
        by: this.kindOf(actor),
        with: { kind: this.kindOf(other), neighbour: this.areNeighbours(own, state) },
        form: this.formOf(agreement),
        subject: this.subjectOf(c.issue[agreement]),
      }
      const { answer } = answerOf(
        this.law.regime(regimes.law[at]),
        this.sharedBy(own, state),
        act,
        date,
      )
      if (answer && (strictest === undefined || strictness(answer) > strictness(strictest)))
        strictest = answer
    }
    if (strictest === undefined) return undefined
    return { answer: strictest, rule: this.law.rowOfRule(strictest.rule?.id) }
  }

  /** Whose an issue is in a state's law on a day. */
  competence(state: number, issue: number, day: number): Competence | undefined {
    const at = this.regimeRowOf(state)
    if (at < 0) return undefined
    const { law, asOf } = this.world.regimes
    const date = asOf[at] === never ? day : asOf[at]
    return competenceOf(this.law.regime(law[at]), this.subjectOf(issue), date)
  }

  /** The state of a unit; a state is its own. */
  stateOf(actor: number): number {
    const own = this.world.actors.state[actor]
    return own < 0 ? actor : own
  }

  /** Laws above both states, in the order in which the first of them names them. */
  private sharedBy(a: number, b: number): Regime[] {
    const { regimes } = this.world
    const shared: Regime[] = []
    for (let r = 0; r < regimes.n; r++) {
      if (regimes.state[r] !== a || regimes.above[r] < 0) continue
      for (let s = 0; s < regimes.n; s++) {
        if (regimes.state[s] !== b || regimes.above[s] !== regimes.above[r]) continue
        shared.push(this.law.regime(regimes.above[r]))
        break
      }
    }
    return shared
  }

  /** The first row of a state says its own law; others may name more laws above it. */
  private regimeRowOf(state: number): number {
    const { regimes } = this.world
    for (let r = 0; r < regimes.n; r++) if (regimes.state[r] === state) return r
    return -1
  }

  /** Opened when first asked for: in most ticks of a small world nobody signs anything. */
  private get law(): LawBook {
    this.book ??= lawOf(this.world)
    return this.book
  }

  private kindOf(actor: number): PartyKind {
    const said = legalKinds[this.world.actors.legalKind[actor]]
    if (said !== 'unsaid') return said
    const kind = actorKinds[this.world.actors.kind[actor]]
    return partyKinds.find((k) => k === kind) ?? 'grouping'
  }

  private formOf(agreement: number): Form {
    const { agreements, instruments } = this.world
    const m = agreements.columns.instrument[agreement]
    const said = legalForms[instruments.legalForm[m]]
    if (said !== 'unsaid') return said
    if (instruments.binding[m] === 0) return 'memorandum'
    return instruments.level[m] === 1 ? 'treaty' : 'agreement'
  }

  private subjectOf(issue: number): LegalSubject {
    const said = legalSubjects[this.world.issues.legalSubject[issue]]
    return said === 'unsaid' ? 'general' : said
  }

  /** Two states touch where any of their units do, or they themselves. */
  private areNeighbours(a: number, b: number): boolean {
    const { borders } = this.world
    for (let row = 0; row < borders.n; row++) {
      const first = this.stateOf(borders.first[row])
      const second = this.stateOf(borders.second[row])
      if ((first === a && second === b) || (first === b && second === a)) return true
    }
    return false
  }
}

function strictness({ verdict }: Answer): number {
  return verdicts.indexOf(verdict)
}
