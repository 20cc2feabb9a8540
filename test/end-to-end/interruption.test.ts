import { existsSync } from 'node:fs'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import {
  differences,
  everythingIn,
  launch,
  main,
  paradiplomacy,
  start,
  temporary,
  valley,
} from './command.js'
import { appears } from './waiting.js'

/** How long an ended command may take to go, in milliseconds. */
const atOnce = 1000
const partial = 'results/.acid-rain-001.partial'
/** Moments in the life of a run, as files tell them, and how long after. */
const moments: readonly (readonly [file: string | undefined, after: number])[] = [
  [undefined, 150],
  [undefined, 400],
  [partial, 0],
  [`${partial}/manifest.json`, 0],
  [`${partial}/charts/map.svg`, 0],
  [`${partial}/report.html`, 0],
]

describe('Ctrl-C', () => {
  test.each(moments)('during a run, at %s and %i ms, leaves nothing', async (file, after) => {
    const cwd = await temporary()
    const { child, answer } = start(['run', 'acid-rain'], { cwd })
    if (file !== undefined) await appears(join(cwd, file), child)
    await sleep(after)
    const told = performance.now()
    child.kill('SIGINT')
    expect(await answer).toMatchObject({ code: 130, stdout: '' })
    expect(performance.now() - told).toBeLessThan(atOnce)
    expect(everythingIn(join(cwd, 'results'))).toEqual([])
  })

  // npm passes on what the terminal has sent to both.
  test.each([0, 20])('twice within %i ms leaves nothing either', async (between) => {
    const cwd = await temporary()
    const { child, answer } = start(['run', valley], { cwd })
    await appears(join(cwd, 'results/.valley-001.partial/charts'), child)
    child.kill('SIGINT')
    await sleep(between)
    child.kill('SIGINT')
    expect(await answer).toMatchObject({ code: 130, stdout: '' })
    expect(everythingIn(join(cwd, 'results'))).toEqual([])
  })

  test.each(['SIGTERM', 'SIGHUP'] as const)('%s is as good', async (signal) => {
    const cwd = await temporary()
    const { child, answer } = start(['run', valley], { cwd })
    await appears(join(cwd, 'results/.valley-001.partial/charts'), child)
    child.kill(signal)
    expect(await answer).toMatchObject({ code: 130, stdout: '', stderr: 'Interrupted.\n' })
    expect(everythingIn(join(cwd, 'results'))).toEqual([])
  })

  test('while an earlier result is being replaced keeps the earlier one', async () => {
    const cwd = await temporary()
    const before = await temporary()
    await paradiplomacy(['run', valley, '--no-report', '--out', 'x'], { cwd })
    await cp(join(cwd, 'x'), before, { recursive: true })
    const { child, answer } = start(['run', valley, '--seed', '2', '--out', 'x', '--force'], {
      cwd,
    })
    while (!everythingIn(cwd).some((name) => name.includes('.partial'))) await sleep(2)
    child.kill('SIGINT')
    expect((await answer).code).toBe(130)
    expect(everythingIn(cwd).filter((name) => !/^x\b/.test(name))).toEqual([])
    expect(differences(join(cwd, 'x'), before)).toEqual([])
  })

  test('between the two renames of a replacement brings the earlier one back', async () => {
    const cwd = await temporary()
    await paradiplomacy(['run', valley, '--no-report', '--out', 'x'], { cwd })
    const before = await readFile(join(cwd, 'x/manifest.json'), 'utf8')
    const slowly = ['--import', new URL('slowRename.mjs', import.meta.url).href]
    const { child, answer } = start(
      ['run', valley, '--no-report', '--seed', '2', '--out', 'x', '--force'],
      { cwd, nodeOptions: slowly },
    )
    while (existsSync(join(cwd, 'x'))) await sleep(2)
    child.kill('SIGINT')
    expect((await answer).code).toBe(130)
    expect(await readFile(join(cwd, 'x/manifest.json'), 'utf8')).toBe(before)
    expect(everythingIn(cwd).filter((name) => !/^x\b/.test(name))).toEqual([])
  })

  test('in a shell gives 130', async () => {
    const cwd = await temporary()
    const line = `'${process.execPath}' '${main}' run acid-rain & sleep 0.9; kill -INT $!; wait $!; echo $?`
    const { answer } = launch('bash', ['-mc', line], { cwd })
    expect((await answer).stdout).toBe('130\n')
    expect(everythingIn(join(cwd, 'results'))).toEqual([])
  })
})

describe('a command line that is ended', () => {
  test.each(['check', 'validate', 'odd', 'show'])('%s goes at once', async (command) => {
    const cwd = await temporary()
    const { child, answer } = start([command, 'acid-rain'], { cwd })
    await sleep(250)
    const told = performance.now()
    child.kill('SIGINT')
    expect(await answer).toMatchObject({ code: 130, stdout: '' })
    expect(performance.now() - told).toBeLessThan(atOnce)
    expect(everythingIn(cwd)).toEqual([])
  })
})
