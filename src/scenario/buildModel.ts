import { Timeline } from '../calendar/index.js'
import type { Library } from '../contract/index.js'
import { type Instance, Model, type ModelPlan } from '../engine/index.js'
import { readDay } from './cell.js'
import type { ScenarioDocument } from './document.js'
import { Findings } from './findings.js'
import { takeInventory } from './inventory.js'
import { layAgenda, reportDate } from './layAgenda.js'
import { layTables } from './layTables.js'
import { fillParameters } from './parameters.js'
import { numberRows } from './rows.js'
import { stateBordersOf } from './stateBorders.js'
import { isTickRate, tickRates } from './tickRate.js'

/** Most ticks of a run: beyond, the recordings no longer fit the memory. */
const maxTicks = 200_000

/**
 * Makes a scenario ready to run: enabled mechanisms in the library's order, every parameter filled and frozen.
 * Needs nothing but the document and the library, so that a worker can call it.
 *
 * @throws {InputError} if the document does not fit the library; a loaded scenario's does
 */
export function buildModel(document: ScenarioDocument, library: Library): Model {
  return new Model(modelPlan(document, library))
}

/**
 * What the model of a scenario is made of.
 *
 * @throws {InputError} if the document does not fit the library
 */
export function modelPlan(document: ScenarioDocument, library: Library): ModelPlan {
  const findings = new Findings()
  const plan = planModel(document, library, findings)
  findings.throwIfAny()
  if (plan === undefined) throw new Error('A scenario without problems has a plan.')
  return plan
}

/**
 * The plan of a document that differs only in parameters of mechanisms from the one that `plan` was made of: tables
 * and agenda stay, which is most of the work.
 *
 * @throws {InputError} if a parameter has a value that cannot be
 */
export function withParameters(plan: ModelPlan, document: ScenarioDocument): ModelPlan {
  const findings = new Findings()
  const mechanisms = plan.mechanisms.map(({ mechanism }) => ({
    mechanism,
    parameters: fillParameters(mechanism, document.mechanisms[mechanism.name], findings),
  }))
  findings.throwIfAny()
  return { ...plan, mechanisms }
}

/**
 * What the model is made of. Everything that does not fit is reported; the plan then is of no use.
 *
 * @returns undefined if there is no time to run in
 */
export function planModel(
  document: ScenarioDocument,
  library: Library,
  findings: Findings,
): ModelPlan | undefined {
  const inventory = takeInventory(document, library, findings)
  const rows = numberRows(document, inventory)
  const tables = layTables(document, inventory, rows, findings)
  const agenda = layAgenda(document, inventory, rows, tables, findings)
  const timeline = layTimeline(document, findings)
  const mechanisms: Instance[] = []
  for (const mechanism of inventory.mechanisms) {
    const settings = document.mechanisms[mechanism.name]
    const parameters = fillParameters(mechanism, settings, findings)
    if (settings.enabled !== false) mechanisms.push({ mechanism, parameters })
  }
  if (timeline === undefined) return undefined
  const stateBorders = stateBordersOf(document)
  const world = { tables, ties: inventory.ties, ...agenda, stateBorders }
  return { timeline, world, mechanisms, measures: inventory.measures }
}

function layTimeline({ time }: ScenarioDocument, findings: Findings): Timeline | undefined {
  const [start, end] = (['start', 'end'] as const).map((key) => {
    const day = readDay(time[key])
    if (day === undefined) reportDate(time[key], ['time', key], findings)
    return day
  })
  const { ticksPerYear } = time
  const possible = isTickRate(ticksPerYear)
  if (!possible) {
    findings.add(['time', 'ticksPerYear'], `${ticksPerYear} ticks a year are not possible`, {
      expected: tickRates,
    })
  }
  if (start === undefined || end === undefined || !possible) return undefined
  if (end <= start) {
    findings.add(
      ['time', 'end'],
      `the end, ${time.end}, does not lie after the start, ${time.start}`,
    )
    return undefined
  }
  if (((end - start) / 365) * ticksPerYear > maxTicks) {
    findings.add(['time'], `the run has more than ${maxTicks} ticks`, {
      hint: 'Shorten the time, or take fewer ticks a year',
    })
    return undefined
  }
  return new Timeline(start, end, ticksPerYear)
}
