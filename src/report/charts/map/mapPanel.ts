import type { Part } from '../../render/spec.js'
import { diverging, ink, seriesColours, seriesDashes } from '../../render/theme.js'
import { stepFormat } from '../axes.js'
import type { MapScene, Span } from './MapScene.js'
import { nameLayers } from './mapNames.js'
import { largestMark, smallestMark } from './markSize.js'
import { places } from './places.js'

/** Layers of a map: land, borders, ties, units, names, and the year. What moves depends on the parameter `frame`. */
export function mapPanel(scene: MapScene): Part {
  const { landscape, frames } = scene
  const { width, height, land, borders } = landscape
  return {
    width,
    height,
    view: { fill: '#f2f6f8', stroke: ink.faint },
    layer: [
      shape(
        { type: 'MultiPolygon', coordinates: land.map((ring) => [ring]) as never },
        { fill: '#e3e3e0', stroke: '#b5b5b0', strokeWidth: 0.6 },
      ),
      shape(
        { type: 'MultiLineString', coordinates: borders as never },
        { fill: null, stroke: '#8a8a86', strokeWidth: 1 },
      ),
      tieLayer(scene),
      unitLayer(scene),
      ...nameLayers(scene),
      {
        data: { values: frames.map((text, at) => ({ text, at })) },
        transform: [{ filter: 'datum.at == frame' }],
        mark: {
          type: 'text',
          x: width,
          y: -8,
          align: 'right',
          baseline: 'bottom',
          fontSize: 22,
          fontWeight: 'bold',
          color: ink.quiet,
        },
        encoding: { text: { field: 'text', type: 'nominal' } },
      },
    ],
  }
}

/** Geometry that stands in the map's own pixels. */
function shape(geometry: Part, mark: Part): Part {
  return {
    data: { values: [{ type: 'Feature', geometry }] },
    projection: { type: 'identity', scale: 1, translate: [0, 0] },
    mark: { type: 'geoshape', ...mark },
  }
}

/** Units where no position colours them. */
const plain = '#a8a8a8'

/** From how many ties at once on lines become thin, and then thin and pale; dashes then tell nothing any more. */
const [thinFrom, paleFrom] = [40, 250]

function tieLayer(scene: MapScene): Part {
  const at = new Map(scene.spots.map((spot) => [spot.unit.id, spot]))
  const lines = scene.ties.flatMap(({ kind, parties, from, to }) => {
    const ends = parties.flatMap((id) => at.get(id) ?? [])
    return ends.flatMap((a, k) =>
      ends.slice(k + 1).map((b) => ({ x: a.x, y: a.y, x2: b.x, y2: b.y, kind, from, to })),
    )
  })
  const kinds = [...scene.kinds]
  const atOnce = Math.max(0, ...scene.frames.map((_, at) => holding(lines, at)))
  const few = atOnce < thinFrom
  const pale = atOnce >= paleFrom
  const legend =
    kinds.length === 0
      ? null
      : { title: 'Ties', orient: 'bottom', direction: 'vertical', symbolSize: 600 }
  const sorted = (range: readonly (readonly number[] | string)[]) => ({
    field: 'kind',
    type: 'nominal',
    scale: { domain: kinds, range: kinds.map((_, k) => range[k % range.length]) as never },
    legend: legend && { ...legend, symbolOpacity: 1, symbolStrokeWidth: 2 },
  })
  return {
    data: { values: lines },
    transform: [{ filter: 'datum.from <= frame && frame < datum.to' }],
    mark: {
      type: 'rule',
      color: ink.text,
      strokeWidth: few ? 1.6 : pale ? 0.6 : 0.9,
      opacity: few ? 0.85 : pale ? 0.35 : 0.6,
    },
    encoding: {
      ...places(scene),
      x2: { field: 'x2' },
      y2: { field: 'y2' },
      // Beside the colours of positions lines stay black.
      ...(scene.coloured ? {} : { color: sorted(seriesColours) }),
      ...(scene.coloured || few ? { strokeDash: sorted(seriesDashes) } : {}),
    },
  }
}

/** How many hold at one time. */
function holding(lines: readonly Span[], frame: number): number {
  return lines.filter(({ from, to }) => from <= frame && frame < to).length
}

function unitLayer(scene: MapScene): Part {
  const { spots, largest, sizing, coloured } = scene
  const sized = sizing !== undefined && largest > 0
  const moving = sized && spots.some(({ sizes }) => sizes.length > 1)
  // Large ones first, so that small ones lie on top.
  const units = [...spots]
    .sort((a, b) => b.sizes[0] - a.sizes[0])
    .map(({ unit, x, y, positions, sizes }) => ({
      unit: unit.title,
      x,
      y,
      ...(coloured ? { p: positions } : {}),
      ...(moving ? { e: sizes } : sized ? { size: sizes[0] } : {}),
    }))
  const steps = sizeSteps(largest)
  const many = spots.length > 300
  const top = many ? largestMark / 3 : largestMark
  return {
    data: { values: units },
    transform: [
      ...(coloured ? [{ calculate: 'datum.p[frame]', as: 'position' }] : []),
      ...(moving ? [{ calculate: 'datum.e[frame]', as: 'size' }] : []),
    ],
    mark: {
      type: 'circle',
      opacity: many ? 0.8 : 0.95,
      stroke: ink.text,
      strokeWidth: many ? 0.4 : 0.7,
      ...(sized ? {} : { size: many ? 20 : 60 }),
    },
    encoding: {
      ...places(scene),
      ...(sized
        ? {
            size: {
              field: 'size',
              type: 'quantitative',
              scale: { domain: [0, largest], range: [smallestMark, top] },
              legend: {
                title: sizing.unit === 'person' ? sizing.title : `${sizing.title} (${sizing.unit})`,
                orient: 'bottom',
                values: steps,
                format: stepFormat(steps),
                symbolFillColor: coloured ? '#ffffff' : plain,
                symbolStrokeColor: ink.text,
                symbolStrokeWidth: 1,
                symbolOpacity: 1,
              },
            },
          }
        : {}),
      ...(coloured
        ? {
            fill: {
              field: 'position',
              type: 'quantitative',
              scale: { domain: [-1, -0.6, -0.2, 0, 0.2, 0.6, 1], range: diverging },
              legend: {
                title: 'Position',
                orient: 'bottom',
                values: [-1, 0, 1],
                labelExpr: "datum.value < 0 ? 'against' : datum.value > 0 ? 'for' : '0'",
                gradientLength: 150,
                gradientThickness: 12,
              },
            },
          }
        : { fill: { value: plain }, stroke: { value: ink.text } }),
      tooltip: [
        { field: 'unit', type: 'nominal', title: 'Unit' },
        ...(coloured
          ? [{ field: 'position', type: 'quantitative', format: '+.2f', title: 'Position' }]
          : []),
        ...(sized
          ? [{ field: 'size', type: 'quantitative', format: ',.3~r', title: sizing.title }]
          : []),
      ],
    },
  }
}

/** Sizes that the legend shows. */
function sizeSteps(most: number): number[] {
  const magnitude = 10 ** Math.floor(Math.log10(most > 0 ? most : 1))
  return [0.1, 0.5, 1].map((share) => Number((share * magnitude).toPrecision(3)))
}
