import type { Account } from '../Account.js'
import { coursesIn, otherPanels, type Panel } from '../reading/panels.js'
import { figure, listed, monthYear, small, unitWords } from '../reading/words.js'
import type { Part } from '../render/spec.js'
import { textWidth, wrapText } from '../render/textWidth.js'
import { plotWidth } from '../render/theme.js'
import {
  brief,
  colourScale,
  dashScale,
  niceSteps,
  stepFormat,
  timeAxis,
  yearOfDay,
} from './axes.js'
import { frame, sourceLine } from './frame.js'
import type { Picture } from './Picture.js'

const columns = 2
const gapBetween = 56
const width = (plotWidth - gapBetween) / columns
const height = 120

/** Panels of one picture, and spans of time of one line at most. */
const mostPanels = 8
const mostSpans = 60

/**
 * Small multiples of what was measured and no other picture shows: a panel a measure, groups or classes as lines. So
 * what a user's own mechanism brings comes out as well.
 */
export function measuresPictures(account: Account): Picture[] {
  const { panels: told, final, still } = otherPanels(account)
  const panels = besideTheirLike(told)
  const pictures = Math.ceil(panels.length / mostPanels)
  return Array.from({ length: pictures }, (_, k) => {
    const own = panels.slice(k * mostPanels, (k + 1) * mostPanels)
    const last = k === pictures - 1
    return picture(account, own, k, pictures, last ? still : [], last ? final : [])
  })
}

function picture(
  account: Account,
  panels: readonly Panel[],
  k: number,
  of: number,
  still: readonly string[],
  final: readonly Panel[],
): Picture {
  const { tracks } = account
  // Panels with the same lines follow each other: the first names them.
  const labels = panels.map(linesKey)
  const named = labels.map((own, at) => own !== labels[at - 1])
  const repeated = panels.some(({ lines }, at) => !named[at] && lines.length > 1)
  const title = `What else was measured${of > 1 ? ` (${k + 1} of ${of})` : ''}`
  const description = panels.map((panel) => describe(panel)).join(' ')
  const quiet = still.length === 0 ? '' : ` Not drawn, because nothing changed: ${listed(still)}.`
  const ends = final
    .map((panel) => ` Not drawn, because seldom looked at: ${atEnd(panel)}.`)
    .join('')
  return {
    id: k === 0 ? 'measures' : `measures-${k + 1}`,
    title,
    caption: `Every panel has its own scale. Lines that never change are left out.${quiet}${ends}`,
    description,
    table: {
      head: ['Measure', 'Of', monthYear(tracks.days[0]), monthYear(tracks.days[tracks.n - 1])],
      rows: [...panels, ...final].flatMap((panel) =>
        panel.lines.map(({ of, series }) => [
          headOf(panel),
          of.join(', '),
          final.includes(panel) ? '–' : figure(series[0]),
          figure(series[series.length - 1]),
        ]),
      ),
    },
    spec: frame({
      title,
      subtitle: `Measures that no other chart shows, over time.${repeated ? ' Lines without names have those of the panel before.' : ''}`,
      source: sourceLine(account),
      panels: [
        {
          concat: panels.map((panel, at) => drawn(account, panel, named[at])),
          columns,
          spacing: { row: 30, column: gapBetween },
          resolve: { scale: { color: 'independent', strokeDash: 'independent', y: 'independent' } },
        },
      ],
      description,
    }),
  }
}

/** Panels with the same lines, one after the other, where the first of them stood. */
function besideTheirLike(panels: readonly Panel[]): Panel[] {
  const alike = new Map<string, Panel[]>()
  for (const panel of panels) {
    const key = linesKey(panel)
    alike.set(key, [...(alike.get(key) ?? []), panel])
  }
  return [...alike.values()].flat()
}

function linesKey({ lines }: Panel): string {
  return JSON.stringify(lines.map(({ of }) => of))
}

/** A panel's title, with the unit and what else a reader must know of its lines. */
function headOf({ title, unit, means, lines, left }: Panel): string {
  const notes = [
    ...(unit === '1' || title.toLowerCase().includes(unit) ? [] : [unitWords(unit)]),
    ...(means ? ['mean of units'] : []),
    ...(left > 0 ? [`the ${lines.length} largest of ${lines.length + left}`] : []),
  ]
  return notes.length === 0 ? title : `${title} (${notes.join('; ')})`
}

