import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  differences,
  everythingIn,
  home,
  lastingFolder,
  launch,
  paradiplomacy,
  readJson,
} from './command.js'

interface Packed {
  readonly filename: string
  readonly size: number
  readonly files: readonly { readonly path: string }[]
}

let root: string
let packed: Packed
/** Where the package is installed. */
let installed: string

beforeAll(async () => {
  root = await lastingFolder()
  const typed = ['pack', '--json', '--ignore-scripts', '--pack-destination', root]
  const { code, stdout } = await launch('npm', typed, { cwd: home }).answer
  expect(code).toBe(0)
  packed = (JSON.parse(stdout) as [Packed])[0]
  installed = join(root, 'elsewhere')
  await mkdir(join(installed, 'node_modules/paradiplomacy'), { recursive: true })
  await install(join(root, packed.filename))
})
afterAll(() => rm(root, { recursive: true, force: true }))

/**
 * With npm, as a user would; without the registry and what it has kept, the package is unpacked among the libraries
 * that are here.
 */
async function install(tarball: string): Promise<void> {
  const typed = ['install', '--offline', '--no-audit', '--no-fund', '--silent', tarball]
  const place = { cwd: installed, env: { npm_config_update_notifier: 'false' } }
  await rm(join(installed, 'node_modules'), { recursive: true })
  const { code } = await launch('npm', typed, place).answer
  if (code === 0) return
  const { dependencies } = await readJson<{ dependencies: object }>(home, 'package.json')
  const into = join(installed, 'node_modules/paradiplomacy')
  await rm(join(installed, 'node_modules'), { recursive: true, force: true })
  await mkdir(join(installed, 'node_modules/.bin'), { recursive: true })
  await mkdir(into)
  await launch('tar', ['-xzf', tarball, '-C', into, '--strip-components=1'], place).answer
  await symlink(
    '../paradiplomacy/dist/cli/main.js',
    join(installed, 'node_modules/.bin/paradiplomacy'),
  )
  await launch('chmod', ['+x', join(into, 'dist/cli/main.js')], place).answer
  for (const name of Object.keys(dependencies)) {
    await mkdir(join(installed, 'node_modules', name, '..'), { recursive: true })
    await symlink(join(home, 'node_modules', name), join(installed, 'node_modules', name))
  }
}

const run = (...typed: readonly string[]) =>
  launch(join(installed, 'node_modules/.bin/paradiplomacy'), typed, { cwd: installed }).answer

describe('the package', () => {
  test('holds what runs, and nothing else', () => {
    const paths = packed.files.map(({ path }) => path)
    const roots = new Set(paths.map((path) => path.split('/')[0]))
    for (const name of ['dist', 'scenarios', 'assets', 'LICENSE', 'README.md', 'package.json'])
      expect(roots).toContain(name)
    for (const name of ['test', 'results', 'src', 'bench', 'node_modules', '.ci'])
      expect(roots).not.toContain(name)
    expect(paths.filter((path) => /\.(test|spec)\.|\.partial|\.tgz$/.test(path))).toEqual([])
    expect(paths).toContain('dist/cli/main.js')
    expect(paths).toContain('scenarios/acid-rain/scenario.yaml')
    expect(paths.some((path) => /^assets\/.*\.ttf$/.test(path))).toBe(true)
    expect(packed.size).toBeLessThan(5_000_000)
  })

  test('is a program that lists, elsewhere', async () => {
    const { code, stdout, stderr } = await run('list')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^acid-rain$/m)
  })

  test('runs a scenario with page and pictures, the same ones as here', async () => {
    const { code, stdout, stderr } = await run('run', 'acid-rain', '--seed', '1990')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('results/acid-rain-001/report.html')
    const folder = join(installed, 'results/acid-rain-001')
    expect(
      everythingIn(join(folder, 'charts')).filter((name) => name.endsWith('.png')).length,
    ).toBeGreaterThanOrEqual(7)
    // Among them the letters, which come from a font in the package.
    const here = ['run', 'acid-rain', '--seed', '1990', '--out', join(root, 'here')]
    await paradiplomacy(here, { cwd: root })
    expect(differences(folder, join(root, 'here'))).toEqual([
      'execution.json',
      'ro-crate-metadata.json',
    ])
    const page = await readFile(join(folder, 'report.html'), 'utf8')
    expect(page).not.toMatch(/<(script|link|img)[^>]+(src|href)="(https?:|\/\/|\.|\/)/)
  })

  test('is a library with types', async () => {
    const script = "import('paradiplomacy').then((m) => console.log(typeof m.loadScenario))"
    const { stdout } = await launch(process.execPath, ['-e', script], { cwd: installed }).answer
    expect(stdout).toBe('function\n')
    expect(existsSync(join(installed, 'node_modules/paradiplomacy/dist/index.d.ts'))).toBe(true)
  })
})
