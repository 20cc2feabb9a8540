import { World } from '../world/index.js'
import type { ModelPlan } from './plan.js'
import type { Run, RunOptions } from './run.js'
import { type Branch, type Groundwork, groundwork, Simulation } from './simulation.js'

/**
 * A scenario made ready to run. One model runs many seeds; its world is allocated once and reset for each, so a run
 * must be read before the next begins.
 */
export class Model {
  readonly plan: ModelPlan
  readonly world: World
  private readonly groundwork: Groundwork

  constructor(plan: ModelPlan) {
    this.plan = plan
    this.world = new World(plan.world)
    const { timeline } = plan
    for (const { mechanism, parameters } of plan.mechanisms)
      mechanism.prepare?.(this.world, { dt: timeline.dt, timeline, parameters })
    this.world.settle()
    this.groundwork = groundwork(plan, this.world)
  }

  /** A run at its first day. It takes over the model's world. */
  start(options: RunOptions): Simulation {
    const simulation = new Simulation(this.plan, this.world, this.groundwork, options)
    simulation.begin()
    return simulation
  }

  /** Goes on from a branch of a run of the same plan. It too takes over the model's world. */
  resume(branch: Branch, options: RunOptions): Simulation {
    const simulation = new Simulation(this.plan, this.world, this.groundwork, options)
    simulation.goOnFrom(branch)
    return simulation
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
