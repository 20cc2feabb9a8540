import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { paradiplomacy, shell, temporary, valley } from './command.js'

const escapeCode = '\u001b'

describe('streams', () => {
  test.each(['show acid-rain', 'odd acid-rain', 'schema', '--help'])(
    '%s into a reader that leaves early says nothing about it',
    async (typed) => {
      const cwd = await temporary()
      const { stdout, stderr } = await shell(`paradiplomacy ${typed} | head -1`, { cwd })
      expect(stdout.trimEnd().split('\n').length).toBe(1)
      expect(stderr).toBe('')
    },
  )

  test.skipIf(!existsSync('/dev/full'))('a full disk behind stdout is told in a line', async () => {
    const cwd = await temporary()
    const { stdout, stderr } = await shell('paradiplomacy list >/dev/full; echo $?', { cwd })
    expect(stdout).toBe('1\n')
    expect(stderr).toMatch(/^It failed.*ENOSPC.*\n$/)
  })

  test('closed streams do not stop a run', async () => {
    const cwd = await temporary()
    const run = `paradiplomacy run '${valley}' --no-report --out x`
    const { stdout } = await shell(`${run} >&- 2>&- <&-; echo $?`, { cwd })
    expect(stdout).toBe('0\n')
    expect(existsSync(join(cwd, 'x/manifest.json'))).toBe(true)
  })

  test.each([{}, { NO_COLOR: '1' }, { TERM: 'xterm-256color' }])(
    'no colours and no moving bar where there is no terminal: %o',
    async (env: object) => {
      const cwd = await temporary()
      const place = { cwd, env: env as Record<string, string> }
      const typed = ['check', valley, '--runs', '5', '--out', 'x']
      const check = await paradiplomacy(typed, place)
      expect(check.stdout + check.stderr).not.toContain(escapeCode)
      expect(check.stderr).not.toContain('\r')
      const mistake = await paradiplomacy(['rnu'], place)
      expect(mistake.stderr).not.toContain(escapeCode)
    },
  )

  test('on a terminal, NO_COLOR leaves no colours', async ({ skip }) => {
    const cwd = await temporary()
    if ((await shell('command -v script', { cwd })).code !== 0) skip('there is no script(1)')
    const line = `paradiplomacy list; paradiplomacy rnu`
    const typed = `export -f paradiplomacy; NO_COLOR=1 script -qec '${line}' /dev/null`
    const { stdout } = await shell(typed, { cwd, env: { SHELL: '/bin/bash' } })
    expect(stdout).toContain('acid-rain')
    expect(stdout).not.toMatch(new RegExp(`${escapeCode}\\[[0-9;]*m`))
  })
})
