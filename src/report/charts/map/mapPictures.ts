import type { Account } from '../../Account.js'
import type { Named } from '../../reading/Cast.js'
import { inForceOn } from '../../reading/chronicle.js'
import { counted, figure, listed, monthYear, signed } from '../../reading/words.js'
import { frame, sourceLine } from '../frame.js'
import type { Picture } from '../Picture.js'
import { type MapScene, mapScene, type Spot } from './MapScene.js'
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

/** Units where they lie, by size of emissions and colour of position, with their ties; one map an issue. */
export function mapPictures(account: Account): MovingPicture[] {
  const many = account.cast.issues.length > 1
  return account.cast.issues.flatMap((issue) => {
    const scene = mapScene(account, issue)
    return scene === undefined ? [] : [picture(account, issue, scene, many)]
  })
}

function picture(account: Account, issue: Named, scene: MapScene, many: boolean): MovingPicture {
  const { frames, shown, outside, largest } = scene
  const title = many ? `Map: ${issue.title}` : 'Units, positions and ties'
  const description = describe(account, scene)
  const size = largest > 0 ? 'emissions (size) and position (colour)' : 'position (colour)'
  const left = outside.length === 0 ? '' : ` Not on the map: ${some(outside.map((u) => u.title))}.`
  return {
    id: many ? `map-${issue.id}` : 'map',
    title,
    caption: `Each unit at its centre${largest > 0 ? ': the larger, the more it emits' : ''}; blue is for action, orange against it. A line joins the parties of an agreement in force.`,
    description,
    parameter: 'frame',
    frames,
    shown,
    table: tieTable(account, scene),
    spec: frame({
      title,
      subtitle: `Units by ${size}, and agreements in force between them (lines).${left}`,
      source: `${sourceLine(account)} Coastlines and borders: Natural Earth.`,
      panels: [mapPanel(account, scene)],
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

function tieTable({ cast }: Account, { ties }: MapScene) {
  return {
    head: ['Agreement', 'Parties', 'In force from', 'Ended'],
    rows: ties
      .slice(0, mostRows)
      .map(({ pact }) => [
        cast.instrument(pact.instrument),
        listed(pact.parties.map((id) => cast.actor(id))),
        monthYear(pact.inForce),
        Number.isNaN(pact.ends) ? '–' : monthYear(pact.ends),
      ]),
  }
}

function describe({ cast, tracks }: Account, scene: MapScene): string {
  const { spots, ties, ticks, shown, outside } = scene
  const tick = ticks[shown]
  const sorted = [...spots].sort((a, b) => b.positions[shown] - a.positions[shown])
  const day = tracks.timeline.start(tick + 1) - 1
  const pairs = ties
    .filter(({ pact }) => inForceOn(pact, day))
    .map(({ pact }) => pact.parties.map((id) => cast.actor(id)).join(' – '))
  const emitters = spots
    .filter(({ sizes }) => sizes[shown] > 0)
    .sort((a, b) => b.sizes[shown] - a.sizes[shown])
    .slice(0, 3)
  const name = (spot: Spot) => `${spot.unit.title} (${signed(spot.positions[shown], 2)})`
  const unit = tracks.unit('emissions')
  const far =
    outside.length > 0 ? ` (${counted(outside.length, 'far and small one')} left out)` : ''
  return [
    `The map shows ${counted(spots.length, 'unit')} as of ${monthYear(tracks.days[tick])}${far}.`,
    `Most for action: ${listed(sorted.slice(0, 3).map(name))}; most against: ${listed(sorted.slice(-3).reverse().map(name))}.`,
    ...(emitters.length > 0
      ? [
          `The largest sources are ${listed(emitters.map((s) => `${s.unit.title} (${figure(s.sizes[shown])} ${unit})`))}.`,
        ]
      : []),
    pairs.length === 0
      ? 'No two units have an agreement in force at that time.'
      : `Agreements in force: ${some(pairs)}.`,
  ].join(' ')
}

function some(names: readonly string[]): string {
  const more = names.length - mostNames
  return listed(more > 0 ? [...names.slice(0, mostNames), `${more} more`] : names)
}
