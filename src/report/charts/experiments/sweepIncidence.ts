import type { DatedSummary, OutcomeHead, SweepResult } from '../../../archive/index.js'
import type { AnyManifest } from '../../methods/common.js'
import { levelOf, share, withUnit } from '../../reading/quantity.js'
import { plotWidth } from '../../render/theme.js'
import { frame } from '../frame.js'
import type { Picture } from '../Picture.js'
import { type IncidenceSeries, incidencePanel, incidenceWords } from './incidence.js'
import { experimentSource, fileName } from './source.js'

/** When a dated outcome comes, over all points of a sweep, by treatment. */
export function sweepIncidencePicture(
  result: SweepResult,
  outcome: OutcomeHead,
  dated: readonly DatedSummary[],
  manifest: AnyManifest,
): Picture {
  const series = result.treatments.map(
    ({ title }, k): IncidenceSeries => ({ name: title, summary: dated[k] }),
  )
  const several = result.design.points > 1
  const title = `When it comes: ${outcome.title}`
  const description = `${outcome.title}. ${series.map((s) => `${incidenceWords(s)}.`).join(' ')}`
  const spec = frame({
    title,
    subtitle: `Share of runs in which it has come by a date, with 95 % bands${several ? ', over all settings together' : ''}. Runs in which it never comes are counted.`,
    source: experimentSource('sweep', manifest, result.runs),
    description,
    panels: [
      incidencePanel(
        outcome.title,
        series,
        plotWidth,
        series.map(({ name }) => name),
      ),
    ],
  })
  return {
    id: fileName('incidence', outcome.id),
    title,
    caption: `Lines climb as the outcome comes in more of the runs${series.length > 1 ? '; the gap between them is the difference in how many, the shift to the side that in when' : ''}.`,
    description,
    table: {
      head: ['Treatment', 'Has come by the horizon in', 'Restricted mean date'],
      rows: series.map(({ name, summary }) => [
        name,
        withUnit(share, summary.incidence),
        withUnit(levelOf(outcome), summary.restrictedMean),
      ]),
    },
    spec,
  }
}
