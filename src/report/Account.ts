import type { ArchivedRun } from '../archive/index.js'
import { type Comparison, compareWithHistory } from './reading/history.js'
import { type OwnCheck, ownChecksOf } from './reading/ownChecks.js'
import { type Story, storyOf } from './reading/story.js'

/** All that charts and page tell: the run as a story, beside history. */
export interface Account extends Story {
  readonly history: Comparison
  readonly checks: readonly OwnCheck[]
}

/** Reads a run for charts and page. */
export async function accountOf(run: ArchivedRun): Promise<Account> {
  const story = storyOf(run)
  const [history, checks] = await Promise.all([compareWithHistory(story), ownChecksOf(story)])
  return { ...story, history, checks }
}
