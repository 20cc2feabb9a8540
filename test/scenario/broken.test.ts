import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { InputError, type Problem } from '../../src/diagnostics/index.js'
import { type LoadOptions, loadScenario } from '../../src/scenario/index.js'
import { type Edit, edited } from './edit.js'
import { library } from './library.js'

interface Broken {
  readonly edits?: readonly Edit[]
  readonly prepare?: (folder: string) => Promise<void>
  readonly options?: LoadOptions
}

const yaml = (find: string, put: string): readonly Edit[] => [{ find, put }]
const inFile = (file: string, find: string, put: string): readonly Edit[] => [{ file, find, put }]
const write = (name: string, content: string | Uint8Array) => (folder: string) =>
  writeFile(join(folder, name), content)

const broken: Readonly<Record<string, Broken>> = {
  'unknown key': { edits: yaml('licence: CC0', 'license: CC0') },
  'unknown key deep inside': {
    edits: yaml('date: 1982-03-01', 'day: 1982-03-01'),
  },
  'unknown mechanism': { edits: yaml('  weather:', '  whether:') },
  'unknown parameter': { edits: yaml('rate: 0.3', 'rates: 0.3') },
  'parameter of the wrong type': {
    edits: yaml('rate: 0.3', 'rate: fast'),
  },
  'parameter out of limits': { edits: yaml('rate: 0.3', 'rate: 30') },
  'parameter out of limits, with its source': {
    edits: yaml('value: 0.6', 'value: 60'),
  },
  'parameter with a source but no grade': {
    edits: yaml('source: Town law, grade: found', 'source: Town law'),
  },
  'switch that is neither on nor off': {
    edits: yaml('bounded: off', 'bounded: perhaps'),
  },
  'unknown choice': { edits: yaml('bounded: off', 'rule: medain') },
  'wrong format number': { edits: yaml('format: 1', 'format: 2') },
  'format missing': { edits: yaml('format: 1\n', '') },
  'text where a number should be': {
    edits: yaml('ticksPerYear: 12', 'ticksPerYear: monthly'),
  },
  'too many ticks a year': {
    edits: yaml('ticksPerYear: 12', 'ticksPerYear: 400'),
  },
  'date that is none': {
    edits: yaml('end: 1984-12-31', 'end: 1984-02-30'),
  },
  'date in another order': {
    edits: yaml('end: 1984-12-31', 'end: 31.12.1984'),
  },
  'end before start': {
    edits: yaml('end: 1984-12-31', 'end: 1974-12-31'),
  },
  'event on a day that is none': {
    edits: yaml('date: 1982-03-01', 'date: 1982-13-01'),
  },
  'event without a source': {
    edits: yaml('    source: Lake Herald, 2 March 1982\n', ''),
  },
  'event with an unknown grade': {
    edits: yaml('    grade: found\n', '    grade: sure\n'),
  },
  'event that aims at an unknown table': {
    edits: yaml('set: {issues: {clean', 'set: {isues: {clean'),
  },
  'event that aims at an unknown row': {
    edits: yaml('issues: {clean-water: {storm: 2', 'issues: {clear-water: {storm: 2'),
  },
  'event that aims at an unknown column': {
    edits: yaml('water: {storm: 2', 'water: {strom: 2'),
  },
  'event that sets an outcome': {
    edits: yaml('set: {issues: {clean-water: {storm: 2}}}', 'set: {gates: {N-1/floor: {open: 1}}}'),
  },
  'event out of range': { edits: yaml('storm: 2', 'storm: 20') },
  'key twice': {
    edits: yaml('title: The lake', 'title: The lake\ntitle: A lake'),
  },
  'tab as indentation': { edits: yaml('  issues:', '\tissues:') },
  'not YAML': {
    edits: yaml('title: The lake', 'title: The lake: a story'),
  },
  'not a scenario': {
    prepare: write('scenario.yaml', 'Dear colleague,\n'),
  },
  'empty file': { prepare: write('scenario.yaml', '\n\n') },
  'binary file': { prepare: write('scenario.yaml', Uint8Array.of(80, 75, 3, 4, 0, 0)) },
  'file in another encoding': {
    prepare: write('gates.csv', Buffer.from('id,town\nM\xfcnchen,N-1\n', 'latin1')),
  },
  'version 1.1': {
    edits: yaml('# yaml-language-server: $schema=../../scenario.schema.json', '%YAML 1.1\n---'),
  },
  'alias bomb': {
    edits: yaml('licence: CC0-1.0', bomb()),
  },
  'nested without end': {
    edits: yaml('licence: CC0-1.0', `licence: ${'['.repeat(200_000)}`),
  },
  'prototype as a key': {
    edits: yaml('licence: CC0-1.0', '__proto__: {title: x}'),
  },
  'prototype as an id': {
    edits: inFile('gates.csv', 'N.2/floor,', '__proto__,'),
  },
  'path out of the folder': {
    edits: yaml('gates: gates.csv', 'gates: ../../../../etc/passwd'),
  },
  'absolute path': {
    edits: yaml('gates: gates.csv', 'gates: /etc/passwd'),
  },
  'symbolic link out of the folder': {
    prepare: async (folder) => {
      await rm(join(folder, 'gates.csv'))
      await symlink('/etc/passwd', join(folder, 'gates.csv'))
    },
  },
  'folder instead of a file': {
    prepare: async (folder) => {
      await rm(join(folder, 'gates.csv'))
      await mkdir(join(folder, 'gates.csv'))
    },
  },
  'missing file': {
    edits: yaml('gates: gates.csv', 'gates: gate.csv'),
  },
  'ragged CSV, too long': {
    edits: inFile('gates.csv', '1848-09-12,7', '1848-09-12,7,000'),
  },
  'ragged CSV, too short': { edits: inFile('gates.csv', 'floor,,', 'floor') },
  'CSV with an open quotation mark': {
    edits: inFile('gates.csv', 'Council of Cape', '"Council of Cape'),
  },
  'CSV with semicolons': {
    prepare: write('gates.csv', 'id;town\nA;B\n'),
  },
  'CSV that is empty': { prepare: write('gates.csv', '') },
  'CSV without ids': { edits: inFile('gates.csv', 'id,title', 'name,title') },
  'id twice in a CSV': {
    edits: inFile('gates.csv', 'N.2/floor', 'N-1/floor'),
  },
  'id missing in a CSV': { edits: inFile('gates.csv', 'N.2/floor', '') },
  'unknown column in a CSV': { edits: inFile('gates.csv', 'quota', 'qouta') },
  'evidence for an unknown column': {
    edits: inFile('actors.csv', 'seats_grade', 'seat_grade'),
  },
  'unknown grade of a cell': {
    edits: inFile('actors.csv', '3,4,found', '3,4,fuond'),
  },
  'column that the model computes': {
    edits: inFile('gates.csv', 'quota', 'open'),
  },
  'unknown table': { edits: yaml('  parties:', '  partys:') },
  'table of a mechanism that is not named': {
    edits: yaml('  council:\n    quorum: {value: 0.6, source: Town law, grade: found}\n', ''),
  },
  'unknown actor in a reference': {
    edits: inFile('gates.csv', 'Cape,N.2,', 'Cape,N-2,'),
  },
  'unknown name in a list': {
    edits: inFile('gates.csv', 'N.2,floor', 'N.2,flor'),
  },
  'unknown kind of actor': {
    edits: inFile('actors.csv', 'Cape,city', 'Cape,town'),
  },
  'cell that is no number': {
    edits: inFile('actors.csv', 'N,200,47', 'N,"200,000",47'),
  },
  'cell out of range': {
    edits: inFile('actors.csv', '200,47,8.2', '200,470,8.2'),
  },
  'cell that must be whole': {
    edits: inFile('gates.csv', '1848-09-12,7', '1848-09-12,7.5'),
  },
  'cell that is no date': {
    edits: inFile('gates.csv', '1848-09-12', '1848-9-12'),
  },
  'cell that is neither yes nor no': {
    edits: yaml('binding: no', 'binding: maybe'),
  },
  'required cell missing': {
    edits: inFile('actors.csv', 'N,200,47', 'N,,47'),
  },
  'unknown party after a colon': {
    edits: inFile('actors.csv', 'seats:E', 'seats:F'),
  },
  'party missing after a column': {
    edits: inFile('actors.csv', 'seats:E', 'seats'),
  },
  'state within a state': {
    edits: inFile('actors.csv', 'Southland,state,,', 'Southland,state,N,'),
  },
  'states in a circle': {
    edits: [
      { file: 'actors.csv', find: 'Northland,state,,', put: 'Northland,state,S,' },
      { file: 'actors.csv', find: 'Southland,state,,', put: 'Southland,state,N,' },
    ],
  },
  'belongs to a city': {
    edits: inFile('actors.csv', 'Cape,city,N,', 'Cape,city,N-1,'),
  },
  'reference to an actor of another kind': {
    edits: inFile('gates.csv', 'Cape,N.2,', 'Cape,N,'),
  },
  'end of a row before its beginning': {
    edits: gatesWith('closed', '1848-09-11'),
  },
  'end of a row on its first day': { edits: gatesWith('closed', '1848-09-12') },
  'most below least': { edits: gatesWith('most', '6') },
  'row that names itself': { edits: gatesWith('heir', 'N-1/floor') },
  'change after which a row ends before it begins': {
    edits: inFile(
      'changes.csv',
      '1983-01-01,instruments,memorandum,available,no',
      '1983-01-01,gates,N-1/floor,closed,1848-01-01',
    ),
  },
  'change after which a row begins after its end': {
    edits: [
      ...gatesWith('closed', '1990-01-01'),
      ...inFile(
        'changes.csv',
        '1983-01-01,instruments,memorandum,available,no',
        '1983-01-01,gates,N-1/floor,since,1991-01-01',
      ),
    ],
  },
  'change to an actor of another kind': {
    edits: inFile(
      'changes.csv',
      '1983-01-01,instruments,memorandum,available,no',
      '1983-01-01,gates,N-1/floor,town,S',
    ),
  },
  'treatment after which a row names itself': {
    edits: yaml(
      '{set: drift.rule, to: median}',
      '{set: tables.gates.N-1/floor.heir, to: N-1/floor}',
    ),
  },
  'unknown member of a group': {
    edits: yaml('[N-1, N.2]', '[N-1, N_3]'),
  },
  'two ways of declaring a column': {
    edits: yaml('  weather:', '  weather:\n  rival:'),
  },
  'change on a day that is none': {
    edits: inFile('changes.csv', '1983-01-01', '1983-02-29'),
  },
  'change of an unknown row': {
    edits: inFile('changes.csv', 'instruments,memorandum', 'instruments,memo'),
  },
  'change of an unknown column': {
    edits: inFile('changes.csv', 'memorandum,available', 'memorandum,availible'),
  },
  'change to an impossible value': {
    edits: inFile('changes.csv', 'available,no', 'available,never'),
  },
  'changes without a column': {
    edits: inFile('changes.csv', 'date,table', 'day,table'),
  },
  'unknown column for points': {
    edits: yaml('value: concern}', 'value: concerns}'),
  },
  'no row for points': { edits: yaml('shore: north', 'shore: nroth') },
  'point that is no number': {
    edits: inFile('concern.csv', '1982,north,0.4', '1982,north,n/a'),
  },
  'formula with a mistake': {
    edits: yaml("'final(meanConcern)'", "'final(meanConcren)'"),
  },
  'formula for an unknown group': {
    edits: yaml('meanConcern("north", "clean-water")', 'meanConcern("nord", "clean-water")'),
  },
  'formula that asks at a date outside the time': {
    edits: yaml("'final(meanConcern)'", `'at(meanConcern, "1985-01-01")'`),
  },
  'setting of ticks that no year has': { options: { settings: ['time.ticksPerYear=2.5'] } },
  'formula of the wrong type': {
    edits: yaml("'final(meanConcern)'", "'meanConcern'"),
  },
  'band upside down': {
    edits: yaml('band: [0.1, 2]', 'band: [2, 0.1]'),
  },
  'band of one number': { edits: yaml('band: [0.1, 2]', 'band: [2]') },
  'unknown kind of check': { edits: yaml('kind: value', 'kind: vlaue') },
  'check id twice': { edits: yaml('id: peak', 'id: level') },
  'incidence ends before it starts': {
    edits: yaml('from: 1981-01-01, to: 1984-01-01', 'from: 1984-01-01, to: 1981-01-01'),
  },
  'unknown instrument in a check': {
    edits: yaml('instrument: memorandum', 'instrument: memorandom'),
  },
  'unknown actor in documented pairs': {
    edits: inFile('twins.csv', 'N-1,S-1', 'N-1,S-2'),
  },
  'unknown measure': {
    edits: yaml('history:', 'measures: [peple]\nhistory:'),
  },
  'treatment with an unknown path': {
    edits: yaml('set: drift.rule', 'set: drift.ruel'),
  },
  'treatment of a mechanism that is not named': {
    edits: yaml('disable: weather', 'disable: rival'),
  },
  'treatment with an impossible value': {
    edits: yaml('to: median', 'to: mode'),
  },
  'treatment of an unknown row': {
    edits: yaml('tables.instruments.treaty.available', 'instruments.treatise.available'),
  },
  'treatment that fits no row': {
    edits: yaml('where: {state: S}', 'where: {population: 1}'),
  },
  'treatment with half a change': { edits: yaml(', to: median}', '}') },
  'treatment that breaks the rest': {
    edits: yaml('{set: drift.rule, to: median}', '{set: time.end, to: 1970-01-01}'),
  },
  'treatment that is not there': { options: { treatment: 'clam' } },
  'setting that is none': { options: { settings: ['drift.rate'] } },
  'setting of something unknown': { options: { settings: ['drfit.rate=1'] } },
  'setting out of range': { options: { settings: ['drift.rate=9'] } },
  'setting of a column that is computed': { options: { settings: ['gates.N.2/floor.open=1'] } },
  'end after the end': { options: { until: '1999-01-01' } },
  'source for an unknown column': {
    edits: yaml("columns: [population, 'seats:D']", 'columns: [popluation]'),
  },
  'sheet for a class without questions to discuss': {
    edits: yaml('  discuss: [Is concern all that counts?]\n', ''),
  },
  'sheet for a class with nothing to look at': {
    edits: yaml('look: [Concern over the years]', 'look: []'),
  },
  'sheet for a class whose list is a text': {
    edits: yaml('look: [Concern over the years]', 'look: Concern over the years'),
  },
  'sheet for a class that goes on and on': {
    edits: yaml('question: What calms a lake?', `question: ${'What calms a lake? '.repeat(30)}`),
  },
  'sheet for a class with an unknown key': { edits: yaml(', why: No', ', because: No') },
  'sheet for a class with an unknown treatment': {
    edits: yaml('--treatment calm', '--treatment clam'),
  },
}

