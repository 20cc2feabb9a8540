import type { SensitivityOutcome, SensitivityResult } from '../../../archive/index.js'
import { indexQuantity, ranked } from '../../experiments/sensitivityAnswer.js'
import type { AnyManifest } from '../../methods/common.js'
import { shownValue, titled } from '../../reading/quantity.js'
import { listed, percent } from '../../reading/words.js'
import { textWidth } from '../../render/textWidth.js'
import { ink } from '../../render/theme.js'
import { brief, colourScale, dashScale, round } from '../axes.js'
import { frame } from '../frame.js'
import type { Picture } from '../Picture.js'
import { spread } from '../spread.js'
import { tickFormat, ticksOver } from './scales.js'
import { experimentSource, fileName } from './source.js'

const height = 280
const width = 460
/** Factors that get a colour and a name; the others are grey. */
const named = 6

/** Each factor's index after a part of the sample: does it settle? */
export function convergencePicture(
  result: SensitivityResult,
  outcome: SensitivityOutcome,
  manifest: AnyManifest,
): Picture | undefined {
  const { convergence } = outcome
  if (convergence.length < 2) return undefined
  const quantity = indexQuantity(outcome)
  const index = result.method === 'morris' ? 'mu*' : 'total index'
  const unit = result.method === 'morris' ? 'trajectories' : 'base points'
  const order = ranked(result, outcome).filter(({ factor }) =>
    convergence.some(({ values }) => (values[factor] ?? null) !== null),
  )
  const line = (factor: number, name: string) =>
    convergence.map(({ n, values }) => {
      const value = values[factor] ?? null
      return { n, index: value === null ? null : brief(value * quantity.factor), factor: name }
    })
  const first = order.slice(0, named)
  const rest = order.slice(named)
  const domain = first.map(({ title }) => title)
  const coloured = first.flatMap(({ factor, title }) => line(factor, title))
  const grey = rest.flatMap(({ factor, title }) => line(factor, title))
  const ticks = ticksOver([0, ...[...coloured, ...grey].map((p) => p.index)])
  const [low, high] = [ticks[0], ticks[ticks.length - 1]]
  const last = convergence[convergence.length - 1]
  const ends = first.map(({ factor }) => {
    const value = last.values[factor] ?? null
    return value === null ? low : value * quantity.factor
  })
  const places = spread(
    ends.map((v) => height - ((v - low) / (high - low)) * height),
    15,
  )
  const colours = colourScale(domain).range as readonly string[]
  const x = {
    field: 'n',
    type: 'quantitative',
    scale: { domain: [convergence[0].n, last.n], nice: false, zero: false },
    axis: { title: unit, format: ',d', values: convergence.map(({ n }) => n) },
  } as const
  const y = {
    field: 'index',
    type: 'quantitative',
    scale: { domain: [low, high], nice: false },
    axis: { title: titled(index, quantity), values: ticks, format: tickFormat(ticks) },
  } as const
  const title = `Do the indices of ${outcome.outcome.title} settle?`
  const moved = first.flatMap(({ factor, title: name }) => {
    const [before, after] = [convergence[convergence.length - 2], last].map(
      ({ values }) => values[factor] ?? null,
    )
    if (before === null || after === null || after === 0) return []
    return [`${name} by ${percent(Math.abs(after / before - 1))}`]
  })
  const description = `From ${convergence[convergence.length - 2].n} to ${last.n} ${unit} the ${index} of the largest factors moves: ${listed(moved)}.`
  const spec = frame({
    title,
    subtitle: `The ${index} of each factor after a part of the sample. Lines that are level at the right have settled; lines that still cross have not.`,
    source: experimentSource('sensitivity', manifest, result.runs),
    width: width + 200,
    description,
    panels: [
      {
        width,
        height,
        layer: [
          {
            data: { values: grey },
            mark: { type: 'line', strokeWidth: 1.2, color: ink.line },
            encoding: { x, y, detail: { field: 'factor', type: 'nominal' } },
          },
          {
            data: { values: coloured },
            mark: { type: 'line', point: false },
            encoding: {
              x,
              y,
              color: { field: 'factor', type: 'nominal', scale: colourScale(domain), legend: null },
              strokeDash: {
                field: 'factor',
                type: 'nominal',
                scale: dashScale(domain),
                legend: null,
              },
            },
          },
          ...domain.map((name, k) => ({
            data: { values: [{ text: shortened(name, 220) }] },
            mark: {
              type: 'text',
              align: 'left',
              baseline: 'middle',
              x: width + 8,
              y: round(places[k], 1),
              color: colours[k],
            },
            encoding: { text: { field: 'text', type: 'nominal' } },
          })),
        ],
      },
    ],
  })
  return {
    id: fileName('convergence', outcome.outcome.id),
    title,
    caption: `The ${first.length} largest factors are coloured and named${rest.length > 0 ? ', the others grey' : ''}.`,
    description,
    table: {
      head: ['Factor', ...convergence.map(({ n }) => `${n} ${unit}`)],
      rows: order.map(({ factor, title: name }) => [
        name,
        ...convergence.map(({ values }) => shownValue(quantity, values[factor] ?? null)),
      ]),
    },
    spec,
  }
}

function shortened(text: string, room: number): string {
  if (textWidth(text, 12) <= room) return text
  let short = text
  while (short.length > 1 && textWidth(`${short}…`, 12) > room) short = short.slice(0, -1)
  return `${short.trimEnd()}…`
}
