import type { AnyMechanism, Context, Parameters } from '../contract/index.js'
import { Draws, deriveKey } from '../random/index.js'
import type { Snapshot, World } from '../world/index.js'
import { type Guarded, guard, guardedColumns } from './guard.js'
import type { ModelPlan } from './plan.js'
import { type Layout, layOut, Recorder } from './recorder.js'
import type { Run, RunOptions } from './run.js'

/** A mechanism in a model: its own chance, its own clock, and what the guard looks at. */
interface Step {
  readonly mechanism: AnyMechanism
  readonly move: Move
  readonly watch: Watch
  readonly context: Clock & { readonly draws: Draws }
}

type Clock = { -readonly [K in keyof Context<Parameters>]: Context<Parameters>[K] }

/** A mechanism's step in this world. */
type Move = (context: Context<Parameters>) => void

/** The columns that the guard looks at for a mechanism: on the first day, and after each step. */
interface Watch {
  readonly once: readonly Guarded[]
  readonly always: readonly Guarded[]
}

/**
 * What all runs of a model share: worked out once. A run gives each step its key and its time; with objects of its own V8
 * would throw away, run for run, what it has compiled for those of the run before.
 */
export interface Groundwork {
  readonly steps: readonly Step[]
  readonly layouts: readonly Layout[]
}

export function groundwork(
  { mechanisms, measures, timeline }: ModelPlan,
  world: World,
): Groundwork {
  const steps = mechanisms.map(({ mechanism, parameters }) => ({
    mechanism,
    move: moveIn(world, mechanism),
    watch: {
      once: guardedColumns(world, mechanism, true),
      always: guardedColumns(world, mechanism),
    },
    context: {
      tick: 0,
      day: timeline.start(0),
      dt: timeline.dt,
      timeline,
      draws: new Draws({ hi: 0, lo: 0 }, world.actors.keys),
      parameters,
      events: world.events,
    },
  }))
  return { steps, layouts: layOut(world, measures, timeline) }
}

function moveIn(world: World, mechanism: AnyMechanism): Move {
  if (!mechanism.stepIn) return (context) => mechanism.step?.(world, context)
  const move = mechanism.stepIn(world)
  if (typeof move !== 'function')
    throw new Error(`Mechanism "${mechanism.name}": "stepIn" does not return a step.`)
  return move
}

/** A run in the making, at the end of some tick. */
export interface Branch {
  readonly tick: number
  readonly world: Snapshot
  readonly recorded: readonly Float64Array[]
}

/** The tick: for each mechanism in order, step; then record. */
export class Simulation {
  readonly ticks: number
  #tick = 0
  private readonly steps: readonly Step[]
  private readonly recorder: Recorder

  /** A run before its first day: it is to `begin`, or to `goOnFrom` a branch. */
  constructor(
    private readonly plan: ModelPlan,
    private readonly world: World,
    { steps, layouts }: Groundwork,
    private readonly options: RunOptions,
  ) {
    const { seed, replicate = 0, future = 0 } = options
    this.ticks = options.ticks ?? plan.timeline.n
    this.steps = steps
    for (const { mechanism, context } of steps) {
      context.tick = 0
      context.day = plan.timeline.start(0)
      context.draws.turnTo(deriveKey(seed, replicate, mechanism.name, future))
    }
    this.recorder = new Recorder(world, layouts, this.ticks, plan.timeline)
  }

  /** The first day. */
  begin(): void {
    const { world } = this
    world.reset()
    for (const { mechanism, watch, context } of this.steps) {
      // Before the first tick: what is drawn once must not share an address with a tick's draws.
      context.draws.setTick(-1)
      world.scratch.clear()
      mechanism.setup?.(world, context)
      guard(watch.once, mechanism, 0)
    }
  }

  /** The day after a branch was taken from a run of the same plan. */
  goOnFrom(branch: Branch): void {
    this.#tick = branch.tick
    this.world.restore(branch.world)
    this.recorder.paste(branch.recorded)
  }

  /** Ticks that are done. */
  get tick(): number {
    return this.#tick
  }

  /** Moves the world by one tick. */
  step(): void {
    const { world } = this
    const tick = this.#tick
    const day = this.plan.timeline.start(tick)
    world.events.tick = tick
    world.events.day = day
    world.clearPulses()
    for (const { mechanism, move, watch, context } of this.steps) {
      context.tick = tick
      context.day = day
      context.draws.setTick(tick)
      world.events.mechanism = mechanism.name
      world.scratch.clear()
      move(context)
      guard(watch.always, mechanism, tick)
      this.options.afterStep?.(world, mechanism.name, tick)
    }
    this.recorder.record(tick, day, this.plan.timeline.dt)
    this.options.afterTick?.(world, tick)
    this.#tick++
  }

  /** Goes on to the last tick. */
  finish(): Run {
    while (this.#tick < this.ticks) this.step()
    return this.end()
  }

  /** Ends here: the run as far as it has come. */
  end(): Run {
    const { options, world, recorder } = this
    const recordings = recorder.until(this.#tick)
    return { options, ticks: this.#tick, timeline: this.plan.timeline, world, recordings }
  }

  /** The run as it stands. Branches from a common past share it, and their chance, unless a `future` is named. */
  branch(): Branch {
    return {
      tick: this.#tick,
      world: this.world.snapshot(),
      recorded: this.recorder.copy(this.#tick),
    }
  }
}
