import type { Account } from '../../Account.js'
import type { Part } from '../../render/spec.js'
import { diverging, ink, seriesDashes } from '../../render/theme.js'
import { stepFormat } from '../axes.js'
import type { MapScene } from './MapScene.js'
import { nameLayers } from './mapNames.js'
import { largestMark, smallestMark } from './markSize.js'
import { places } from './places.js'

/** Layers of a map: land, borders, ties, units, names, and the year. What moves depends on the parameter `frame`. */
export function mapPanel(account: Account, scene: MapScene): Part {
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
      tieLayer(account, scene),
      unitLayer(account, scene),
      ...nameLayers(scene),
      {
        data: { values: frames.map((text, at) => ({ text, at })) },
        transform: [{ filter: 'datum.at == frame' }],
        mark: {
          type: 'text',
          x: width - 12,
          y: 12,
          align: 'right',
          baseline: 'top',
          fontSize: 26,
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

function tieLayer({ cast }: Account, scene: MapScene): Part {
  const at = new Map(scene.spots.map((spot) => [spot.unit.id, spot]))
  const lines = scene.ties.flatMap(({ pact, from, to }) => {
    const ends = pact.parties.flatMap((id) => at.get(id) ?? [])
    const instrument = cast.instrument(pact.instrument)
    return ends.flatMap((a, k) =>
      ends.slice(k + 1).map((b) => ({ x: a.x, y: a.y, x2: b.x, y2: b.y, instrument, from, to })),
    )
  })
  const instruments = [...new Set(lines.map(({ instrument }) => instrument))]
  return {
    data: { values: lines },
    transform: [{ filter: 'datum.from <= frame && frame < datum.to' }],
    mark: { type: 'rule', color: ink.text, strokeWidth: 1.6, opacity: 0.85 },
    encoding: {
      ...places(scene),
      x2: { field: 'x2' },
      y2: { field: 'y2' },
      strokeDash: {
        field: 'instrument',
        type: 'nominal',
        scale: {
          domain: instruments,
          range: instruments.map((_, k) => seriesDashes[k % seriesDashes.length]),
        },
        legend:
          instruments.length === 0
            ? null
            : { title: 'Agreement', orient: 'bottom', direction: 'vertical', symbolSize: 600 },
      },
    },
  }
}

function unitLayer({ tracks }: Account, scene: MapScene): Part {
  const { spots, largest } = scene
  const sized = largest > 0
  // Large ones first, so that small ones lie on top.
  const units = [...spots]
    .sort((a, b) => b.sizes[0] - a.sizes[0])
    .map(({ unit, x, y, positions, sizes }) => ({
      unit: unit.title,
      x,
      y,
      p: positions,
      ...(sized ? { e: sizes } : {}),
    }))
  const steps = sizeSteps(largest)
  return {
    data: { values: units },
    transform: [
      { calculate: 'datum.p[frame]', as: 'position' },
      ...(sized ? [{ calculate: 'datum.e[frame]', as: 'emissions' }] : []),
    ],
    mark: {
      type: 'circle',
      opacity: 0.95,
      stroke: ink.text,
      strokeWidth: 0.7,
      ...(sized ? {} : { size: spots.length > 300 ? 20 : 60 }),
    },
    encoding: {
      ...places(scene),
      ...(sized
        ? {
            size: {
              field: 'emissions',
              type: 'quantitative',
              scale: { domain: [0, largest], range: [smallestMark, largestMark] },
              legend: {
                title: `Emissions (${tracks.unit('emissions')})`,
                orient: 'bottom',
                values: steps,
                format: stepFormat(steps),
                symbolFillColor: '#ffffff',
              },
            },
          }
        : {}),
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
      tooltip: [
        { field: 'unit', type: 'nominal', title: 'Unit' },
        { field: 'position', type: 'quantitative', format: '+.2f', title: 'Position' },
        ...(sized
          ? [{ field: 'emissions', type: 'quantitative', format: ',.3~r', title: 'Emissions' }]
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
