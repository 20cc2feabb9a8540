import type { Account } from '../Account.js'
import type { GateRecord, GateStatus } from '../reading/gateRecords.js'
import { holdersBetween, tenuresOf } from '../reading/holders.js'
import type { LawRecord } from '../reading/story.js'
import { counted, listed, monthYear, percent } from '../reading/words.js'
import type { Part } from '../render/spec.js'
import { textWidth, wrapText } from '../render/textWidth.js'
import { ink, palette, plotWidth } from '../render/theme.js'
import { timeAxis, yearDomain, yearOfDay } from './axes.js'
import { frame, sourceLine } from './frame.js'
import type { Picture } from './Picture.js'

const rowHeight = 38
const words: { readonly [status in GateStatus]: string } = {
  open: 'Would let it pass',
  closed: 'Closed',
  holding: 'Holding the bill',
}
const look = {
  domain: Object.values(words),
  range: ['#cfe8f7', '#b3b3b3', palette.vermilion],
}

/** Which gate stood open, stood closed, or held the bill when; and who sat there. */
export function gatePictures(account: Account): Picture[] {
  const { cast, laws } = account
  const many = cast.issues.length > 1
  return cast.issues.flatMap((issue) => {
    const mine = laws.filter((law) => law.issue.id === issue.id && law.gates.length > 0)
    return mine.length === 0
      ? []
      : [
          picture(
            account,
            mine,
            many ? issue.title : undefined,
            many ? `gates-${issue.id}` : 'gates',
          ),
        ]
  })
}

function picture(
  account: Account,
  laws: readonly LawRecord[],
  issue: string | undefined,
  id: string,
): Picture {
  const description = laws.map((law) => describe(account, law)).join(' ')
  const title =
    issue === undefined ? 'Gates that a bill must pass' : `Gates that a bill must pass: ${issue}`
  const spec = frame({
    title,
    subtitle:
      'In the order in which a bill meets them, with the names of those who sat there; pale once there is a law.',
    source: sourceLine(account),
    panels: laws.map((law, k) => panel(account, law, k === laws.length - 1, k === 0)),
    description,
    spacing: 26,
  })
  return {
    id,
    title,
    caption:
      'Light: the gate would let a bill pass. Grey: it is closed, but no bill waits there. Dark: it is closed and the bill waits there. A vertical line marks the law.',
    description,
    table: {
      head: [
        'State',
        'Gate',
        'Held the bill (years)',
        'Longest wait',
        'Who sat there then',
        'Closed (share of the run)',
      ],
      rows: laws.flatMap(({ state, gates }) =>
        gates.map((gate) => [
          state.title,
          gate.title,
          gate.yearsHolding.toFixed(2),
          gate.longest
            ? `${monthYear(dayAt(account, gate.longest.from))} – ${monthYear(dayAt(account, gate.longest.to))}`
            : '–',
          gate.longest
            ? listed(
                holdersBetween(
                  account,
                  gate.id,
                  dayAt(account, gate.longest.from),
                  dayAt(account, gate.longest.to),
                ),
              ) || '–'
            : '–',
          percent(gate.closed),
        ]),
      ),
    },
    spec,
  }
}

function dayAt({ tracks }: Account, tick: number): number {
  return tracks.timeline.start(tick)
}

