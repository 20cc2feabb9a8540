import type { Account } from '../Account.js'
import type { Named, Unit } from '../reading/Cast.js'
import { counted, listed, monthYear, signed } from '../reading/words.js'
import type { Part } from '../render/spec.js'
import { textWidth } from '../render/textWidth.js'
import { diverging, ink, plotWidth } from '../render/theme.js'
import { brief } from './axes.js'
import { frame, sourceLine } from './frame.js'
import { isContested } from './map/MapScene.js'
import type { Picture } from './Picture.js'

const rowHeight = 14.5
const most = 120
const gapBetween = 24

interface Standing {
  readonly unit: Unit
  readonly start: number
  readonly later: number
}

/** Who favours and who opposes, where units do differ: every unit's position at the start and when most was at stake. */
export function positionPictures(account: Account): Picture[] {
  const { cast, tracks } = account
  const many = cast.issues.length > 1
  return cast.issues.flatMap((issue) => {
    if (!isContested(account, issue)) return []
    const standings = cast.units
      .flatMap((unit): Standing[] => {
        const series = tracks.find('position', unit.id, issue.id)
        return series ? [{ unit, start: series[0], later: series[account.decisive] }] : []
      })
      .sort((a, b) => b.later - a.later)
    return standings.length === 0 ? [] : [picture(account, issue, standings, many)]
  })
}

function picture(
  account: Account,
  issue: Named,
  standings: readonly Standing[],
  many: boolean,
): Picture {
  const { tracks, decisive, laws, cast } = account
  const then = monthYear(tracks.days[decisive])
  const before = laws.some(({ how }) => how)
    ? `${then}, before the last law`
    : `${then}, at the end`
  const shown =
    standings.length <= most
      ? standings
      : [...standings.slice(0, most / 2), ...standings.slice(-most / 2)]
  const left = shown.length <= 24 ? shown.length : Math.ceil(shown.length / 2)
  const halves = [shown.slice(0, left), shown.slice(left)].filter((half) => half.length > 0)
  const states = cast.states
    .filter(({ id }) => shown.some(({ unit }) => unit.state === id))
    .map(({ title }) => title)
  const labels = halves.map(
    (half) => Math.max(...half.map(({ unit }) => textWidth(unit.title, 11.5))) + 12,
  )
  const width =
    (plotWidth - gapBetween * (halves.length - 1) - labels.reduce((a, b) => a + b, 0) + 40) /
    halves.length
  const title = many ? `Who favours and who opposes: ${issue.title}` : 'Who favours and who opposes'
  const description = describe(account, standings, then)
  const dropped = standings.length - shown.length
  const spec = frame({
    title,
    subtitle: `Position of each unit, from −1 (against) to +1 (for): open mark at the start, filled mark in ${before}.${dropped > 0 ? ` The ${dropped} units in the middle are left out.` : ''}`,
    source: sourceLine(account),
    panels: [
      {
        hconcat: halves.map((half, k) =>
          panel(account, half, width, states, k === 0 && states.length > 1),
        ),
        spacing: gapBetween,
        resolve: { scale: { y: 'independent', x: 'shared' } },
      },
    ],
    description,
    width: plotWidth - labels[0],
  })
  return {
    id: many ? `positions-${issue.id}` : 'positions',
    title,
    caption:
      'Units in order of their position. The line shows how far each has moved since the start; shapes tell the states apart.',
    description,
    table: {
      head: ['Unit', 'State', 'At the start', then],
      rows: shown.map(({ unit, start, later }) => [
        unit.title,
        cast.actor(unit.state),
        signed(start, 2),
        signed(later, 2),
      ]),
    },
    spec,
  }
}

function panel(
  { cast }: Account,
  half: readonly Standing[],
  width: number,
  states: readonly string[],
  legend: boolean,
): Part {
  const rows = half.map(({ unit, start, later }) => ({
    unit: unit.title,
    id: unit.id,
    state: cast.actor(unit.state),
    start: brief(start, 3),
    later: brief(later, 3),
  }))
  const domain = [-1, 1]
  const x = (field: string): Part => ({
    field,
    type: 'quantitative',
    scale: { domain, nice: false },
    axis: {
      title: null,
      orient: 'top',
      values: [-1, -0.5, 0, 0.5, 1],
      grid: true,
      labelExpr:
        "datum.value == -1 ? 'against' : datum.value == 1 ? 'for' : datum.value == 0 ? '0' : ''",
    },
  })
  const y = {
    field: 'id',
    type: 'ordinal',
    scale: { domain: rows.map(({ id }) => id) },
    axis: null,
  } as const
  const shape = {
    field: 'state',
    type: 'nominal',
    scale: {
      domain: states,
      range: ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down'],
    },
    legend: null,
  } as const
  const colour = {
    field: 'later',
    type: 'quantitative',
    scale: { domain: [-1, -0.6, -0.2, 0, 0.2, 0.6, 1], range: diverging },
    legend: null,
  } as const
  return {
    width: Math.floor(width),
    height: Math.ceil(rows.length * rowHeight),
    data: { values: rows },
    layer: [
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: 'rule', color: ink.text, strokeWidth: 1 },
        encoding: { x: x('zero') },
      },
      {
        mark: { type: 'rule', color: ink.line, strokeWidth: 1.5 },
        encoding: { x: x('start'), x2: { field: 'later' }, y },
      },
      {
        mark: {
          type: 'point',
          size: 26,
          filled: true,
          fill: '#ffffff',
          stroke: ink.quiet,
          strokeWidth: 1.2,
          opacity: 1,
        },
        encoding: { x: x('start'), y, shape },
      },
      {
        mark: {
          type: 'point',
          size: 62,
          filled: true,
          stroke: ink.text,
          strokeWidth: 0.8,
          opacity: 1,
        },
        encoding: { x: x('later'), y, shape, fill: colour },
      },
      {
        mark: { type: 'text', align: 'right', baseline: 'middle', x: -10, fontSize: 11.5 },
        encoding: { y, text: { field: 'unit', type: 'nominal' } },
      },
      ...(legend ? [shapeLegend(shape)] : []),
    ],
    resolve: { scale: { shape: 'independent' } },
  }
}

/** A layer without marks that explains the shapes; theirs carry fills that a legend would take over. */
function shapeLegend(shape: Part): Part {
  return {
    data: { values: [] },
    mark: { type: 'point', filled: true, color: ink.quiet },
    encoding: { shape: { ...shape, legend: { title: null, orient: 'bottom', symbolSize: 80 } } },
  }
}

function describe(
  { tracks, decisive }: Account,
  standings: readonly Standing[],
  then: string,
): string {
  const count = (of: (s: Standing) => boolean) => standings.filter(of).length
  const [first, last] = [standings.slice(0, 3), standings.slice(-3).reverse()]
  const name = ({ unit, later }: Standing) => `${unit.title} (${signed(later, 2)})`
  const moved = [...standings].sort(
    (a, b) => Math.abs(b.later - b.start) - Math.abs(a.later - a.start),
  )[0]
  const change =
    Math.abs(moved.later - moved.start) < 0.005 || decisive === 0
      ? ''
      : ` ${moved.unit.title} has moved furthest since ${monthYear(tracks.days[0])}: from ${signed(moved.start, 2)} to ${signed(moved.later, 2)}.`
  return `In ${then} ${counted(
    count((s) => s.later > 0.1),
    'unit',
  )} of ${standings.length} are clearly for action (above +0.1) and ${count((s) => s.later < -0.1)} clearly against (below −0.1). Most for it: ${listed(first.map(name))}; most against: ${listed(last.map(name))}.${change}`
}
