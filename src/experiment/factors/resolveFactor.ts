import type { FactorHead } from '../../archive/index.js'
import { InputError, quote } from '../../diagnostics/index.js'
import type { Cell, ResolvedSetting, Settings } from '../../scenario/index.js'
import type { Domain, Factor } from './Factor.js'
import type { WrittenFactor } from './writtenFactor.js'

/**
 * A factor as it was written, with what the scenario knows of it: every value is made sure to be possible.
 *
 * @param label where it was written, for messages
 * @throws InputError if the path leads nowhere, a value cannot be there, or there is nothing to vary
 */
export function resolveFactor(
  id: string,
  written: WrittenFactor,
  settings: Settings,
  label: string,
): Factor {
  const refuse = (message: string, expected?: string) =>
    new InputError({ file: label, message: `${id}: ${message}`, expected })
  const { values, from, to, scale = 'linear', steps } = written
  if (values !== undefined) {
    if (from !== undefined || to !== undefined || steps !== undefined)
      throw refuse('it has both a list of values and a range', 'one of the two')
    return listFactor(id, values, written, settings, label)
  }
  const known = ownDomain(id, settings, label)
  if (from === undefined && to === undefined) {
    if (known === undefined)
      throw refuse('it has no range of its own', 'from and to, or a list of values')
    if (known.kind === 'list') return listFactor(id, known.values, written, settings, label)
  }
  const own = known?.kind === 'range' ? known : undefined
  const low = from ?? own?.low
  const high = to ?? own?.high
  if (low === undefined || high === undefined) throw refuse('its range has one end', 'from and to')
  if (!(low < high)) throw refuse(`its range from ${low} to ${high} holds nothing`, 'from < to')
  if (scale === 'log' && low <= 0)
    throw refuse(`a log scale cannot begin at ${low}`, 'a lower end above 0')
  const lower = settings.read(id, low, label)
  settings.read(id, high, label)
  if (typeof lower.value !== 'number') throw refuse('it is not a number', 'a list of values')
  if (lower.whole && written.whole === false)
    throw refuse('it takes whole numbers alone', 'whole: true, or nothing')
  const whole = written.whole ?? lower.whole ?? false
  if (whole && !(Number.isInteger(low) && Number.isInteger(high)))
    throw refuse(`whole numbers cannot range from ${low} to ${high}`, 'whole ends')
  const domain: Domain = { kind: 'range', low, high, scale, whole, steps }
  return {
    ...headOf(id, lower, whole ? 'integer' : 'number', written),
    range: [low, high],
    scale,
    domain,
  }
}

function listFactor(
  id: string,
  values: readonly Cell[],
  written: WrittenFactor,
  settings: Settings,
  label: string,
): Factor {
  const settled = values.map((value) => settings.read(id, value, label))
  const cells = settled.map(({ value }) => value)
  const twice = cells.find((value, k) => cells.indexOf(value) !== k)
  if (twice !== undefined) {
    throw new InputError({
      file: label,
      message: `${id}: the value ${quote(String(twice))} is there twice`,
      expected: 'each value once; for more runs of it, more replications',
    })
  }
  const kind = cells.every((value) => typeof value === 'number')
    ? cells.every(Number.isInteger)
      ? 'integer'
      : 'number'
    : cells.every((value) => typeof value === 'boolean')
      ? 'switch'
      : 'category'
  return {
    ...headOf(id, settled[0], kind, written),
    values: cells,
    domain: { kind: 'list', values: cells },
  }
}

function headOf(
  id: string,
  { path, parameter, present }: ResolvedSetting,
  kind: FactorHead['kind'],
  { name }: WrittenFactor,
) {
  return {
    id,
    title: titleOf(id, path, parameter?.meaning),
    unit: parameter?.type === 'number' ? parameter.unit : '1',
    kind,
    path,
    ...(name === undefined ? {} : { name }),
    ...(present === undefined ? {} : { present }),
  }
}

/** Every mechanism has an `enabled`: its title names the mechanism, lest two factors be called the same. */
function titleOf(id: string, path: readonly string[], meaning = id): string {
  return path[0] === 'mechanisms' && path[2] === 'enabled' ? `mechanism ${path[1]}` : meaning
}

/** What a parameter itself says that it may plausibly be. */
function ownDomain(id: string, settings: Settings, label: string): Domain | undefined {
  const parameter = settings.parameterAt(id)
  if (parameter === undefined) {
    // A path that leads nowhere is told so here.
    settings.find(id, label)
    return undefined
  }
  if (parameter.type === 'switch') return { kind: 'list', values: [true, false] }
  if (parameter.type === 'choice') return { kind: 'list', values: parameter.values }
  const [low, high] = parameter.range
  return { kind: 'range', low, high, scale: 'linear', whole: false }
}