function panel(
  account: Account,
  { state, gates, how, day }: LawRecord,
  last: boolean,
  first: boolean,
): Part {
  const rows = gates.map(({ title }) => wrapText(title, 130, 12))
  const y = {
    field: 'row',
    type: 'ordinal',
    scale: { domain: gates.map((_, k) => k), paddingInner: 0.14, paddingOuter: 0.07 },
    axis: null,
  } as const
  const x = timeAxis(account, last ? {} : { labels: false, ticks: false })
  const spells = gates.flatMap((gate, row) =>
    gate.spells.flatMap(({ status, from, to }) =>
      split(account, from, to, how ? day : NaN).map((part) => ({
        row,
        status: words[status],
        ...part,
      })),
    ),
  )
  const changes = gates.flatMap((gate, row) => nameTags(account, gate, row))
  return {
    title: { text: wrapText(state.title, plotWidth, 13, true), fontSize: 13, offset: 6 },
    width: plotWidth,
    height: gates.length * rowHeight,
    layer: [
      {
        data: { values: spells },
        mark: { type: 'bar', height: { band: 1 } },
        encoding: {
          x,
          x2: { field: 'to' },
          y,
          color: {
            field: 'status',
            type: 'nominal',
            scale: look,
            legend: first ? { title: null, symbolType: 'square' } : null,
          },
          opacity: {
            field: 'law',
            type: 'nominal',
            scale: { domain: [false, true], range: [1, 0.35] },
            legend: null,
          },
        },
      },
      {
        data: {
          values: how
            ? [{ year: yearOfDay(day), label: how === 'ordered' ? 'court order' : 'law' }]
            : [],
        },
        layer: [
          { mark: { type: 'rule', color: ink.text, strokeWidth: 1.5 }, encoding: { x } },
          {
            mark: { type: 'text', y: -4, baseline: 'bottom', fontSize: 11 },
            encoding: { x, text: { field: 'label', type: 'nominal' } },
          },
        ],
      },
      {
        data: { values: changes },
        layer: [
          {
            mark: {
              type: 'tick',
              orient: 'vertical',
              thickness: 1,
              color: '#ffffff',
              height: { band: 1 },
            },
            encoding: { x, y },
          },
          {
            mark: { type: 'text', align: 'left', baseline: 'middle', dx: 4, fontSize: 11 },
            encoding: { x, y, text: { field: 'name', type: 'nominal' } },
          },
        ],
      },
      ...rowNames(rows, y),
    ],
  }
}

/** Names of the gates beside their rows, each in the middle of its row however many lines it has. */
function rowNames(rows: readonly (readonly string[])[], y: Part): Part[] {
  const counts = [...new Set(rows.map((lines) => lines.length))]
  return counts.map((count) => ({
    data: {
      values: rows.flatMap((text, row) => (text.length === count ? [{ row, text }] : [])),
    },
    mark: {
      type: 'text',
      align: 'right',
      baseline: 'middle',
      x: -8,
      lineHeight: 14,
      dy: (1 - count) * 7,
    },
    encoding: { y, text: { field: 'text', type: 'nominal' } },
  }))
}

/** A spell, cut where the law came: what follows no longer matters to the bill. */
function split(account: Account, from: number, to: number, law: number) {
  const [start, end] = [yearOfDay(dayAt(account, from)), yearOfDay(dayAt(account, to))]
  const cut = yearOfDay(Number.isNaN(law) ? account.lastDay + 1 : law)
  const before = start < cut ? [{ year: start, to: Math.min(end, cut), law: false }] : []
  const after = end > cut ? [{ year: Math.max(start, cut), to: end, law: true }] : []
  return [...before, ...after]
}

/** Where somebody takes a gate over: the name, if there is room for it until the next one. */
function nameTags(account: Account, gate: GateRecord, row: number) {
  const [start, end] = yearDomain(account)
  const pixels = (from: number, to: number) => ((to - from) / (end - start)) * plotWidth
  return tenuresOf(account, gate.id).map(({ name, from, to }) => {
    const room = pixels(yearOfDay(from), yearOfDay(to)) - 6
    return { row, year: yearOfDay(from), name: shorten(name, room) }
  })
}

function shorten(name: string, room: number): string {
  if (textWidth(name, 11) <= room) return name
  for (let length = name.length - 1; length >= 4; length--) {
    const text = `${name.slice(0, length).trimEnd()}.`
    if (textWidth(text, 11) <= room) return text
  }
  return ''
}

function describe(account: Account, { state, gates, how, day, died }: LawRecord): string {
  const held = gates
    .filter(({ yearsHolding }) => yearsHolding > 0)
    .sort((a, b) => b.yearsHolding - a.yearsHolding)
  const end =
    how === undefined
      ? 'there is no law by the end of the run'
      : `the ${how === 'ordered' ? 'court order' : 'law'} comes in ${monthYear(day)}`
  const lost = died === 0 ? '' : `, after ${counted(died, 'session')} ended without one`
  if (held.length === 0) return `${state.title}: no gate holds the bill; ${end}${lost}.`
  const waits = held.map((gate) => {
    const longest = gate.longest!
    const who = holdersBetween(
      account,
      gate.id,
      dayAt(account, longest.from),
      dayAt(account, longest.to),
    )
    return `${gate.title} for ${counted(gate.yearsHolding, 'year', 'years', 1)}${who.length > 0 ? ` (longest under ${listed(who)})` : ''}`
  })
  return `${state.title}: the bill is held by ${listed(waits)}; ${end}${lost}.`
}