/** The lake's gates with a column more, which the first of them gives. */
function gatesWith(column: string, value: string): readonly Edit[] {
  return [
    { file: 'gates.csv', find: 'since,quota', put: `since,quota,${column}` },
    { file: 'gates.csv', find: '1848-09-12,7', put: `1848-09-12,7,${value}` },
    { file: 'gates.csv', find: 'floor,,', put: 'floor,,,' },
  ]
}

function bomb(): string {
  const lines = ['licence: CC0-1.0', 'a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]']
  for (const [outer, inner] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih'])
    lines.push(`${outer}: &${outer} [${Array(9).fill(`*${inner}`).join(', ')}]`)
  return lines.join('\n')
}

/** The message of a broken scenario, and under it the line and the character that it points at. */
async function complaint({ edits = [], prepare, options = {} }: Broken): Promise<string> {
  const folder = await edited(edits)
  await prepare?.(folder)
  try {
    await loadScenario(folder, library, options)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const pointers = await Promise.all(error.problems.map(pointer))
    const lines = error.message.split('\n').map((line, at) => `${line}\n${pointers[at]}`)
    return lines.join('\n').split(`${folder}/`).join('').split(folder).join('lake')
  } finally {
    await rm(folder, { recursive: true })
  }
  throw new Error('The scenario was loaded.')
}

async function pointer({ file, line, column }: Problem): Promise<string> {
  if (file === undefined || line === undefined) return '(no line)'
  const text = (await readFile(file, 'utf8')).split(/\r?\n/)[line - 1].slice(0, 200)
  return `| ${text}\n| ${column === undefined ? '' : `${' '.repeat(column - 1)}^`}`
}

describe('a broken scenario is refused with a place and a way out', () => {
  test.each(Object.entries(broken))('%s', async (_, entry) => {
    expect(await complaint(entry)).toMatchSnapshot()
  })
})
