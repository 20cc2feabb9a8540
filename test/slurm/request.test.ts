import { describe, expect, test } from 'vitest'
import { InputError } from '../../src/diagnostics/index.js'
import { slurmRequest } from '../../src/experiment/slurm/index.js'

describe('what is asked of a cluster', () => {
  test('is little, unless told', () => {
    expect(slurmRequest({}, 100)).toEqual({ memory: '2560M', pilots: 4, workers: 4 })
  })

  test('never has more pilots than chunks, nor fewer than one', () => {
    expect(slurmRequest({ pilots: 10 }, 3).pilots).toBe(3)
    expect(slurmRequest({}, 0).pilots).toBe(1)
  })

  test.each([
    { partition: 'long' },
    { partition: 'day,night-2' },
    { account: 'pol_sci.2@uni' },
    { time: '90' },
    { time: '2:00:00' },
    { time: '1-12' },
    { time: '1-12:30:00' },
    { memory: '8G' },
  ])('may be $partition $account $time $memory', (wishes) => {
    expect(slurmRequest(wishes, 9)).toMatchObject(wishes)
  })

  test.each([
    { partition: '--wrap=reboot' },
    { partition: 'a b' },
    { partition: 'a\n#SBATCH --x' },
    { partition: '' },
    { account: '$(reboot)' },
    { account: '-x' },
    { time: '2 hours' },
    { time: '1-1-1' },
    { time: '2:00:00\n' },
    { memory: '8' },
    { memory: '0G' },
    { memory: '8GB' },
  ])('may not be %o', (wishes) => {
    expect(() => slurmRequest(wishes, 9)).toThrow(InputError)
  })

  test('is complained about all at once', () => {
    expect(() => slurmRequest({ time: 'x', memory: 'y' }, 9)).toThrow(/--time "x".*\n--memory "y"/)
  })
})
