import { describe, expect, test } from 'vitest'
import { everythingIn, paradiplomacy, temporary } from './command.js'

const commands = 'list show run check law report diff odd validate schema'.split(' ')
const pages = [...commands, 'law check', 'law show'].map((words) => words.split(' '))

describe('help', () => {
  test.each([[], ...pages].map((words) => ({ words })))(
    'of $words shows an example and fits a terminal',
    async ({ words }) => {
      const cwd = await temporary()
      const { code, stdout, stderr } = await paradiplomacy([...words, '--help'], { cwd })
      expect(code).toBe(0)
      expect(stderr).toBe('')
      expect(stdout).toMatch(new RegExp(`Examples?:\n  paradiplomacy ${words.join(' ')}`))
      expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
      expect(everythingIn(cwd)).toEqual([])
    },
  )

  test('names every command, and tells exit codes', async () => {
    const { stdout } = await paradiplomacy(['--help'], { cwd: await temporary() })
    for (const name of commands) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
    for (const code of [0, 1, 2, 3, 130]) expect(stdout).toMatch(new RegExp(`\\b${code} \\w`))
  })

  test('of each command holds examples that work', async () => {
    const cwd = await temporary()
    for (const name of commands) {
      const { stdout } = await paradiplomacy([name, '--help'], { cwd })
      const options = new Set(stdout.match(/--[a-z-]+/g))
      const examples = stdout.match(/^ {2}paradiplomacy .*$/gm) ?? []
      for (const example of examples)
        for (const option of example.match(/--[a-z-]+/g) ?? [])
          expect(options, example).toContain(option)
    }
  })

  test('the version is the package’s', async () => {
    const { stdout } = await paradiplomacy(['--version'], { cwd: await temporary() })
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
