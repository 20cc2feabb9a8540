import type { SensitivityResult } from '../../archive/index.js'
import { counted } from '../reading/words.js'
import {
  type AnyManifest,
  factorList,
  repeatSentences,
  runSentences,
  scenarioSentences,
} from './common.js'

export function sensitivityMethods(result: SensitivityResult, manifest: AnyManifest): string[] {
  const { method, n, points, replications, factors, outcomes, seed } = result
  const morris = method === 'morris'
  const second = outcomes.some((outcome) => outcome.second !== null)
  const dropped = outcomes.filter((outcome) => outcome.dropped > 0)
  return [
    ...scenarioSentences(manifest),
    `We varied ${counted(factors.length, 'factor')}: ${factorList(factors)}.`,
    morris
      ? `The design is that of elementary effects (Morris 1991): ${counted(n, 'trajectory', 'trajectories')}, ${counted(points, 'point')}.`
      : `The design is that of variance-based indices (Saltelli 2002; Saltelli et al. 2010): ${counted(n, 'base point')}, ${counted(points, 'point')} in all.`,
    `Each point was run ${counted(replications, 'time')} with other chance, and outcomes are means over these replications; the same replicate shares its random numbers across points (master seed “${seed}”).`,
    ...(outcomes.some(({ outcome }) => outcome.type === 'date')
      ? ['Dates that never came count as the end of the scenario.']
      : []),
    ...runSentences(result),
    morris
      ? 'For each factor we report mu*, the mean size of its elementary effects per unit of its range (Campolongo et al. 2007), with a 95 % interval, a BCa bootstrap over trajectories, and sigma, their standard deviation.'
      : `For each factor we report first-order (Saltelli et al. 2010) and total indices (Jansen 1999)${second ? ', and second-order indices of pairs (Saltelli 2002),' : ''} with 95 % intervals, BCa bootstraps over base points.`,
    ...(replications > 1
      ? [
          'The share of the variance over runs that lies between replications of the same point is told apart as noise.',
        ]
      : []),
    ...dropped.map(
      ({ outcome, dropped: count }) =>
        `For ${outcome.title} ${counted(count, 'point')} had no value in any run; the ${morris ? 'trajectories' : 'base points'} they belong to were left out.`,
    ),
    ...repeatSentences(manifest),
  ]
}
