import type { Account } from '../Account.js'
import { inForceOn } from '../reading/chronicle.js'
import type { InstrumentRecord } from '../reading/story.js'
import { counted, listed, monthYear } from '../reading/words.js'
import type { Part } from '../render/spec.js'
import { wrapText } from '../render/textWidth.js'
import { ink, palette, plotWidth } from '../render/theme.js'
import { niceSteps, round, timeAxis, yearEnds, yearOfDay } from './axes.js'
import { frame, sourceLine } from './frame.js'
import type { Picture } from './Picture.js'

const panelHeight = 96

/** Agreements in force, instrument by instrument. */
export function agreementsPicture(account: Account): Picture | undefined {
  const { instruments, tracks } = account
  if (instruments.length === 0) return undefined
  const used = instruments.filter(({ signed }) => signed.length > 0)
  const unused = instruments.filter(({ signed }) => signed.length === 0)
  const description = describe(account, used, unused)
  const never =
    unused.length === 0 ? '' : ` Never concluded: ${listed(unused.map(({ title }) => title))}.`
  const panels = used.map((instrument, k) => panel(account, instrument, k === used.length - 1))
  const title = 'Agreements in force'
  const spec = frame({
    title,
    subtitle: `Number of agreements: area, in force; dashed line, ever signed.${never}`,
    source: sourceLine(account),
    panels: panels.length > 0 ? panels : [emptyPanel(account)],
    description,
    spacing: 24,
  })
  return {
    id: 'agreements',
    title,
    caption: 'Agreements in force (area) and all that were ever signed (line), by instrument.',
    description,
    table: {
      head: ['From', ...instruments.map(({ title }) => `${title}, in force`)],
      rows: yearEnds(account).map((tick) => [
        monthYear(tracks.days[tick]),
        ...instruments.map(({ signed }) => String(inForceAt(account, signed, tick))),
      ]),
    },
    spec,
  }
}

function inForceAt({ tracks }: Account, signed: InstrumentRecord['signed'], tick: number): number {
  return signed.filter((pact) => inForceOn(pact, tracks.days[tick])).length
}

function panel(account: Account, { title, signed }: InstrumentRecord, last: boolean): Part {
  const { tracks } = account
  const rows = [...tracks.days, tracks.timeline.start(tracks.n)].map((day, k) => {
    const at = tracks.days[Math.min(k, tracks.n - 1)]
    return {
      year: round(yearOfDay(day), 3),
      inForce: signed.filter((pact) => inForceOn(pact, at)).length,
      signed: signed.filter((pact) => pact.signed <= at).length,
    }
  })
  const changes = rows.filter(
    (row, k) =>
      k === 0 ||
      k === rows.length - 1 ||
      row.inForce !== rows[k - 1].inForce ||
      row.signed !== rows[k - 1].signed,
  )
  const values = niceSteps(Math.max(1, signed.length), 4).filter(Number.isInteger)
  const top = Math.max(signed.length, values[values.length - 1])
  const scale = { domain: [0, top] }
  const x = timeAxis(account, last ? {} : { labels: false, ticks: false })
  const y = (field: string): Part => ({
    field,
    type: 'quantitative',
    scale,
    axis: { title: null, values, format: ',d' },
  })
  return {
    title: { text: wrapText(title, plotWidth, 13, true), fontSize: 13, offset: 6 },
    width: plotWidth,
    height: Math.min(panelHeight, 24 + 16 * top),
    data: { values: changes },
    layer: [
      {
        mark: { type: 'area', interpolate: 'step-after', opacity: 1, color: palette.sky },
        encoding: { x, y: y('inForce') },
      },
      {
        mark: {
          type: 'line',
          interpolate: 'step-after',
          strokeWidth: 1.5,
          strokeDash: [4, 3],
          color: ink.text,
        },
        encoding: { x, y: y('signed') },
      },
    ],
  }
}

function emptyPanel(account: Account): Part {
  return {
    width: plotWidth,
    height: 60,
    data: { values: [{ year: yearOfDay(account.firstDay) }] },
    mark: { type: 'text', align: 'left', text: 'No agreement was signed in this run.', dx: 6 },
    encoding: { x: timeAxis(account) },
  }
}

function describe(
  { cast }: Account,
  used: readonly InstrumentRecord[],
  unused: readonly InstrumentRecord[],
): string {
  const texts = used.map(({ title, signed, inForceAtEnd }) => {
    const [first] = signed
    const parties = listed(first.parties.map((id) => cast.actor(id)))
    return `${title}: ${counted(signed.length, 'signature')}, the first in ${monthYear(first.signed)} (${parties}); ${inForceAtEnd} in force at the end.`
  })
  if (unused.length > 0) texts.push(`Never concluded: ${listed(unused.map(({ title }) => title))}.`)
  return texts.join(' ')
}
