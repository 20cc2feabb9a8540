import { defineMeasure } from '../contract/index.js'
import { quantileOfSorted } from '../statistics/index.js'
import { twinTies } from '../world/index.js'
import { giantComponent, meanPath, sampleByKey } from './graphPaths.js'
import { assortativity, clustering, degreeStatistics } from './graphStatistics.js'

/** Years between two looks at the shape of the graph: looking costs about as much as some ticks. */
const every = 5
/** Cities from which the ways to all others are followed. */
const sources = 16

export const twinnings = defineMeasure({
  name: 'twinnings',
  title: 'Twinnings in force',
  meaning: 'number of pairs of cities that are twinned',
  unit: 'tie',
  whole: true,
  of: [],
  ties: twinTies,
  observe({ units, ties }, out, at) {
    const { degree } = ties.twins
    let sides = 0
    for (let k = 0; k < units.length; k++) sides += degree[units[k]]
    out[at] = sides / 2
  },
})

export const twinnedShare = defineMeasure({
  name: 'twinnedShare',
  title: 'Share of cities that are twinned',
  meaning: 'share of cities with at least one twin city',
  unit: '1',
  of: [],
  ties: twinTies,
  observe({ units, ties }, out, at) {
    const { degree } = ties.twins
    let twinned = 0
    for (let k = 0; k < units.length; k++) if (degree[units[k]] > 0) twinned++
    out[at] = twinned / units.length
  },
})

const degrees = ['mean', 'median', 'maximum', 'gini'] as const

export const twinDegree = defineMeasure({
  name: 'twinDegree',
  title: 'Twin cities of a city',
  meaning:
    'number of twin cities a city: its mean, median, maximum and Gini coefficient, over all cities or those that are twinned at all',
  unit: '1',
  every: 1,
  of: [
    { name: 'degreeStatistic', ids: degrees },
    { name: 'among', ids: ['all', 'twinned'] },
  ],
  ties: twinTies,
  observe({ units, ties }, out, at) {
    for (let least = 0; least < 2; least++) {
      const found = degreeStatistics(ties.twins, units, least)
      degrees.forEach((name, k) => {
        out[at + 2 * k + least] = found[name]
      })
    }
  },
})

export const twinClustering = defineMeasure({
  name: 'twinClustering',
  title: 'Clustering of twin cities',
  meaning:
    "share of pairs of a city's twin cities that are twinned themselves: the mean over cities with two or more (local), or over all such pairs (overall)",
  unit: '1',
  every,
  of: [{ name: 'clusteringKind', ids: ['local', 'overall'] }],
  ties: twinTies,
  observe({ ties }, out, at) {
    const { local, overall } = clustering(ties.twins)
    out[at] = local
    out[at + 1] = overall
  },
})

export const twinGiant = defineMeasure({
  name: 'twinGiant',
  title: 'Giant component of twin cities',
  meaning: 'share of the twinned cities that are connected in the largest component',
  unit: '1',
  every,
  of: [],
  ties: twinTies,
  observe({ units, ties }, out, at) {
    const { degree } = ties.twins
    let twinned = 0
    for (let k = 0; k < units.length; k++) if (degree[units[k]] > 0) twinned++
    out[at] = twinned === 0 ? NaN : giantComponent(ties.twins).size / twinned
  },
})

export const twinAssortativity = defineMeasure({
  name: 'twinAssortativity',
  title: 'Degree assortativity of twin cities',
  meaning: 'correlation of the numbers of twin cities of two cities that are twinned',
  unit: '1',
  every,
  of: [],
  ties: twinTies,
  observe({ ties }, out, at) {
    out[at] = assortativity(ties.twins)
  },
})

export const twinPath = defineMeasure({
  name: 'twinPath',
  title: 'Mean path between twin cities',
  meaning: `mean number of twinnings on the shortest way between two cities of the largest component, over all ways from ${sources} cities`,
  unit: 'tie',
  every,
  of: [],
  ties: twinTies,
  observe({ actors: { keys }, ties }, out, at) {
    const giant = giantComponent(ties.twins)
    const from = sampleByKey(giant.within, keys.hi, keys.lo, sources)
    out[at] = meanPath(ties.twins, giant, from)
  },
})

const quartiles = [0.25, 0.5, 0.75]

export const twinDistance = defineMeasure({
  name: 'twinDistance',
  title: 'Distance between twin cities',
  meaning: 'quartiles of the great-circle distance between two cities that are twinned',
  unit: 'km',
  every,
  of: [{ name: 'quartile', ids: ['lower', 'median', 'upper'] }],
  ties: twinTies,
  observe({ n, ties, geography }, out, at) {
    const { capacity, degree, target } = ties.twins
    let pairs = 0
    for (let i = 0; i < n; i++) pairs += degree[i]
    const distances = new Float64Array(pairs / 2)
    let count = 0
    for (let i = 0; i < n; i++) {
      for (let a = i * capacity, end = a + degree[i]; a < end; a++)
        if (i < target[a]) distances[count++] = geography.distance(i, target[a])
    }
    distances.sort()
    quartiles.forEach((p, k) => {
      out[at + k] = quantileOfSorted(distances, p)
    })
  },
})
