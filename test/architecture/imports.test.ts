import { describe, expect, it } from 'vitest'
import { readSources, roomOf } from './sources.js'

/** docs/architecture.md: each room may import rooms of the tiers above its own. */
const tiers = [
  ['calendar', 'diagnostics', 'numeric', 'random', 'statistics'],
  ['expression', 'law', 'world'],
  ['contract'],
  ['mechanisms', 'measures', 'engine', 'scenario'],
  ['library', 'archive'],
  ['experiment', 'report'],
  ['cli', 'index'],
]

/** Rooms of one tier that may know each other: the ground stands on itself, a scenario builds a model of the engine. */
const neighbours = new Set(['scenario → engine'])

const sources = readSources()
const paths = new Set(sources.map(({ path }) => path))
const tierOf = (room: string) => tiers.findIndex((rooms) => rooms.includes(room))

describe('the house', () => {
  it('has no rooms that the design does not know', () => {
    const rooms = [...new Set(sources.map(({ room }) => room))].sort()
    expect(rooms.filter((room) => tierOf(room) < 0)).toEqual([])
    expect(rooms.filter((room) => /^(utils|helpers|common|misc|experimental)$/.test(room))).toEqual(
      [],
    )
  })

  it('imports upward only', () => {
    const wrong: string[] = []
    for (const { path, room, imports } of sources) {
      for (const target of imports) {
        const other = roomOf(target)
        if (other === room) continue
        const bothGround = tierOf(room) === 0 && tierOf(other) === 0
        const neighbour = bothGround || neighbours.has(`${room} → ${other}`)
        if (tierOf(other) < tierOf(room) || neighbour) continue
        wrong.push(`${path} imports ${target}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('enters a room by its door', () => {
    const wrong: string[] = []
    for (const { path, room, imports, lazy } of sources) {
      // The library lists every mechanism by its file; the command line loads no more than a command needs.
      if (room === 'library' || room === 'cli') continue
      for (const target of imports) {
        const other = roomOf(target)
        const door = target === `${other}/index.ts` || !target.includes('/')
        // Types alone, or large data that is loaded when it is asked for.
        const light = target === 'scenario/document.ts' || lazy.has(target)
        if (other !== room && !door && !light) wrong.push(`${path} imports ${target}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('imports files that are there', () => {
    const missing = sources.flatMap(({ path, imports }) =>
      imports.filter((target) => !paths.has(target)).map((target) => `${path} imports ${target}`),
    )
    expect(missing).toEqual([])
  })

  it('has no circle of files, types included', () => {
    expect(circles()).toEqual([])
  })

  it('keeps theories apart: no mechanism knows another', () => {
    const wrong: string[] = []
    for (const { path, imports } of sources) {
      const own = theoryOf(path)
      for (const target of imports) {
        const other = theoryOf(target)
        if (own !== undefined && other !== undefined && other !== own)
          wrong.push(`${path} imports ${target}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('keeps families of measures apart', () => {
    const families = sources.find(({ path }) => path === 'measures/index.ts')?.imports ?? []
    expect(families.length).toBeGreaterThan(3)
    const wrong: string[] = []
    for (const { path, imports } of sources) {
      if (!path.startsWith('measures/') || path === 'measures/index.ts') continue
      for (const target of imports)
        if (families.includes(target)) wrong.push(`${path} imports ${target}`)
    }
    expect(wrong).toEqual([])
  })
})

/** `mechanisms/position` of its file, or of any file in its folder. */
function theoryOf(path: string): string | undefined {
  return /^mechanisms\/[^/.]+/.exec(path)?.[0]
}

/** Every circle of imports, found by taking away files that import nothing that is left. */
function circles(): string[] {
  let left = new Map(
    sources.map(({ path, imports }) => [path, imports.filter((p) => paths.has(p))]),
  )
  for (;;) {
    const next = new Map(
      [...left].filter(([, imports]) => imports.some((target) => left.has(target))),
    )
    if (next.size === left.size) break
    left = next
  }
  const walked = new Set<string>()
  const found: string[] = []
  for (const start of left.keys()) {
    const way: string[] = []
    let at: string | undefined = start
    while (at !== undefined && !walked.has(at)) {
      walked.add(at)
      way.push(at)
      at = left.get(at)?.find((target) => left.has(target))
    }
    if (at !== undefined && way.includes(at))
      found.push([...way.slice(way.indexOf(at)), at].join(' → '))
  }
  return found
}
