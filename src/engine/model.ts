import type { Timeline } from '../calendar/index.js'
import type { AnyMeasure, AnyMechanism, Parameters, ParameterValues } from '../contract/index.js'
import { World, type WorldPlan } from '../world/index.js'
import type { Run, RunOptions } from './run.js'
import { Simulation } from './simulation.js'

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
    const { timeline } = plan
    for (const { mechanism, parameters } of plan.mechanisms)
      mechanism.prepare?.(this.world, { dt: timeline.dt, timeline, parameters })
    this.world.settle()
  }

  /** A run at its first day. It takes over the model's world. */
  start(options: RunOptions): Simulation {
    return new Simulation(this.plan, this.world, options)
  }

  /**
   * One whole run.
   *
   * @throws {ModelError} when a mechanism puts a value outside its range
   */
  run(options: RunOptions): Run {
    return this.start(options).finish()
  }
}
