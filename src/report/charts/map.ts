import type { Account } from '../Account.js'
import type { Named, Unit } from '../reading/Cast.js'
import { inForceOn, type Pact } from '../reading/chronicle.js'
import { counted, figure, listed, monthYear, signed } from '../reading/words.js'
import type { Part } from '../render/spec.js'
import { diverging, ink, plotWidth, seriesDashes } from '../render/theme.js'
import { brief, yearEnds, yearOfDay } from './axes.js'
import { frame, sourceLine } from './frame.js'
import { inFrame } from './inFrame.js'
import { type Landscape, landscapeOf } from './landscape.js'
import type { Picture } from './Picture.js'
import { placeLabels } from './placeLabels.js'

const largest = 900
const labelSize = 11

/** A map that can be moved through the years. */
export interface MovingPicture extends Picture {
  /** Name of the parameter that holds the number of the frame. */
  readonly parameter: string
  /** What each frame is called, in order. */
  readonly frames: readonly string[]
  /** The frame that is shown first. */
  readonly shown: number
}

/** Units where they lie, by size of emissions and colour of position, with their ties; one map an issue. */
export function mapPictures(account: Account): MovingPicture[] {
  const { cast } = account
  const many = cast.issues.length > 1
  return cast.issues.flatMap((issue) => picture(account, issue, many) ?? [])
}

interface Spot {
  readonly unit: Unit
  readonly positions: readonly number[]
  readonly sizes: readonly number[]
  readonly x: number
  readonly y: number
}

function picture(account: Account, issue: Named, many: boolean): MovingPicture | undefined {
  const { cast, tracks, pacts, decisive } = account
  const ticks = [...new Set([...yearEnds(account)])]
  const placed = cast.units.filter(
    (u) =>
      Number.isFinite(u.longitude) &&
      Number.isFinite(u.latitude) &&
      tracks.find('position', u.id, issue.id),
  )
  if (placed.length < 2 || ticks.length === 0) return undefined
  const ties = pacts.filter(
    (p) => p.issue === issue.id && p.inForce <= account.lastDay && p.parties.length > 1,
  )
  const tied = new Set(ties.flatMap((p) => p.parties))
  const size = (id: string, tick: number) => tracks.find('emissions', id)?.[tick] ?? NaN
  const inside = inFrame(
    placed.map((u) => ({ ...u, weight: size(u.id, 0), needed: tied.has(u.id) })),
  )
  const units = placed.filter((_, k) => inside[k])
  const outside = placed.filter((_, k) => !inside[k])
  const landscape = landscapeOf(units, plotWidth)
  const spots = units.map((unit): Spot => {
    const [x, y] = landscape.project(unit)
    const positions = tracks.find('position', unit.id, issue.id)!
    return {
      unit,
      x,
      y,
      positions: ticks.map((t) => brief(positions[t], 3)),
      sizes: ticks.map((t) => brief(size(unit.id, t), 3)),
    }
  })
  // The year whose end the decisive tick is nearest to, at or before it.
  const shown = Math.max(
    0,
    ticks.findLastIndex((tick) => tick <= decisive),
  )
  const frames = ticks.map((tick) => String(Math.floor(yearOfDay(tracks.days[tick]))))
  const title = many ? `Map: ${issue.title}` : 'Units, positions and ties'
  const description = describe(account, spots, ties, ticks[shown], shown, outside)
  const left =
    outside.length === 0 ? '' : ` Not on the map: ${listed(outside.map((u) => u.title))}.`
  const spec = frame({
    title,
    subtitle: `Units by emissions (size) and position (colour), and agreements in force between them (lines).${left}`,
    source: `${sourceLine(account)} Coastlines and borders: Natural Earth.`,
    panels: [panel(account, spots, ties, ticks, frames, landscape)],
    description,
    rest: {
      params: [
        {
          name: 'frame',
          value: shown,
          bind: { input: 'range', min: 0, max: frames.length - 1, step: 1, name: 'Year ' },
        },
      ],
    },
  })
  return {
    id: many ? `map-${issue.id}` : 'map',
    title,
    caption:
      'Each unit at its centre: the larger, the more it emits; blue is for action, orange against it. A line joins the parties of an agreement in force.',
    description,
    parameter: 'frame',
    frames,
    shown,
    table: tieTable(account, ties),
    spec,
  }
}

