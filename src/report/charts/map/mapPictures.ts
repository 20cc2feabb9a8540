import type { Account } from '../../Account.js'
import type { Named } from '../../reading/Cast.js'
import { capital, counted, figure, listed, monthYear, signed, small } from '../../reading/words.js'
import { plotWidth } from '../../render/theme.js'
import { frame, sourceLine } from '../frame.js'
import type { Picture } from '../Picture.js'
import { isContested, type MapScene, mapScene, type Spot } from './MapScene.js'
import { mapPanel } from './mapPanel.js'

/** Rows of the table and names in the text at most. */
const mostRows = 200
const mostNames = 12

/** A map that can be moved through the years. */
export interface MovingPicture extends Picture {
  /** Name of the parameter that holds the number of the frame. */
  readonly parameter: string
  /** What each frame is called, in order. */
  readonly frames: readonly string[]
  /** The frame that is shown first. */
  readonly shown: number
}

/**
 * Units where they lie, with their ties: a map for each contested issue, where colour shows positions, and one of all
 * ties that are about no contested issue.
 */
export function mapPictures(account: Account): MovingPicture[] {
  const { issues } = account.cast
  const contested = issues.filter((issue) => isContested(account, issue))
  const calm = issues.filter((issue) => !contested.includes(issue))
  const many = issues.length > 1
  const maps = contested.flatMap((issue) => {
    const scene = mapScene(account, issue, new Set([issue.id]))
    const id = many ? `map-${issue.id}` : 'map'
    return scene === undefined ? [] : [picture(account, id, scene, many ? issue : undefined)]
  })
  const rest = new Set(['', ...calm.map(({ id }) => id)])
  const ties = mapScene(account, undefined, rest)
  const idle = ties === undefined || ties.ties.length === 0
  return idle ? maps : [...maps, picture(account, maps.length > 0 ? 'map-ties' : 'map', ties)]
}

function picture(account: Account, id: string, scene: MapScene, issue?: Named): MovingPicture {
  const { frames, shown, outside, sizing, coloured, landscape, ties } = scene
  const title = issue
    ? `Map: ${issue.title}`
    : coloured
      ? 'Units, positions and ties'
      : 'Units and ties'
  const description = describe(account, scene)
  const sized = sizing && `${small(sizing.title)} (size)`
  const by = [...(sized ? [sized] : []), ...(coloured ? ['position (colour)'] : [])]
  const left =
    outside.length === 0
      ? ''
      : outside.length > mostNames
        ? ` ${outside.length} units lie outside.`
        : ` Not on the map: ${some(outside.map((u) => u.title))}.`
  const larger = sizing
    ? `: the larger, the ${sizing.title === 'Emissions' ? 'more it emits' : 'more people'}`
    : ''
  const sides = coloured ? '; blue is for action, orange against it' : ''
  const twins =
    account.twins.length > 0
      ? ` Twin towns are those of the last year${scene.sampled > 1 ? `; one in ${scene.sampled} is drawn` : ''}.`
      : ''
  const land =
    landscape.land.length === 0 ? ' The places are invented: there is no land to draw.' : ''
  const natural =
    landscape.land.length === 0
      ? ''
      : ' Coastlines and borders: Natural Earth, as of today; no rivers.'
  return {
    id,
    title,
    caption: `Each unit at its centre${larger}${sides}. A line joins the parties of a tie that holds${ties.length > 250 ? '; where there are many, they are pale' : ''}.${twins}${land}`,
    description,
    parameter: 'frame',
    frames,
    shown,
    table: tieTable(account, scene),
    spec: frame({
      title,
      subtitle: `Units${by.length > 0 ? ` by ${listed(by)}` : ''}, and ties between them (lines).${left}`,
      source: `${sourceLine(account)}${natural}`,
      panels: [mapPanel(scene)],
      // The year stands above the map, on the right.
      width: plotWidth - 80,
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
    }),
  }
}

function tieTable({ cast }: Account, { pacts, ties, frames }: MapScene) {
  const rows = pacts
    .slice(0, mostRows)
    .map(({ instrument, parties, inForce, ends }) => [
      cast.instrument(instrument),
      listed(parties.map((id) => cast.actor(id))),
      monthYear(inForce),
      Number.isNaN(ends) ? '–' : monthYear(ends),
    ])
  const others = ties
    .slice(pacts.length === 0 ? 0 : ties.length)
    .slice(0, mostRows)
    .map(({ kind, parties, from }) => [
      kind,
      listed(parties.map((id) => cast.actor(id))),
      frames[from],
      '–',
    ])
  const all = [...rows, ...others]
  return {
    head: ['Tie', 'Parties', 'In force from', 'Ended'],
    rows: all.length > 0 ? all : [['none', '–', '–', '–']],
  }
}

function describe({ cast, tracks }: Account, scene: MapScene): string {
  const { spots, ties, ticks, shown, outside, coloured, sizing } = scene
  const tick = ticks[shown]
  const sorted = [...spots].sort((a, b) => b.positions[shown] - a.positions[shown])
  const pairs = ties
    .filter(({ from, to }) => from <= shown && shown < to)
    .map(({ parties }) => parties.map((id) => cast.actor(id)).join(' – '))
  const at = (sizes: readonly number[]) => sizes[Math.min(shown, sizes.length - 1)]
  const largest = spots
    .filter(({ sizes }) => at(sizes) > 0)
    .sort((a, b) => at(b.sizes) - at(a.sizes))
    .slice(0, 3)
  const name = (spot: Spot) => `${spot.unit.title} (${signed(spot.positions[shown], 2)})`
  const far = outside.length > 0 ? ` (${counted(outside.length, 'other')} left out)` : ''
  return [
    `The map shows ${counted(spots.length, 'unit')} as of ${monthYear(tracks.days[tick])}${far}.`,
    ...(coloured
      ? [
          `Most for action: ${listed(sorted.slice(0, 3).map(name))}; most against: ${listed(sorted.slice(-3).reverse().map(name))}.`,
        ]
      : []),
    ...(sizing && largest.length > 0
      ? [
          `The largest ${sizing.title === 'Emissions' ? 'sources' : 'units'} are ${listed(largest.map((s) => `${s.unit.title} (${figure(at(s.sizes))} ${sizing.unit === 'person' ? 'people' : sizing.unit})`))}.`,
        ]
      : []),
    pairs.length === 0
      ? 'No two units are tied at that time.'
      : `${capital(counted(pairs.length, 'tie'))} at that time: ${some(pairs)}.`,
  ].join(' ')
}

function some(names: readonly string[]): string {
  const more = names.length - mostNames
  return listed(more > 0 ? [...names.slice(0, mostNames), `${more} more`] : names)
}
