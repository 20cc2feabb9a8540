import type { ArchivedCheck, ArchivedExperiment, ExperimentResult } from '../../archive/index.js'
import { checkPictures, experimentPictures } from '../charts/experiments/index.js'
import { methodsSentences } from '../methods/methodsParagraph.js'
import { attributionAccount } from './attributionAccount.js'
import { checkAccount } from './checkAccount.js'
import { together } from './counts.js'
import type { ExperimentAccount } from './ExperimentAccount.js'
import { sensitivityAccount } from './sensitivityAccount.js'
import { sweepAccount } from './sweepAccount.js'
import { testAccount } from './testAccount.js'

/** All that page and charts tell of an experiment. */
export function accountOfExperiment({
  manifest,
  execution,
  result,
}: Pick<ArchivedExperiment, 'manifest' | 'execution' | 'result'>): ExperimentAccount {
  return {
    kind: result.kind,
    manifest,
    execution,
    seed: result.seed,
    counts: result.kind === 'test' ? together(result.hypotheses) : result,
    ...tell(result),
    pictures: experimentPictures(result, manifest),
    methods: methodsSentences(result, manifest),
  }
}

function tell(result: ExperimentResult) {
  switch (result.kind) {
    case 'sweep':
      return sweepAccount(result)
    case 'test':
      return testAccount(result)
    case 'sensitivity':
      return sensitivityAccount(result)
    case 'attribution':
      return attributionAccount(result)
  }
}

/** The same for a check. */
export function accountOfCheck(check: ArchivedCheck): ExperimentAccount {
  const { manifest, result } = check
  return {
    kind: 'check',
    manifest,
    execution: undefined,
    seed: result.seed,
    counts: result,
    ...checkAccount(result),
    pictures: checkPictures(check),
    methods: methodsSentences(result, manifest),
  }
}
