import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { InputError } from '../../src/diagnostics/index.js'
import { ModelError } from '../../src/engine/index.js'
import { library } from '../../src/library.js'
import { loadMechanisms } from '../../src/loadMechanism.js'
import { buildModel, loadScenario } from '../../src/scenario/index.js'
import { digest } from '../../src/world/index.js'

const own = fileURLToPath(new URL('../../scripts/own-mechanism/', import.meta.url))
const example = join(own, 'focusingEvents.mjs')

let folder = ''
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-mechanism-'))
})

/** A file with this code, and its path. */
async function file(code: string, ending = 'mjs'): Promise<string> {
  const path = join(folder, `file${++count}.${ending}`)
  await writeFile(path, code)
  return path
}

/** What loading the file complains of, without the path of the file. */
async function complaint(path: string): Promise<string> {
  const error = await loadMechanisms([path]).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(InputError)
  return (error as InputError).message.replaceAll(`${path}: `, '').replaceAll(path, 'file')
}

const sound = `name: 'mine', summary: 'It does.', source: 'me', parameters: {}, step() {}`

describe('a mechanism of one’s own', () => {
  it('makes up a scenario by itself', async () => {
    const { library, files } = await loadMechanisms([example])
    expect(files).toEqual([
      {
        path: example,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        mechanisms: ['focusingEvents'],
      },
    ])
    const { document } = await loadScenario(join(own, 'scenario.yaml'), library)
    const model = buildModel(document, library)
    const first = digest(model.run({ seed: '1' }).world)
    const run = model.run({ seed: '2' })
    expect(digest(run.world)).not.toBe(first)
    expect(digest(model.run({ seed: '1' }).world)).toBe(first)
    expect([...run.recordings.keys()]).toContain('alarm')
  })

  it('has alarm of rate ÷ fading on average', async () => {
    const { library } = await loadMechanisms([example])
    const { document } = await loadScenario(join(own, 'scenario.yaml'), library)
    const model = buildModel(document, library)
    const means = Array.from({ length: 60 }, (_, replicate) => {
      const { recordings } = model.run({ seed: 'mean', replicate })
      const { values, width } = recordings.get('alarm') ?? { values: new Float64Array(), width: 1 }
      const settled = values.subarray(60 * width)
      return settled.reduce((sum, x) => sum + x, 0) / settled.length
    })
    const mean = means.reduce((sum, x) => sum + x, 0) / means.length
    expect(mean).toBeGreaterThan(0.44)
    expect(mean).toBeLessThan(0.56)
  })

  it('joins acid rain where it says, and leaves the chance of others as it was', async () => {
    const { library: wider } = await loadMechanisms([example])
    const names = wider.mechanisms.map(({ name }) => name)
    expect(names.indexOf('focusingEvents')).toBe(names.indexOf('salience') + 1)
    const plain = await loadScenario('acid-rain', library)
    const idle = await loadScenario('acid-rain', wider, {
      settings: ['focusingEvents.rate=0'],
    }).catch(() => undefined)
    const before = buildModel(plain.document, library).run({ seed: '7' })
    const document = {
      ...plain.document,
      mechanisms: { ...plain.document.mechanisms, focusingEvents: { rate: 0 } },
    }
    const silent = buildModel(idle?.document ?? document, wider).run({ seed: '7' })
    expect(silent.recordings.get('salience')).toEqual(before.recordings.get('salience'))
    const loud = buildModel(
      { ...document, mechanisms: { ...document.mechanisms, focusingEvents: { rate: 2 } } },
      wider,
    ).run({ seed: '7' })
    expect(loud.world.events.rows.some(({ type }) => type === 'focusingEvent')).toBe(true)
    expect(loud.recordings.get('salience')).not.toEqual(before.recordings.get('salience'))
  })

  it('may be given the API instead of importing it, and may replace another', async () => {
    const path = await file(`
      export default ({ defineMechanism }) => defineMechanism({ ${sound.replace('mine', 'position')} })
      export const replaces = 'position'`)
    const { library: changed } = await loadMechanisms([path])
    expect(changed.mechanisms.length).toBe(library.mechanisms.length)
    expect(changed.mechanisms.find(({ name }) => name === 'position')?.source).toBe('me')
  })

  it('is loaded anew when its file has changed', async () => {
    const path = await file(`export default { ${sound} }`)
    const [first] = (await loadMechanisms([path])).files
    await writeFile(path, `export default { ${sound.replace('It does', 'It does more')} }`)
    const { library, files } = await loadMechanisms([path])
    expect(files[0].sha256).not.toBe(first.sha256)
    expect(library.mechanisms.at(-1)?.summary).toBe('It does more.')
  })

  it('is stopped with its name, the actor and the tick when it goes wrong', async () => {
    const path = await file(`
      export default ({ defineMechanism, real }) => defineMechanism({ ${sound.replace('step() {}', '')}
        writes: { actors: { mood: real({ meaning: 'mood', unit: '1' }) } },
        step({ actors }, { tick }) { if (tick === 3) actors.mood[2] = 0 / 0 } })`)
    const { library } = await loadMechanisms([path])
    const scenario = await loadScenario(
      join(own, 'scenario.yaml'),
      (await loadMechanisms([example])).library,
    )
    const document = { ...scenario.document, mechanisms: { mine: {} } }
    const run = () => buildModel(document, library).run({ seed: '1' })
    expect(run).toThrow(ModelError)
    expect(run).toThrow('Mechanism "mine", tick 3, N-1: "mood" is not a number.')
  })
})

