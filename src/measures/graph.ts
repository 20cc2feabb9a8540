import { defineMeasure } from '../contract/index.js'
import { twinTies } from '../world/index.js'

export const twinnings = defineMeasure({
  name: 'twinnings',
  title: 'Twinnings in force',
  meaning: 'number of pairs of cities that are twinned',
  unit: 'tie',
  whole: true,
  of: [],
  ties: twinTies,
  observe({ n, ties }, out, at) {
    const { degree } = ties.twins
    let sides = 0
    for (let i = 0; i < n; i++) sides += degree[i]
    out[at] = sides / 2
  },
})
