import type { Account } from '../Account.js'
import { type Part, type Spec, vegaLiteSchema } from '../render/spec.js'
import { wrapText } from '../render/textWidth.js'
import { ink, plotWidth } from '../render/theme.js'

const marks = ['color', 'fill', 'stroke', 'shape', 'size', 'strokeDash', 'opacity']

interface Frame {
  readonly title: string
  /** Sentences below the title. */
  readonly subtitle: string
  /** Where the data come from, below the chart. */
  readonly source: string
  readonly panels: readonly Part[]
  readonly description: string
  readonly spacing?: number
  /** Width to which title and source may run; the plot's, if absent. */
  readonly width?: number
  readonly rest?: Part
}

/** Stacks panels under a title and over a line that names the source. */
export function frame(what: Frame): Spec {
  const { title, subtitle, source, panels, description, spacing = 18, width = plotWidth } = what
  const footer = wrapText(source, width, 10.5)
  return {
    $schema: vegaLiteSchema,
    description,
    title: {
      text: wrapText(title, width, 17, true),
      subtitle: wrapText(subtitle, width, 12.5),
    },
    spacing,
    // Every panel explains its own marks, right beside them.
    resolve: { scale: Object.fromEntries(marks.map((channel) => [channel, 'independent'])) },
    vconcat: [
      ...panels,
      {
        data: { values: [{}] },
        width,
        height: footer.length * 13,
        mark: {
          type: 'text',
          align: 'left',
          baseline: 'top',
          fontSize: 10.5,
          lineHeight: 13,
          color: ink.quiet,
          text: footer,
          x: 0,
          y: 0,
        },
      },
    ],
    ...what.rest,
  }
}

/** Names the run and, where history is shown, its sources. */
export function sourceLine({ run }: Account, history: readonly string[] = []): string {
  const { version, seed, scenario, treatment, replicate } = run.manifest
  const which = [
    `seed ${seed}`,
    ...(replicate === 0 ? [] : [`replicate ${replicate}`]),
    ...(treatment === null ? [] : [`treatment ${treatment}`]),
  ]
  const texts = [...new Set(history)]
  const past = texts.length === 0 ? '' : ` History: ${texts.join('; ')}.`
  return `One run of ${scenario.name} (paradiplomacy ${version}, ${which.join(', ')}).${past}`
}
