import type { Timeline } from '../calendar/index.js'
import type { AnyMeasure, AnyMechanism, Parameters, ParameterValues } from '../contract/index.js'
import { Draws, deriveKey } from '../random/index.js'
import { World, type WorldPlan } from '../world/index.js'
import { guard } from './guard.js'
import { Recorder } from './recorder.js'
import type { Run, RunOptions } from './run.js'

/** A mechanism with the parameter values that the scenario gives it. */
export interface Instance {
  readonly mechanism: AnyMechanism
  readonly parameters: ParameterValues<Parameters>
}

/** What a model is made of: when, what, by which theories, and what is observed. */
export interface ModelPlan {
  readonly timeline: Timeline
  readonly world: WorldPlan
  readonly mechanisms: readonly Instance[]
  readonly measures: readonly AnyMeasure[]
}

/** What a step is told; one object a mechanism and run, its clock moved on by the engine. */
interface Clock {
  tick: number
  day: number
}

/**
 * A scenario made ready to run. One model runs many seeds; its world is allocated once and reset for each, so a run
 * must be read before the next begins.
 */
export class Model {
  readonly plan: ModelPlan
  readonly world: World

  constructor(plan: ModelPlan) {
    this.plan = plan
    this.world = new World(plan.world)
  }

  /**
   * One run. For each tick, for each mechanism in order: step; then record.
   *
   * @throws {ModelError} when a mechanism puts a value outside its range
   */
  run(options: RunOptions): Run {
    const { world } = this
    const { timeline, mechanisms, measures } = this.plan
    const ticks = options.ticks ?? timeline.n
    const steps = mechanisms.map((instance) => this.bind(instance, options))
    const recorder = new Recorder(world, measures, ticks)

    world.reset()
    for (const { mechanism, context } of steps) mechanism.setup?.(world, context)
    for (let tick = 0; tick < ticks; tick++) {
      world.events.tick = tick
      world.events.day = timeline.start(tick)
      world.clearPulses()
      for (const { mechanism, context, clock, draws } of steps) {
        clock.tick = tick
        clock.day = world.events.day
        draws.setTick(tick)
        world.events.mechanism = mechanism.name
        mechanism.step(world, context)
        guard(world, mechanism, tick)
      }
      recorder.record(tick, world.events.day, timeline.dt)
      options.afterTick?.(world, tick)
    }
    return { options, ticks, timeline, world, recordings: recorder.recordings }
  }

  private bind({ mechanism, parameters }: Instance, { seed, replicate }: RunOptions) {
    const draws = new Draws(deriveKey(seed, replicate ?? 0, mechanism.name), this.world.actors.keys)
    const clock: Clock = { tick: 0, day: this.plan.timeline.start(0) }
    const context = Object.assign(clock, {
      dt: this.plan.timeline.dt,
      timeline: this.plan.timeline,
      draws,
      parameters,
      events: this.world.events,
    })
    return { mechanism, context, clock, draws }
  }
}
