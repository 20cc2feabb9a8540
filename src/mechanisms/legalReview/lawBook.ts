import { type Regime, unpackRegime } from '../../law/index.js'
import type { ColumnArray } from '../../world/index.js'
import { type LegalWorld, lawTables } from './columns.js'

const books = new WeakMap<object, LawBook>()

/**
 * The law of a world, put together from its tables. It is written down once for a world, and anew if a table has been
 * changed since: laws hardly ever change, and reading one takes longer than a whole tick of cases.
 */
export function lawOf(world: LegalWorld): LawBook {
  const known = books.get(world.laws)
  if (known?.isCurrent()) return known
  const book = new LawBook(world)
  books.set(world.laws, book)
  return book
}

/** Regimes and rules as they were when they were read. */
export class LawBook {
  private readonly regimes = new Map<number, Regime>()
  private readonly ruleRows = new Map<string, number>()
  private readonly columns: ColumnArray[] = []
  private readonly asRead: ColumnArray[] = []

  constructor(private readonly world: LegalWorld) {
    for (const [name, columns] of Object.entries(lawTables)) {
      const table = world[name as keyof typeof lawTables] as unknown as Record<string, ColumnArray>
      for (const column of Object.keys(columns)) {
        this.columns.push(table[column])
        this.asRead.push(table[column].slice())
      }
    }
    world.legalRules.ids.forEach((id, at) => {
      this.ruleRows.set(id, at)
    })
  }

  /** Whether the tables still say what they said. */
  isCurrent(): boolean {
    for (let c = 0; c < this.columns.length; c++) {
      const now = this.columns[c]
      const then = this.asRead[c]
      for (let k = 0; k < now.length; k++) if (now[k] !== then[k]) return false
    }
    return true
  }

  regime(law: number): Regime {
    const found = this.regimes.get(law) ?? unpackRegime(this.world, law)
    this.regimes.set(law, found)
    return found
  }

  /** Row of a rule by its id; −1 for none. */
  rowOfRule(id: string | undefined): number {
    return id === undefined ? -1 : (this.ruleRows.get(id) ?? -1)
  }
}
