import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFolder } from './build.mjs'

const command = join(buildFolder, 'cli/main.js')

/** From nothing to the end of the process: Node alone, the help, a whole run without a page. */
export function coldStart({ rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'paradiplomacy-bench-'))
  const run = ['run', 'acid-rain', '--seed', '1990', '--no-report', '--force', '--out']
  const cases = [
    { name: 'node, doing nothing', args: ['-e', '0'], samples: [] },
    { name: 'paradiplomacy --help', args: [command, '--help'], samples: [], aim: { atMost: 150 } },
    { name: 'run acid-rain --no-report', args: [command, ...run, join(folder, 'r')], samples: [] },
  ]
  for (let round = 0; round < rounds; round++) {
    for (const { args, samples } of cases) {
      const start = performance.now()
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
      samples.push(performance.now() - start)
      if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
    }
  }
  rmSync(folder, { recursive: true })
  return cases.map(({ name, samples, aim }) => ({ name, unit: 'ms', samples, aim }))
}
