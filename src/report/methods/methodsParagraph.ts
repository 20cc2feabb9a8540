import type { CheckResult, ExperimentResult } from '../../archive/index.js'
import { code, md } from '../odd/markdown.js'
import { attributionMethods } from './attributionMethods.js'
import { checkMethods } from './checkMethods.js'
import type { AnyManifest } from './common.js'
import { sensitivityMethods } from './sensitivityMethods.js'
import { sweepMethods } from './sweepMethods.js'
import { testMethods } from './testMethods.js'

/** How an experiment was made, sentence by sentence; each is computed from the result. */
export function methodsSentences(
  result: ExperimentResult | CheckResult,
  manifest: AnyManifest,
): readonly string[] {
  if (!('kind' in result)) return checkMethods(result, manifest)
  switch (result.kind) {
    case 'sweep':
      return sweepMethods(result, manifest)
    case 'test':
      return testMethods(result, manifest)
    case 'sensitivity':
      return sensitivityMethods(result, manifest)
    case 'attribution':
      return attributionMethods(result, manifest)
  }
}

/** The same as a paragraph of Markdown, for a paper. */
export function methodsParagraph(
  result: ExperimentResult | CheckResult,
  manifest: AnyManifest,
): string {
  return paragraphOf(methodsSentences(result, manifest), manifest)
}

/** Sentences as Markdown, with the command as code. */
export function paragraphOf(sentences: readonly string[], { command }: AnyManifest): string {
  return sentences
    .map((sentence) => sentence.split(`“${command}”`).map(md).join(code(command)))
    .join(' ')
}
