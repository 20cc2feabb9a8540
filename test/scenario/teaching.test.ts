import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { teachingText } from '../../src/cli/teachingText.js'
import { library } from '../../src/library.js'
import { listScenarios, loadScenario } from '../../src/scenario/index.js'

const scenarios = await listScenarios()

describe.each(scenarios.map(({ name }) => name))('the sheet of %s', async (name) => {
  const { document } = await loadScenario(name, library, { formulas: false })
  const { teaching } = document

  test('is there, and fits on one page of a terminal', () => {
    const lines = teaching ? teachingText(teaching).split('\n') : []
    expect(lines[0]).toBe('In class')
    expect(lines.length).toBeLessThanOrEqual(55)
    expect(lines.filter((line) => line.length > 80)).toEqual([])
  })

  test.each(teaching?.change.map((step) => [step.do]) ?? [])('%s can be done', async (command) => {
    const [program, verb, ...rest] = command.split(' ')
    if (program === 'node') return expect(existsSync(join(process.cwd(), verb))).toBe(true)
    expect(program).toBe('paradiplomacy')
    expect(existsSync(`src/cli/${verb}.ts`), verb).toBe(true)
    const valuesOf = (flag: string) =>
      rest.flatMap((word, at) => (word === flag ? rest[at + 1] : []))
    if (!scenarios.some((scenario) => scenario.name === rest[0])) return
    const [treatment] = valuesOf('--treatment')
    await loadScenario(rest[0], library, {
      treatment,
      settings: valuesOf('--set'),
      formulas: false,
    })
  })
})

test('a command too long for a line goes on in the next, and can be pasted', () => {
  const long = `paradiplomacy run somewhere ${'--set some.thing=1 '.repeat(6).trim()}`
  const text = teachingText({
    question: 'Why?',
    look: ['here'],
    change: [{ do: long, why: 'Because.' }],
    discuss: ['And?'],
  })
  expect(text.split('\n').filter((line) => line.length > 80)).toEqual([])
  expect(text.replace(/ \\\n +/g, ' ')).toContain(long)
})
