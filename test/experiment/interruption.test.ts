import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { access, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Interrupted } from '../../src/diagnostics/index.js'
import type { Progress } from '../../src/experiment/index.js'
import { check } from './run.js'

const script = join(import.meta.dirname, 'checkProcess.mjs')
const lasting = { lasting: 30 }
let root: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kill-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

/** A check in a process of its own, begun or resumed. */
function start(out: string, resume: boolean): ChildProcess {
  return fork(script, [out, resume ? 'resume' : 'begin', JSON.stringify(lasting), '60'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** Number of chunks that are done. */
const published = (out: string) =>
  readdir(join(out, 'chunks')).then(
    (names) => names.filter((name) => /^\d+\.csv$/.test(name)).length,
    () => 0,
  )

describe('an interrupted check', () => {
  it('loses nothing to kill -9, and gives the same bytes in the end', async () => {
    await check(join(root, 'straight'), { runs: 60 }, lasting)
    const out = join(root, 'killed')
    let killed = 0
    for (let attempt = 0; ; attempt++) {
      const child = start(out, await exists(join(out, 'plan.json')))
      const exit = once(child, 'exit') as Promise<[number | null, string | null]>
      // Four times it is killed when it has published something more, a little later every time; then it may end.
      const before = await published(out)
      while (attempt < 4 && child.exitCode === null && (await published(out)) === before)
        await sleep(20)
      await sleep(attempt * 17)
      if (attempt < 4 && child.exitCode === null && child.kill('SIGKILL')) killed++
      const [code] = await exit
      if (code === 0) break
      expect(code).toBeNull()
    }
    expect(killed).toBeGreaterThan(0)
    for (const name of ['runs.csv', 'check.json', 'manifest.json', 'plan.json'])
      expect(await readFile(join(out, name), 'utf8'), name).toBe(
        await readFile(join(root, 'straight', name), 'utf8'),
      )
    expect((await readdir(out)).filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  it('can be shared by two processes', async () => {
    const out = join(root, 'shared')
    const first = start(out, false)
    while (!(await exists(join(out, 'plan.json')))) await sleep(20)
    const second = start(out, true)
    const codes = await Promise.all([first, second].map((child) => once(child, 'exit')))
    expect(codes.map(([code]) => code)).toEqual([0, 0])
    for (const name of ['runs.csv', 'check.json'])
      expect(await readFile(join(out, name), 'utf8')).toBe(
        await readFile(join(root, 'straight', name), 'utf8'),
      )
  })

  it('ends at once when told to, keeps its chunks and goes on from there', async () => {
    const out = join(root, 'aborted')
    const controller = new AbortController()
    let toldAt = 0
    const onProgress = ({ done }: Progress) => {
      if (done !== 20 || toldAt) return
      toldAt = performance.now()
      controller.abort()
    }
    const slow = { lasting: 100 }
    const { signal } = controller
    const attempt = check(out, { runs: 60, onProgress, signal }, slow)
    await expect(attempt).rejects.toThrow(Interrupted)
    expect(performance.now() - toldAt).toBeLessThan(1500)
    expect((await readdir(join(out, 'chunks'))).length).toBeGreaterThan(0)
    expect(await readdir(join(out, 'claims'))).toEqual(
      expect.arrayContaining(
        (await readdir(join(out, 'chunks'))).map((name) => name.replace('.csv', '')),
      ),
    )
    expect(await readdir(join(out, 'tmp'))).toEqual([])
    expect(await exists(join(out, 'check.json'))).toBe(false)

    const seen: Progress[] = []
    await check(out, { runs: 60, resume: out, onProgress: (p) => seen.push(p) }, slow)
    expect(seen[0].done).toBe(1)
    expect(seen[seen.length - 1].done).toBe(60)
    expect(await exists(join(out, 'check.json'))).toBe(true)
  })

  it('does not begin when it is told to end before', async () => {
    const signal = AbortSignal.abort()
    await expect(check(join(root, 'never'), { signal })).rejects.toThrow(Interrupted)
  })
})
