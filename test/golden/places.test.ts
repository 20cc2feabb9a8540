import { execFile } from 'node:child_process'
import { mkdtemp, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digest } from '../../src/world/index.js'
import { acidRainModel, shelf } from '../mechanisms/acidRain.js'

const run = promisify(execFile)
const home = fileURLToPath(new URL('../../', import.meta.url))
const script = fileURLToPath(new URL('./place.mjs', import.meta.url))
/** A package of our own within node_modules, where the built files find what they import; dist is left alone. */
let house = ''

beforeAll(async () => {
  house = await mkdtemp(join(home, 'node_modules', '.places-'))
  await symlink(shelf, join(house, 'scenarios'), 'dir')
  const compiler = join(home, 'node_modules', 'typescript', 'bin', 'tsc')
  const options = ['-p', 'tsconfig.build.json', '--outDir', join(house, 'dist'), '--noCheck']
  await run(process.execPath, [compiler, ...options, '--declaration', 'false'], { cwd: home })
})

afterAll(() => rm(house, { recursive: true, force: true }))

async function elsewhere(environment: Readonly<Record<string, string>>, cwd: string) {
  const env = { PATH: process.env.PATH ?? '', ...environment }
  const { stdout } = await run(process.execPath, [script, join(house, 'dist'), shelf], { cwd, env })
  return JSON.parse(stdout) as {
    readonly digests: readonly string[]
    readonly place: { readonly locale: string; readonly timeZone: string; readonly cwd: string }
  }
}

describe('a world', () => {
  it('is the same in any time zone, language and folder', async () => {
    const model = await acidRainModel()
    const here = ['0', '1'].map((seed) => digest(model.run({ seed }).world))
    const folder = await realpath(tmpdir())
    const turkey = await elsewhere({ TZ: 'Europe/Istanbul', LC_ALL: 'tr_TR.UTF-8' }, '/')
    const samoa = await elsewhere({ TZ: 'Pacific/Apia', LC_ALL: 'C', LANG: 'C' }, folder)
    const sweden = await elsewhere({ TZ: 'America/St_Johns', LANG: 'sv_SE.UTF-8' }, home)
    expect(turkey.place).toMatchObject({ locale: 'tr-TR', timeZone: 'Europe/Istanbul', cwd: '/' })
    expect(samoa.place).toMatchObject({ timeZone: 'Pacific/Apia', cwd: folder })
    expect(sweden.place).toMatchObject({ locale: 'sv-SE', timeZone: 'America/St_Johns' })
    for (const { digests } of [turkey, samoa, sweden]) expect(digests).toEqual(here)
  })
})
