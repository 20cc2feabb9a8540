import type { Library } from '../../contract/index.js'
import type { ModelPlan } from '../../engine/index.js'
import type { ScenarioDocument } from '../../scenario/document.js'
import { buildModel } from '../../scenario/index.js'
import { capital, counted, spaced } from '../reading/words.js'
import { designConcepts } from './designConcepts.js'
import { entities } from './entities.js'
import { initialization, inputData } from './inputs.js'
import { blocks, md, mdTable } from './markdown.js'
import { submodels } from './submodels.js'

/**
 * The model of a scenario by the ODD protocol (Grimm et al. 2020), as Markdown: seven elements, written from the
 * descriptors of the code and from the scenario, so that it cannot say anything else than what runs.
 *
 * @param library where the scenario's mechanisms and measures are
 * @throws {InputError} if the document does not fit the library
 */
export function odd(document: ScenarioDocument, library: Library): string {
  const { plan } = buildModel(document, library)
  return `${blocks(
    `# ${md(document.title)}: model description`,
    'This description follows the ODD protocol (Overview, Design concepts, Details; Grimm et al. 2020, *Journal of Artificial Societies and Social Simulation* 23(2):7). It is written by the program from its own descriptors and the scenario file.',
    purpose(document),
    entities(document, plan),
    process(plan),
    designConcepts(plan),
    initialization(document, plan),
    inputData(document, plan),
    submodels(document, plan),
  )}\n`
}

function purpose(document: ScenarioDocument): string {
  const { question, summary, checks = [], treatments = {} } = document
  return blocks(
    '## 1. Purpose and patterns',
    `**Purpose.** ${md(question)}`,
    md(summary),
    checks.length === 0
      ? 'The scenario names no patterns by which the model is to be judged.'
      : blocks(
          `**Patterns.** The model is judged by ${counted(checks.length, 'pattern')}. Bands were set from the evidence; *calibration* patterns were used to set parameters, *input* patterns restate data, *validation* patterns were held out.`,
          mdTable(
            ['Pattern', 'Role', 'Band', 'Observed', 'Grade', 'Source'],
            checks.map(({ title, role, band, unit, observed, grade, source }) => [
              md(title),
              role,
              `${plain(band[0])} to ${plain(band[1])}${unit === undefined ? '' : ` ${md(unit)}`}`,
              observed === undefined ? '' : md(String(observed)),
              grade,
              md(source),
            ]),
          ),
        ),
    Object.keys(treatments).length === 0
      ? undefined
      : blocks(
          '**Treatments.** A cause that is claimed is one that can be switched off:',
          Object.entries(treatments)
            .map(([id, { title, note }]) => `- *${md(title)}* (${md(id)}): ${md(note)}`)
            .join('\n'),
        ),
  )
}

function plain(value: number): string {
  return String(value).replace('-', '−')
}

function process({ mechanisms }: ModelPlan): string {
  return blocks(
    '## 3. Process overview and scheduling',
    'Time goes in ticks of equal length. In each tick every mechanism takes one step, in this order; what it writes stands at once for those after it. Within a step a mechanism goes through its rows in the order of the scenario; its chance depends on their ids, not on that order. Signals that last one tick are cleared before the first step; measures are taken after the last.',
    mechanisms
      .map(
        ({ mechanism }, k) =>
          `${k + 1}. *${capital(spaced(mechanism.name))}.* ${md(mechanism.summary)}`,
      )
      .join('\n'),
    'After each step the values that it may write are checked against their ranges; a value outside ends the run with an error.',
  )
}
