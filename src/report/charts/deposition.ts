import type { Account } from '../Account.js'
import type { Unit } from '../reading/Cast.js'
import { counted, figure, listed, monthYear } from '../reading/words.js'
import type { Part } from '../render/spec.js'
import { textWidth } from '../render/textWidth.js'
import { ink, palette, plotWidth } from '../render/theme.js'
import { brief, colourScale, dashScale, round, timeAxis, yearEnds, yearOfDay } from './axes.js'
import { frame, sourceLine } from './frame.js'
import type { Picture } from './Picture.js'
import { spread } from './spread.js'

const most = 5
const height = 300

/** Deposition at the receptors that receive most, against targets. */
export function depositionPicture(account: Account): Picture | undefined {
  const { tracks, history, run } = account
  const shown = receptors(account)
  if (shown.length === 0) return undefined
  const unit = tracks.unit('deposition')
  const targets = (run.document.history?.targets ?? []).filter(
    (t) => t.chart === 'deposition' && t.unit === unit,
  )
  const past = history.series.filter((s) => s.chart === 'deposition' && s.unit === unit)
  const description = describe(account, shown, targets, unit)
  const names = shown.map(({ unit: { title } }) => title)
  const rows = shown.flatMap(({ unit: { title }, series }) =>
    tracks.days.map((day, tick) => ({
      year: round(yearOfDay(day), 2),
      value: brief(series[tick], 4),
      unit: title,
    })),
  )
  const values = [
    ...rows.map(({ value }) => value),
    ...targets.map(({ value }) => value),
    ...past.flatMap((s) => s.points.map((p) => p.history)),
  ]
  const top = Math.max(...values) * 1.04
  const y = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [0, brief(top, 3)], nice: false },
    axis: { title: unit, tickCount: 6 },
  } as const
  const x = timeAxis(account)
  const right = Math.max(...names.map((name) => textWidth(name, 12))) + 14
  const width = plotWidth - right
  const colour = {
    field: 'unit',
    type: 'nominal',
    scale: colourScale(names),
    legend: null,
  } as const
  const title = 'Deposition at receptors'
  const chosen = tracks.subjects('deposition')[0]?.length ?? 0
  const spec = frame({
    title,
    subtitle: `Yearly deposition (${unit}) at the ${shown.length} receptors that received most at the start${chosen > shown.length ? '' : ''}; dotted: targets.`,
    source: sourceLine(
      account,
      [...targets, ...past].map(({ source }) => source),
    ),
    panels: [
      {
        width,
        height,
        layer: [
          ...targets.map((target) => targetMark(account, target, y)),
          {
            data: { values: rows },
            mark: { type: 'line' },
            encoding: { x, y, color: colour, strokeDash: { ...colour, scale: dashScale(names) } },
          },
          {
            data: {
              values: past.flatMap((s) =>
                s.points.map((p) => ({ year: yearOfDay(p.day), value: p.history })),
              ),
            },
            mark: {
              type: 'point',
              shape: 'diamond',
              filled: true,
              color: palette.vermilion,
              opacity: 1,
            },
            encoding: { x, y },
          },
          endLabels(account, shown, top, x),
        ],
      },
    ],
    description,
  })
  return {
    id: 'deposition',
    title,
    caption:
      'The units with a receptor site whose deposition was largest at the start of the run; a dotted line for each target.',
    description,
    table: {
      head: ['From', ...names.map((name) => `${name} (${unit})`)],
      rows: yearEnds(account).map((tick) => [
        monthYear(tracks.days[tick]),
        ...shown.map(({ series }) => figure(series[tick])),
      ]),
    },
    spec,
  }
}

interface Receptor {
  readonly unit: Unit
  readonly series: Float64Array
}

/** Units with a receptor site, or all where the scenario has no sites, by deposition at the start. */
function receptors({ cast, tracks }: Account): readonly Receptor[] {
  const sites = cast.ids('sites').filter((id) => cast.cell('sites', id, 'role') === 'receptor')
  const homes = new Set(sites.map((id) => String(cast.cell('sites', id, 'unit'))))
  return cast.units
    .filter(({ id }) => homes.size === 0 || homes.has(id))
    .flatMap((unit) => {
      const series = tracks.find('deposition', unit.id)
      return series && series[0] > 0 ? [{ unit, series }] : []
    })
    .sort((a, b) => b.series[0] - a.series[0])
    .slice(0, most)
}

interface Target {
  readonly title: string
  readonly value: number
  readonly from?: string
}

function targetMark(account: Account, { title, value, from }: Target, y: Part): Part {
  const year = from === undefined ? yearOfDay(account.firstDay) : Number(from.slice(0, 4))
  return {
    data: { values: [{ value, year, to: yearOfDay(account.lastDay + 1), title }] },
    layer: [
      {
        mark: {
          type: 'rule',
          strokeDash: [1, 3],
          strokeWidth: 2,
          strokeCap: 'round',
          color: ink.text,
        },
        encoding: { x: timeAxis(account), x2: { field: 'to' }, y },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'top', dx: 4, dy: 5, color: ink.text },
        encoding: { x: timeAxis(account), y, text: { field: 'title', type: 'nominal' } },
      },
    ],
  }
}

/** Names at the ends of the lines, moved apart where they would overlap. */
function endLabels(
  { tracks, lastDay }: Account,
  shown: readonly Receptor[],
  top: number,
  x: Part,
): Part {
  const places = spread(
    shown.map(({ series }) => height * (1 - series[tracks.n - 1] / top)),
    15,
  )
  const names = shown.map(({ unit }) => unit.title)
  return {
    data: {
      values: shown.map(({ unit }, k) => ({
        year: yearOfDay(lastDay + 1),
        y: round(places[k], 1),
        unit: unit.title,
      })),
    },
    mark: { type: 'text', align: 'left', baseline: 'middle', dx: 8, fontWeight: 'bold' },
    encoding: {
      x,
      y: { field: 'y', type: 'quantitative', scale: null, axis: null },
      text: { field: 'unit', type: 'nominal' },
      color: { field: 'unit', type: 'nominal', scale: colourScale(names), legend: null },
    },
  }
}

function describe(
  { tracks }: Account,
  shown: readonly Receptor[],
  targets: readonly Target[],
  unit: string,
): string {
  const last = tracks.n - 1
  const parts = shown.map(
    ({ unit: { title }, series }) =>
      `${title} from ${figure(series[0])} to ${figure(series[last])}`,
  )
  const start = `Deposition changes over the run at ${listed(parts)} ${unit}.`
  const met = targets.map(({ title, value }) => {
    const below = shown.filter(({ series }) => series[last] <= value).length
    return `At the end ${below === 0 ? 'none' : below} of the ${counted(shown.length, 'receptor')} ${below === 1 ? 'is' : 'are'} at or below ${figure(value)} ${unit} (${title}).`
  })
  return [start, ...met].join(' ')
}
