import { twinTies, type World } from '../world/index.js'
import { type DataTable, textColumn } from './dataTable.js'

/** The towns that are twinned at the end of a run, one row a tie; nothing in a world without such ties. */
export function twinsTable({ ties, units, actors }: World): DataTable | undefined {
  const twins = Object.hasOwn(ties, Object.keys(twinTies)[0]) ? ties.twins : undefined
  if (twins === undefined || !('target' in twins)) return undefined
  const pairs: (readonly [string, string])[] = []
  for (const i of units) {
    for (let d = 0; d < twins.degree[i]; d++) {
      const j = twins.target[i * twins.capacity + d]
      // Every tie stands with both its cities.
      if (i < j) pairs.push([actors.ids[i], actors.ids[j]])
    }
  }
  const column = (name: string, title: string, at: 0 | 1) =>
    textColumn(
      'string',
      { name, title, meaning: `Id of the ${title.toLowerCase()}.`, unit: '' },
      pairs.map((pair) => pair[at]),
    )
  return {
    name: 'twins',
    meaning: 'Towns that are twinned at the end of the run; one row a tie.',
    key: ['first', 'second'],
    rows: pairs.length,
    columns: [column('first', 'One town', 0), column('second', 'Other town', 1)],
  }
}
