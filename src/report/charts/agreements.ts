import type { Account } from '../Account.js'
import { inForceOn, type Pact } from '../reading/chronicle.js'
import { fatesOf } from '../reading/fates.js'
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
  const counts = instruments.map((instrument) => countsOf(account, instrument))
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
        ...counts.map(({ inForce }) => String(inForce[tick])),
      ]),
    },
    spec,
  }
}

/** Agreements of an instrument at the end of each tick. */
interface Counts {
  readonly inForce: ArrayLike<number>
  readonly signed: ArrayLike<number>
}

/** As they were measured, so that chart and measures.csv agree; by their dates where a scenario does not measure them. */
function countsOf({ tracks }: Account, { id, signed }: InstrumentRecord): Counts {
  const dated = (has: (pact: Pact, day: number) => boolean) =>
    tracks.days.map((_, tick) => {
      const last = tracks.timeline.start(tick + 1) - 1
      return signed.filter((pact) => has(pact, last)).length
    })
  return {
    inForce: tracks.find('agreements', id) ?? dated(inForceOn),
    signed: tracks.find('concluded', id) ?? dated((pact, day) => pact.signed <= day),
  }
}

function panel(account: Account, instrument: InstrumentRecord, last: boolean): Part {
  const { tracks } = account
  const { title, signed } = instrument
  const counts = countsOf(account, instrument)
  const rows = [...tracks.days, tracks.timeline.start(tracks.n)].map((day, k) => {
    const at = Math.min(k, tracks.n - 1)
    return {
      year: round(yearOfDay(day), 3),
      inForce: counts.inForce[at],
      signed: counts.signed[at],
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
  const texts = used.map(({ title, signed }) => {
    const [first] = signed
    const parties = listed(first.parties.map((id) => cast.actor(id)))
    return `${title}: ${counted(signed.length, 'signature')}, the first in ${monthYear(first.signed)} (${parties}); ${fatesOf(signed)}.`
  })
  if (unused.length > 0) texts.push(`Never concluded: ${listed(unused.map(({ title }) => title))}.`)
  return texts.join(' ')
}
