import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { home, launch, paradiplomacy, temporary } from './command.js'

const readme = await readFile(join(home, 'README.md'), 'utf8')

/** Code in the README, by language. */
function blocks(language: string): string[] {
  return [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, name]) => name === language)
    .map(([, , code]) => code)
}

const lines = blocks('sh')
  .flatMap((block) => block.split('\n'))
  .map((line) => line.replace(/\s+#.*$/, '').trim())
  .filter((line) => line !== '')

describe('the README', () => {
  test('has a JavaScript example that runs as it stands', async () => {
    const examples = blocks('js')
    expect(examples.length).toBeGreaterThan(0)
    const cwd = await temporary()
    await writeFile(join(cwd, 'package.json'), '{"type":"module"}')
    await mkdir(join(cwd, 'node_modules'))
    await symlink(home, join(cwd, 'node_modules/paradiplomacy'))
    for (const [at, example] of examples.entries()) {
      await writeFile(join(cwd, `${at}.js`), example)
      const answer = await launch(process.execPath, [`${at}.js`], { cwd }).answer
      expect(answer).toMatchObject({ code: 0, stderr: '' })
      expect(answer.stdout).toMatch(/^0 -?\d+\n1 -?\d+\n/)
    }
  })

  test('names npm scripts that there are', async () => {
    const { scripts } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    expect(lines).toContain('npm ci && npm start')
    expect(lines).toContain('npm cit')
    for (const name of ['start', 'prestart', 'test', 'pretest'])
      expect(scripts).toHaveProperty(name)
    for (const [, name] of readme.matchAll(/npm run ([\w-]+)/g))
      expect(scripts).toHaveProperty(name)
  })

  test.each(lines.filter((line) => /\bparadiplomacy\b/.test(line)))('%s', async (line) => {
    const [, command, ...rest] = line.replace(/^npx /, '').split(/\s+/)
    const { code, stdout } = await paradiplomacy([command, '--help'], { cwd: await temporary() })
    expect(code).toBe(0)
    for (const option of rest.filter((word) => word.startsWith('--')))
      expect(stdout).toContain(option)
  })

  test('lists every command', async () => {
    const { stdout } = await paradiplomacy(['--help'], { cwd: await temporary() })
    const commands = [...stdout.matchAll(/^ {2}(\w+) (?:\[options\]|\[command\]|<| )/gm)]
      .map(([, name]) => name)
      .filter((name) => name !== 'help' && name !== 'paradiplomacy')
    expect(commands).toContain('schema')
    for (const name of commands) expect(readme, name).toMatch(new RegExp(`\`${name}\\b`))
  })

  test('links to files that there are', async () => {
    for (const [, link] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
      expect(await readFile(join(home, link)).then(() => true, String), link).toBe(true)
  })
})