function panel(
  account: Account,
  spots: readonly Spot[],
  ties: readonly Pact[],
  ticks: readonly number[],
  frames: readonly string[],
  { width, height, land, borders }: Landscape,
): Part {
  const { tracks } = account
  const hasSizes = spots.some(({ sizes }) => sizes.some((v) => v > 0))
  const top = Math.max(...spots.flatMap(({ sizes }) => sizes.filter((v) => Number.isFinite(v))), 0)
  const x = (field: string): Part => ({
    field,
    type: 'quantitative',
    scale: { domain: [0, width], nice: false, zero: false },
    axis: null,
  })
  const y = (field: string): Part => ({
    field,
    type: 'quantitative',
    scale: { domain: [height, 0], nice: false, zero: false },
    axis: null,
  })
  const shape = (geometry: Part, mark: Part): Part => ({
    data: { values: [{ type: 'Feature', geometry }] },
    projection: { type: 'identity', scale: 1, translate: [0, 0] },
    mark: { type: 'geoshape', ...mark },
  })
  const lines = tieLines(spots, ties, account, ticks)
  const instruments = [...new Set(lines.map(({ instrument }) => instrument))]
  // Large ones first, so that small ones lie on top.
  const units = [...spots]
    .sort((a, b) => (b.sizes[0] || 0) - (a.sizes[0] || 0))
    .map(({ unit, x, y, positions, sizes }) => ({
      unit: unit.title,
      x,
      y,
      p: positions,
      e: sizes,
    }))
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
      {
        data: { values: lines },
        transform: [{ filter: 'datum.from <= frame && frame < datum.to' }],
        mark: { type: 'rule', color: ink.text, strokeWidth: 1.6, opacity: 0.85 },
        encoding: {
          x: x('x'),
          y: y('y'),
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
      },
      {
        data: { values: units },
        transform: [
          { calculate: 'datum.p[frame]', as: 'position' },
          ...(hasSizes ? [{ calculate: 'datum.e[frame]', as: 'emissions' }] : []),
        ],
        mark: {
          type: 'circle',
          opacity: 0.95,
          stroke: ink.text,
          strokeWidth: 0.7,
          ...(hasSizes ? {} : { size: 60 }),
        },
        encoding: {
          x: x('x'),
          y: y('y'),
          ...(hasSizes
            ? {
                size: {
                  field: 'emissions',
                  type: 'quantitative',
                  scale: { domain: [0, top], range: [10, largest] },
                  legend: {
                    title: `Emissions (${tracks.unit('emissions')})`,
                    orient: 'bottom',
                    values: sizeSteps(top),
                    format: ',d',
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
            ...(hasSizes
              ? [{ field: 'emissions', type: 'quantitative', format: ',d', title: 'Emissions' }]
              : []),
          ],
        },
      },
      ...labels(account, spots, ties, ticks, top, { width, height }, { x, y }),
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

  function sizeSteps(most: number): number[] {
    const magnitude = 10 ** Math.floor(Math.log10(Math.max(most, 1)))
    return [0.1, 0.5, 1].map((share) => share * magnitude).filter((v) => v >= 1)
  }
}

/** First and last frame of an agreement: the frames at whose tick it is in force. */
function framesOf(pact: Pact, account: Account, ticks: readonly number[]) {
  const on = ticks.map((tick) => inForceOn(pact, account.tracks.timeline.start(tick + 1) - 1))
  const from = on.indexOf(true)
  return { from, to: on.lastIndexOf(true) + 1 }
}

function tieLines(
  spots: readonly Spot[],
  ties: readonly Pact[],
  account: Account,
  ticks: readonly number[],
) {
  const at = new Map(spots.map((spot) => [spot.unit.id, spot]))
  return ties.flatMap((pact) => {
    const ends = pact.parties.flatMap((id) => at.get(id) ?? [])
    const { from, to } = framesOf(pact, account, ticks)
    if (from < 0) return []
    return ends.flatMap((a, k) =>
      ends.slice(k + 1).map((b) => ({
        x: a.x,
        y: a.y,
        x2: b.x,
        y2: b.y,
        instrument: account.cast.instrument(pact.instrument),
        from,
        to,
      })),
    )
  })
}

type Axis = (field: string) => Part

/** Names of the parties, each for as long as it has a tie. */
function labels(
  account: Account,
  spots: readonly Spot[],
  ties: readonly Pact[],
  ticks: readonly number[],
  top: number,
  { width, height }: { width: number; height: number },
  { x, y }: { x: Axis; y: Axis },
): Part[] {
  const spans = new Map<string, { from: number; to: number }>()
  for (const pact of ties) {
    const { from, to } = framesOf(pact, account, ticks)
    if (from < 0) continue
    for (const id of pact.parties) {
      const known = spans.get(id)
      spans.set(
        id,
        known ? { from: Math.min(known.from, from), to: Math.max(known.to, to) } : { from, to },
      )
    }
  }
  const radius = (spot: Spot) =>
    Math.sqrt((10 + ((spot.sizes[0] || 0) / Math.max(top, 1e-9)) * (largest - 10)) / Math.PI)
  const order = [...spots].sort(
    (a, b) => (spans.get(a.unit.id)?.from ?? 1e9) - (spans.get(b.unit.id)?.from ?? 1e9),
  )
  const marks = order.map((spot) => ({
    x: spot.x,
    y: spot.y,
    radius: radius(spot),
    label: spans.has(spot.unit.id) ? spot.unit.title : '',
  }))
  const rows = placeLabels(marks, labelSize, width, height).map(({ mark, x, y, align }) => ({
    text: marks[mark].label,
    x,
    y,
    align,
    ...spans.get(order[mark].unit.id)!,
  }))
  return (['left', 'right', 'center'] as const).flatMap((align) => {
    const mark = { align, baseline: 'middle', fontSize: labelSize, fontWeight: 'bold' } as const
    const values = rows.filter((row) => row.align === align).map(({ align: _, ...row }) => row)
    return values.length === 0
      ? []
      : [
          {
            data: { values },
            transform: [{ filter: 'datum.from <= frame && frame < datum.to' }],
            encoding: { x: x('x'), y: y('y'), text: { field: 'text', type: 'nominal' } },
            layer: [
              {
                mark: {
                  type: 'text',
                  ...mark,
                  stroke: '#ffffff',
                  strokeWidth: 3,
                  strokeOpacity: 0.8,
                },
              },
              { mark: { type: 'text', ...mark } },
            ],
          },
        ]
  })
}

function tieTable({ cast }: Account, ties: readonly Pact[]) {
  return {
    head: ['Agreement', 'Parties', 'In force from', 'Ended'],
    rows: ties.map((pact) => [
      cast.instrument(pact.instrument),
      listed(pact.parties.map((id) => cast.actor(id))),
      monthYear(pact.inForce),
      Number.isNaN(pact.ends) ? '–' : monthYear(pact.ends),
    ]),
  }
}

function describe(
  { cast, tracks }: Account,
  spots: readonly Spot[],
  ties: readonly Pact[],
  tick: number,
  shown: number,
  outside: readonly Unit[],
): string {
  const when = monthYear(tracks.days[tick])
  const sorted = [...spots].sort((a, b) => b.positions[shown] - a.positions[shown])
  const day = tracks.timeline.start(tick + 1) - 1
  const current = ties.filter((pact) => inForceOn(pact, day))
  const pairs = current.map((pact) => pact.parties.map((id) => cast.actor(id)).join(' – '))
  const emitters = [...spots]
    .filter(({ sizes }) => sizes[shown] > 0)
    .sort((a, b) => b.sizes[shown] - a.sizes[shown])
    .slice(0, 3)
  const name = (spot: Spot) => `${spot.unit.title} (${signed(spot.positions[shown], 2)})`
  const unit = tracks.unit('emissions')
  return [
    `The map shows ${counted(spots.length, 'unit')} as of ${when}${outside.length > 0 ? ` (${counted(outside.length, 'far and small one')} left out)` : ''}.`,
    `Most for action: ${listed(sorted.slice(0, 3).map(name))}; most against: ${listed(sorted.slice(-3).reverse().map(name))}.`,
    ...(emitters.length > 0
      ? [
          `The largest sources are ${listed(emitters.map((s) => `${s.unit.title} (${figure(s.sizes[shown])} ${unit})`))}.`,
        ]
      : []),
    pairs.length === 0
      ? 'No two units have an agreement in force at that time.'
      : `Agreements in force: ${listed(pairs)}.`,
  ].join(' ')
}
