import { copyFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { differences, everythingIn, myValley } from '../end-to-end/command.js'

/** What a sweep leaves that depends on when and where it was made. */
const exempt = /^(execution\.json|ro-crate-metadata\.json|report\.html|slurm\.json|slurm\/.*)$/

/** A slow sweep of a small scenario with a mechanism of the user's own: 400 runs in 40 chunks, 75 ms each. */
export const slowSweep = [
  'sweep',
  './mine',
  '--mechanism',
  'slow.mjs',
  '--vary',
  'salience.rate=0.3,0.6',
  '--replications',
  '200',
  '--chunk',
  '10',
  '--no-report',
]

/** Puts scenario and mechanism into a folder. */
export async function prepare(folder: string): Promise<void> {
  await myValley(folder, { find: 'mechanisms:\n', put: 'mechanisms:\n  slow: {}\n' })
  await copyFile(new URL('slow.mjs', import.meta.url), join(folder, 'slow.mjs'))
}

/** Data that two folders of one sweep do not share. */
export function dataDifferences(a: string, b: string): string[] {
  return differences(a, b).filter((name) => !exempt.test(name))
}

/** The numbers of the chunks that are done. */
export async function chunksIn(folder: string): Promise<number[]> {
  const names = await readdir(join(folder, 'chunks')).catch(() => [])
  return names.filter((name) => /^\d+\.csv$/.test(name)).map((name) => Number.parseInt(name, 10))
}

/** The numbers of the chunks that someone has claimed and not finished. */
export async function openClaims(folder: string): Promise<number[]> {
  const done = new Set(await chunksIn(folder))
  const names = everythingIn(join(folder, 'claims')).filter((name) => /^\d+$/.test(name))
  return names.map(Number).filter((chunk) => !done.has(chunk))
}

/** Waits until something is so, for at most two minutes. */
export async function until(what: string, so: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 120_000
  while (!(await so())) {
    if (performance.now() > end) throw new Error(`two minutes have passed, and still not: ${what}`)
    await sleep(50)
  }
}
