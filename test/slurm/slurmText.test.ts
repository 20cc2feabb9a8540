import { describe, expect, test } from 'vitest'
import { type SweepState, statusText } from '../../src/cli/slurmText.js'
import type { QueuedJob } from '../../src/experiment/slurm/index.js'

const whole = { chunks: 4, missing: 0, runs: 40, done: 40, failed: 0, lost: 0 }
const half = { chunks: 4, missing: 2, runs: 40, done: 17, failed: 2, lost: 1 }
const pilot: QueuedJob = { role: 'pilot', id: '7_0', state: 'RUNNING', node: 'n1', reason: '' }
const merge: QueuedJob = {
  role: 'merge',
  id: '8',
  state: 'PENDING',
  node: '',
  reason: 'Dependency',
}

const told = (state: Partial<SweepState>) =>
  statusText({ folder: 'a b', tally: half, jobs: [], merged: false, ...state }).split('\n')

describe('how a sweep stands', () => {
  test('with nobody at work', () => {
    expect(told({})).toEqual([
      'a b: 20 of 40 runs (2 failed, 1 lost), 2 of 4 chunks.',
      'No job is left. To go on:',
      "  paradiplomacy sweep --resume 'a b' --engine slurm  on the cluster",
      "  paradiplomacy sweep --resume 'a b'                 here",
    ])
  })

  test('with jobs in the queue', () => {
    expect(told({ jobs: [pilot, merge] })).toEqual([
      'a b: 20 of 40 runs (2 failed, 1 lost), 2 of 4 chunks.',
      '  7_0  pilot  running on n1',
      '  8    merge  pending (Dependency)',
      'Jobs are in the queue; the result is there when the merge has ended.',
    ])
  })

  test('with jobs that will never start', () => {
    const stuck = { ...pilot, state: 'PENDING', node: '', reason: 'PartitionTimeLimit' }
    expect(told({ jobs: [stuck, merge] }).slice(3)).toEqual([
      'Slurm will not start some of them as they were asked for (PartitionTimeLimit):',
      "  paradiplomacy sweep cancel 'a b'                   end them",
      "  paradiplomacy sweep --resume 'a b' --engine slurm  ask again, with other options",
    ])
  })

  test('with all there, and merged or not', () => {
    expect(told({ tally: whole })).toEqual([
      'a b: 40 of 40 runs, 4 of 4 chunks.',
      'No job is left. To merge:',
      "  paradiplomacy sweep collect 'a b'",
    ])
    expect(told({ tally: whole, merged: true })[1]).toBe('It is finished.')
  })

  test('where Slurm cannot be asked', () => {
    expect(told({ jobs: undefined })[1]).toMatch(/^Slurm cannot be asked from here/)
  })
})
