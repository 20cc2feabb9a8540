import { daysPerYear } from '../../calendar/index.js'
import type { Context } from '../../contract/index.js'
import type { Competence, StepKind } from '../../law/index.js'
import { log, logistic } from '../../numeric/index.js'
import { gateKinds } from '../../world/index.js'
import type { LegalWorld } from './columns.js'
import type { parameters } from './parameters.js'

export type Rules = Context<typeof parameters>['parameters']

const floor = gateKinds.indexOf('floor')
const executive = gateKinds.indexOf('executive')

/** Beyond this nobody waits: longer than any run. */
const farOff = 3_000_000

/** What each kind of step turns on: nothing, the centre, the unit's own assembly, or the parliaments of the state. */
const deciders: { readonly [S in StepKind]: 'nobody' | 'centre' | 'line' | 'own' | 'nation' } = {
  inform: 'nobody',
  consult: 'nobody',
  register: 'nobody',
  authorise: 'centre',
  'sign-federal': 'centre',
  countersign: 'centre',
  'through-federation': 'centre',
  'party-committee': 'line',
  'foreign-affairs-office': 'line',
  'assembly-vote': 'own',
  'own-parliament': 'own',
  'joint-assent': 'nation',
  'national-parliament': 'nation',
  'upper-house': 'nation',
}

/** A case before an organ, as far as the organ looks at it. */
export interface Matter {
  readonly step: StepKind
  /** The unit whose act it is, its state, and the issue. */
  readonly actor: number
  readonly state: number
  readonly issue: number
  /** +1 for an act toward action on the issue, −1 for one against. */
  readonly direction: number
  readonly competence: Competence | undefined
}

/**
 * Days until an organ takes a case up: exponential with the rate of its kind, slower the more cases wait before it.
 *
 * @param waiting other cases before the same organ
 * @param u a draw in [0, 1)
 */
export function daysToDecision(step: StepKind, waiting: number, rules: Rules, u: number): number {
  const decider = deciders[step]
  const rate =
    decider === 'nobody'
      ? rules.formalities
      : decider === 'own'
        ? rules.assemblies
        : decider === 'nation'
          ? rules.rate
          : rules.pace
  return waitOf(rate / (1 + rules.load * waiting), u)
}

/** Whole days until something that comes at a rate a year; far off if it never does. */
export function waitOf(rate: number, u: number): number {
  if (rate <= 0) return farOff
  return Math.min(farOff, Math.floor((-log(1 - u) / rate) * daysPerYear))
}

/**
 * Whether an organ lets a case pass. Nobody refuses to be informed. An assembly of the unit follows the unit's own
 * interest; the centre follows its line, and minds matters that are not the unit's alone; organs of a party that
 * rules follow the line without exception; parliaments of the state follow its gates where it has any, and else the
 * mean interest of its units.
 *
 * @param u a draw in [0, 1)
 */
export function letsPass(world: LegalWorld, matter: Matter, rules: Rules, u: number): boolean {
  const { n, actors } = world
  const { issue, direction, state, actor } = matter
  const line = actors.line[issue * n + state] * direction
  const minding = matter.competence === 'exclusive' ? 0 : matter.competence === 'shared' ? 0.5 : 1
  const decider = deciders[matter.step]
  switch (decider) {
    case 'nobody':
      return true
    case 'own':
      return passes(rules.ease + rules.interest * actors.position[issue * n + actor] * direction)
    case 'line':
    case 'centre':
      if (decider === 'line' && line < 0) return false
      return passes(rules.ease + rules.interest * line - rules.guard * minding)
    case 'nation': {
      const open = gatesOpen(world, state, issue)
      if (open !== undefined) return open
      return passes(rules.ease + rules.interest * meanSupport(world, matter))
    }
  }

  function passes(leaning: number): boolean {
    return u < logistic(leaning)
  }
}

/** Whether every floor would let it pass and the executive does not stand against; undefined without such gates. */
function gatesOpen(world: LegalWorld, state: number, issue: number): boolean | undefined {
  const { gates } = world
  let any: boolean | undefined
  for (const g of world.gatesOf(state)) {
    if (gates.kind[g] !== floor && gates.kind[g] !== executive) continue
    if (gates.open[issue * gates.n + g] === 0) return false
    any = true
  }
  return any
}

/** Mean support of a state's units for the act: by population in a parliament, each unit alike in a house of units. */
export function meanSupport(
  world: LegalWorld,
  { step, state, issue, direction }: Pick<Matter, 'state' | 'issue' | 'direction' | 'step'>,
): number {
  const { n, actors } = world
  let weights = 0
  let support = 0
  for (const i of world.unitsOf(state)) {
    const weight = step === 'upper-house' ? 1 : Math.max(1, actors.population[i])
    weights += weight
    support += weight * actors.position[issue * n + i] * direction
  }
  return weights > 0 ? support / weights : 0
}
