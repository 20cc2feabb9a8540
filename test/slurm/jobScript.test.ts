import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { jobScript } from '../../src/experiment/slurm/jobScript.js'

const run = promisify(execFile)

describe('a job’s script', () => {
  test.each([
    'plain',
    'with a space',
    "it's",
    '"$HOME" `id` $(id)',
    'line\n#SBATCH --exclusive',
    '*',
    'back\\slash',
    '-n',
    '100%',
    '東京',
  ])('passes %j on as it is', async (word) => {
    const folder = await mkdtemp(join(tmpdir(), "a job's "))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const show = 'console.log(JSON.stringify([process.cwd(), ...process.argv.slice(1)]))'
    const script = jobScript(folder, [process.execPath, '-e', show, '--', word, ''])
    await writeFile(join(folder, 'job.sh'), script)
    const { stdout } = await run('sh', [join(folder, 'job.sh')])
    expect(JSON.parse(stdout)).toEqual([folder, word, ''])
    // Slurm reads its options up to the first command.
    const commands = script.split('\n').findIndex((line) => line !== '' && !line.startsWith('#'))
    expect(script.split('\n').slice(0, commands).join('\n')).not.toContain('SBATCH')
  })
})