describe('a file that holds no mechanism', () => {
  const cases: [title: string, code: string][] = [
    ['is empty', ''],
    ['exports a number', 'export default 3'],
    ['exports a function that returns nothing', 'export default () => {}'],
    ['exports a function that throws', 'export default () => { throw new Error("no") }'],
    ['throws', 'throw new Error("not today")'],
    ['has a hyphen in its name', `export default { ${sound.replace('mine', 'my-theory')} }`],
    ['has no name', `export default { ${sound.replace("name: 'mine',", '')} }`],
    ['takes a name', `export default { ${sound.replace('mine', 'position')} }`],
    ['names itself twice', `export default [{ ${sound} }, { ${sound} }]`],
    [
      'has a step that is no function',
      `export default { ${sound.replace('step() {}', 'step: 1')} }`,
    ],
    ['has two steps', `export default { ${sound}, stepIn() {} }`],
    ['misspells a key', `export default { ${sound}, writs: {} }`],
    [
      'has a parameter of no known type',
      `export default { ${sound.replace('parameters: {}', "parameters: { rate: { type: 'numbr' } }")} }`,
    ],
    [
      'has a default outside its range',
      `export default ({ number }) => ({ ${sound.replace('parameters: {}', "parameters: { rate: number({ default: 3, range: [0, 1], unit: '1', meaning: 'm', source: 's', grade: 'assumed' }) }")} })`,
    ],
    [
      'has a column of no known type',
      `export default { ${sound}, writes: { actors: { mood: { type: 'f32', meaning: 'm', unit: '1' } } } }`,
    ],
    [
      'has ties of no known shape',
      `export default { ${sound}, ties: { knows: { shape: 'ring', meaning: 'm', unit: '1' } } }`,
    ],
    [
      'stands at two places',
      `export default { ${sound} }\nexport const after = 'position'\nexport const before = 'salience'`,
    ],
    [
      'has a measure of nothing known',
      `export default { name: 'm', title: 't', meaning: 'm', unit: '1', of: ['towns'], observe() {} }`,
    ],
  ]
  it.each(cases)('%s: one clear message', async (_, code) => {
    expect(await complaint(await file(code))).toMatchSnapshot()
  })

  it('says so when it stands beside nobody', async () => {
    const path = await file(`export default { ${sound} }\nexport const after = 'positon'`)
    const message = await complaint(path)
    expect(message).toMatch(/^after names "positon", which is no mechanism\./)
    expect(message).toMatch(/Did you mean "position"\?$/)
  })

  it('says so when the file itself cannot be loaded', async () => {
    const broken = ['export default {{{', 'import "no-such-package"; export default {}']
    for (const code of broken) {
      expect(await complaint(await file(code))).toMatch(/^it cannot be loaded: [^\n]+$/)
    }
  })

  it('says what files it takes', async () => {
    expect(await complaint(join(folder, 'absent.mjs'))).toBe('there is no file "file".')
    expect(await complaint(await file('', 'py'))).toMatch(/^a mechanism cannot be read from "file"/)
    if (!('typescript' in process.features && process.features.typescript)) {
      expect(await complaint(await file('', 'ts'))).toMatch(/does not read TypeScript/)
    }
  })
})