/** `Gravity: distance −0.8, size 0.6`. */
function atEnd({ title, lines }: Panel): string {
  const values = lines.map(({ of, series }) =>
    `${small(of.join(', '))} ${figure(series[series.length - 1])}`.trim(),
  )
  return `${small(title)} (at the end ${listed(values)})`
}

/**
 * Ticks at which a line is drawn: the last of every span of time, and within it the lowest and the highest where they
 * stand out, so that what lasts but a month is seen.
 */
function ticksOf(series: Float64Array): readonly number[] {
  const n = series.length
  const every = Math.max(1, Math.ceil(n / mostSpans))
  const known = series.filter((v) => !Number.isNaN(v))
  const little = 0.05 * (Math.max(...known) - Math.min(...known))
  const ticks: number[] = []
  for (let to = ((n - 1) % every) + 1; to <= n; to += every) {
    const last = to - 1
    const before = series[Math.max(0, to - 1 - every)]
    const [low, high] = [Math.min(before, series[last]), Math.max(before, series[last])]
    let [lowest, highest] = [last, last]
    for (let t = Math.max(0, to - every); t < to; t++) {
      if (series[t] < series[lowest]) lowest = t
      if (series[t] > series[highest]) highest = t
    }
    const out = [
      ...(series[lowest] < low - little ? [lowest] : []),
      ...(series[highest] > high + little ? [highest] : []),
    ]
    ticks.push(...out.filter((t) => t !== last).sort((x, y) => x - y), last)
  }
  return ticks
}

/** @param named whether its lines are named below it */
function drawn(account: Account, panel: Panel, named: boolean): Part {
  const { lines } = panel
  const { tracks } = account
  const labels = distinct(lines.map(({ of }) => of))
  const values = lines.flatMap(({ series }, at) =>
    ticksOf(series).map((tick) => ({
      year: yearOfDay(tracks.days[tick]),
      of: labels[at],
      value: Number.isFinite(series[tick]) ? brief(series[tick], 4) : null,
    })),
  )
  const known = values.flatMap(({ value }) => value ?? [])
  const steps = niceSteps(Math.max(0, ...known), 4)
  const lowest = Math.min(0, ...known)
  const legend =
    !named || (lines.length === 1 && labels[0] === '')
      ? null
      : {
          title: null,
          orient: 'bottom',
          symbolSize: 400,
          columns: Math.max(...labels.map((text) => textWidth(text, 12))) > width / 2 - 34 ? 1 : 2,
        }
  return {
    title: {
      text: wrapText(headOf(panel), width, 13, true),
      fontSize: 13,
      offset: 6,
    },
    width,
    height,
    data: { values },
    mark: { type: 'line', strokeWidth: 1.8 },
    encoding: {
      x: timeAxis(account, {}, 6),
      y: {
        field: 'value',
        type: 'quantitative',
        scale: { domain: [lowest, steps[steps.length - 1]], nice: false },
        axis: {
          title: null,
          ...(lowest < 0 ? { tickCount: 4 } : { values: steps }),
          format: stepFormat(steps),
        },
      },
      color: { field: 'of', type: 'nominal', scale: colourScale(labels), legend },
      strokeDash: { field: 'of', type: 'nominal', scale: dashScale(labels), legend },
    },
  }
}

/** Legends tell lines apart by their names, so those must differ, and fit below a panel. */
function distinct(names: readonly (readonly string[])[]): string[] {
  const seen = new Map<string, number>()
  return names.map((of) => {
    const text = fitted(of)
    const times = (seen.get(text) ?? 0) + 1
    seen.set(text, times)
    return times === 1 ? text : `${text} (${times})`
  })
}

/** The first part is shortened: it tells less than what follows. */
function fitted([first = '', ...rest]: readonly string[]): string {
  const whole = (part: string) => [part, ...rest].join(', ')
  const fits = (text: string) => textWidth(text, 12) <= width - 45
  if (fits(whole(first))) return whole(first)
  let short = first
  while (short.length > 8 && !fits(whole(`${short}…`))) short = short.slice(0, -1)
  return whole(`${short.trimEnd()}…`)
}

function describe(panel: Panel): string {
  return `${panel.title}: ${coursesIn(panel, 4)}.`
}
