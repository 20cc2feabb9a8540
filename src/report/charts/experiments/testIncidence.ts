import type { HypothesisFinding, TestResult } from '../../../archive/index.js'
import { together } from '../../experiments/counts.js'
import type { AnyManifest } from '../../methods/common.js'
import { levelOf, share, withUnit } from '../../reading/quantity.js'
import { plotWidth } from '../../render/theme.js'
import { frame } from '../frame.js'
import type { Picture } from '../Picture.js'
import { type IncidenceSeries, incidencePanel, incidenceWords } from './incidence.js'
import { experimentSource } from './source.js'

const gap = 80
const names = ['treatment', 'control'] as const

/** When dated outcomes come, with the treatment and without it. */
export function testIncidencePicture(
  result: TestResult,
  manifest: AnyManifest,
): Picture | undefined {
  const shown = result.hypotheses.filter(({ dated }) => dated !== null)
  if (shown.length === 0) return undefined
  const width = shown.length === 1 ? plotWidth : (plotWidth - gap) / 2
  const title = 'When it comes, with the treatment and without'
  const description = shown
    .map((h) => `${h.id} (${h.outcome.title}): ${seriesOf(h).map(incidenceWords).join('; ')}.`)
    .join(' ')
  const spec = frame({
    title,
    subtitle:
      'Share of runs in which the outcome has come by a date, with 95 % bands. Runs in which it never comes are counted: the lines end below 100 %.',
    source: experimentSource('test', manifest, together(result.hypotheses).runs),
    description,
    panels: [
      {
        concat: shown.map((h) =>
          incidencePanel(
            shown.length === 1 ? h.statement : `${h.id}: ${h.outcome.title}`,
            seriesOf(h),
            width,
            names,
          ),
        ),
        columns: 2,
        spacing: gap,
        resolve: { scale: { x: 'independent' } },
      },
    ],
  })
  const date = levelOf(shown[0].outcome)
  return {
    id: 'incidence',
    title,
    caption:
      'Lines climb as the outcome comes in more of the runs. The gap between treatment and control is the effect on how many; the shift to the side is the effect on when.',
    description,
    table: {
      head: ['Hypothesis', 'Runs', 'Change', 'Has come by the horizon in', 'Restricted mean date'],
      rows: shown.flatMap((h) =>
        seriesOf(h).map(({ name, summary }) => [
          h.id,
          name,
          h[name === 'treatment' ? 'treatment' : 'control'].title,
          withUnit(share, summary.incidence),
          withUnit(date, summary.restrictedMean),
        ]),
      ),
    },
    spec,
  }
}

function seriesOf({ dated }: HypothesisFinding): IncidenceSeries[] {
  return names.map((name) => ({ name, summary: dated![name] }))
}
