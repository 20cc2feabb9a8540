import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export const home = fileURLToPath(new URL('../..', import.meta.url))
export const main = join(home, 'dist/cli/main.js')
/** A small good scenario: two states, six units, six years. */
export const valley = fileURLToPath(new URL('valley', import.meta.url))

export interface Place {
  /** Working directory. */
  readonly cwd: string
  /** Added to an environment that holds little else. */
  readonly env?: Readonly<Record<string, string>>
  /** Another Node. */
  readonly node?: string
  /** Options of Node itself. */
  readonly nodeOptions?: readonly string[]
  /** Another user, where the tests may become one. */
  readonly uid?: number
}

/** What a command did, as its caller sees it. */
export interface Answer {
  /** As a shell has it: 130 for a process that SIGINT has ended. */
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** A command at work. */
export interface Running {
  readonly child: ChildProcess
  readonly answer: Promise<Answer>
}

/** Starts a program with an environment of its own: no colours, no locale, nothing of the runner's. */
export function launch(program: string, args: readonly string[], place: Place): Running {
  const { cwd, env = {}, uid } = place
  const inherited = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' }
  const child = spawn(program, [...args], {
    cwd,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text
    })
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  const answer = closed.then(([code, signal]) => ({ code: code ?? ended(signal), ...said }))
  return { child, answer }
}

/** Starts `paradiplomacy` with these arguments. */
export function start(args: readonly string[], place: Place): Running {
  const { node = process.execPath, nodeOptions = [] } = place
  return launch(node, [...nodeOptions, main, ...args], place)
}

/** Runs `paradiplomacy` to its end. */
export function paradiplomacy(args: readonly string[], place: Place): Promise<Answer> {
  return start(args, place).answer
}

/** Runs a line of a POSIX shell in which `paradiplomacy` is the program under test. */
export function shell(line: string, place: Place): Promise<Answer> {
  const { node = process.execPath } = place
  const prelude = `paradiplomacy() { '${node}' '${main}' "$@"; }`
  return launch('bash', ['-c', `${prelude}\n${line}`], place).answer
}

function ended(signal: NodeJS.Signals | null): number {
  return signal === 'SIGINT' ? 130 : -1
}

/** A folder of its own, which goes when the test is over. */
export async function temporary(): Promise<string> {
  const folder = await lastingFolder()
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A folder that whoever asks for it takes away. */
export function lastingFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'end-to-end-'))
}

/** Everything below a folder, files and folders, dotted ones included; nothing if there is no such folder. */
export function everythingIn(folder: string): string[] {
  return existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]).sort() : []
}

/** Files below a folder whose bytes differ between two copies, or which only one has. */
export function differences(a: string, b: string): string[] {
  const names = new Set([...filesIn(a), ...filesIn(b)])
  return [...names].sort().filter((name) => {
    const [first, second] = [join(a, name), join(b, name)]
    if (!existsSync(first) || !existsSync(second)) return true
    return !readFileSync(first).equals(readFileSync(second))
  })
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

/** A text that stands once in a file of the valley, and what to put in its place. */
export interface Edit {
  readonly file?: string
  readonly find: string
  readonly put: string
}

/** A copy of the valley as `<folder>/mine`, with edits. */
export async function myValley(folder: string, ...edits: readonly Edit[]): Promise<string> {
  const mine = join(folder, 'mine')
  await cp(valley, mine, { recursive: true })
  for (const { file = 'scenario.yaml', find, put } of edits) {
    const text = await readFile(join(mine, file), 'utf8')
    const parts = text.split(find)
    if (parts.length !== 2) throw new Error(`"${find}" is in ${file} ${parts.length - 1} times`)
    await writeFile(join(mine, file), parts.join(put))
  }
  return mine
}

export async function readJson<T>(...path: readonly string[]): Promise<T> {
  return JSON.parse(await readFile(join(...path), 'utf8')) as T
}
