import { defineMechanism, number } from '../contract/index.js'
import { direction, exp } from '../numeric/index.js'
import { actorColumns, addRows, code, Geography, real, whole } from '../world/index.js'

const source = 0
const receptor = 1

/**
 * Emissions travel with the wind and fall elsewhere: D_j = B + Σ_i T_ij E_i, linear in emissions (Mäler 1989).
 *
 * T decays exponentially with a length that is longer downwind, divided by distance, and multiplied by the share
 * that has become sulphate on the way. Its scale makes the reference receptor stand at its documented deposition
 * when emissions stand at their start.
 */
export default defineMechanism({
  name: 'transboundaryFlows',
  summary: "Each unit's emissions are carried with the wind and fall on receptors near and far.",
  source: 'Mäler 1989 (linear source–receptor game); Fay, Golomb and Kumar 1985 (decay lengths)',
  parameters: {
    background: number({
      default: 6,
      range: [4, 8],
      limits: [0, 100],
      unit: 'kg/ha/yr',
      meaning: 'deposition that no unit of the scenario causes',
      source:
        'reproduces 30 → 21.4 after a cut of 10 million short tons (Fay, Golomb and Gruhl 1983)',
      grade: 'inferred',
    }),
    lengthMean: number({
      default: 750,
      range: [600, 900],
      limits: [50, 5000],
      unit: 'km',
      meaning: 'decay length across the wind',
      source: 'midway between 1,100 km downwind and 400 km upwind (Fay, Golomb and Kumar 1985)',
      grade: 'inferred',
    }),
    lengthWind: number({
      default: 350,
      range: [200, 500],
      limits: [0, 2000],
      unit: 'km',
      meaning: 'what is added to the decay length straight downwind and taken from it upwind',
      source: 'half the difference of 1,100 km and 400 km (Fay, Golomb and Kumar 1985)',
      grade: 'inferred',
    }),
    windBearing: number({
      default: 67.5,
      range: [60, 75],
      limits: [0, 360],
      unit: 'degree',
      meaning: 'bearing toward which the wind blows',
      source: 'prevailing westerlies; middle of 60 to 75',
      grade: 'inferred',
    }),
    floor: number({
      default: 200,
      range: [150, 400],
      limits: [1, 2000],
      unit: 'km',
      meaning: 'distance below which deposition gets no denser',
      source: 'mean distance within a region',
      grade: 'assumed',
    }),
    oxidation: number({
      default: 600,
      range: [300, 1000],
      limits: [0, 5000],
      unit: 'km',
      meaning: 'distance on which the gas turns into sulphate; 0: at once',
      source: 'published shares fit better with it',
      grade: 'inferred',
    }),
  },
  reads: {
    actors: {
      baseEmissions: actorColumns.baseEmissions,
      baseline: actorColumns.baseline,
      abatement: actorColumns.abatement,
    },
    sites: {
      unit: whole({
        meaning: 'unit that the place belongs to',
        unit: '1',
        references: 'actors',
        input: 'required',
      }),
      role: code({
        meaning: 'emits or receives',
        unit: '1',
        values: ['source', 'receptor'],
        input: 'required',
      }),
      latitude: real({ meaning: 'latitude', unit: 'degree', range: [-90, 90], input: 'required' }),
      longitude: real({
        meaning: 'longitude',
        unit: 'degree',
        range: [-180, 180],
        input: 'required',
      }),
      weight: real({
        meaning: "share of the unit's emissions or of its receptors",
        unit: '1',
        range: [0, 1],
        input: 'required',
      }),
      reference: real({
        meaning: 'documented deposition at the start, which sets the scale (0: not the reference)',
        unit: 'kg/ha/yr',
        range: [0, 1000],
        input: 'optional',
      }),
    },
  },
  writes: { actors: { emissions: actorColumns.emissions, deposition: actorColumns.deposition } },
  ties: {
    transport: {
      shape: 'matrix',
      meaning: 'deposition at the second unit for each unit of emission of the first',
      unit: 'kg/ha/yr per kt/yr',
    },
  },
  prepare(world, { parameters }) {
    const { n, units, actors, sites, ties } = world
    const transport = ties.transport.values
    const wind = direction(parameters.windBearing)
    const { latitude, longitude } = places()
    const map = new Geography(latitude, longitude)

    let reference = -1
    for (let p = 0; p < sites.n; p++) if (sites.reference[p] > 0) reference = p
    const sources = Array.from(units, (i) => placesOf(i, source))
    const receptors = Array.from(units, (j) => placesOf(j, receptor))
    transport.fill(0)
    units.forEach((i, a) => {
      units.forEach((j, b) => {
        let t = 0
        for (const [from, share] of sources[a]) {
          for (const [to, weight] of receptors[b]) t += share * weight * kernel(from, to)
        }
        transport[i * n + j] = t
      })
    })
    if (reference < 0) return
    let raw = 0
    units.forEach((i, a) => {
      for (const [from, share] of sources[a]) {
        raw += share * actors.baseEmissions[i] * kernel(from, n + reference)
      }
    })
    const scale =
      raw > 0 ? Math.max(0, sites.reference[reference] - parameters.background) / raw : 0
    for (let k = 0; k < transport.length; k++) transport[k] *= scale

    /** Centres of the actors, then the sites: where nothing better is known, a unit is its centre. */
    function places() {
      const latitude = new Float64Array(n + sites.n)
      const longitude = new Float64Array(n + sites.n)
      latitude.set(actors.latitude)
      latitude.set(sites.latitude, n)
      longitude.set(actors.longitude)
      longitude.set(sites.longitude, n)
      return { latitude, longitude }
    }

    function placesOf(unit: number, role: number): [place: number, weight: number][] {
      const own: [number, number][] = []
      let total = 0
      for (let p = 0; p < sites.n; p++) {
        if (sites.unit[p] !== unit || sites.role[p] !== role) continue
        own.push([n + p, sites.weight[p]])
        total += sites.weight[p]
      }
      return total > 0 ? own.map(([place, weight]) => [place, weight / total]) : [[unit, 1]]
    }

    function kernel(from: number, to: number): number {
      const d = Math.max(parameters.floor, map.distance(from, to))
      const length = Math.max(
        1,
        parameters.lengthMean + parameters.lengthWind * map.along(wind, from, to),
      )
      const sulphate = parameters.oxidation > 0 ? 1 - exp(-d / parameters.oxidation) : 1
      return (exp(-d / length) / d) * sulphate
    }
  },
  step({ n, units, actors, ties, scratch }, { parameters: { background } }) {
    const { baseEmissions, baseline, abatement, emissions, deposition } = actors
    for (let k = 0; k < units.length; k++) {
      const i = units[k]
      emissions[i] = baseEmissions[i] * baseline[i] * (1 - abatement[i])
    }
    const fallen = scratch.reals(n).fill(background)
    addRows(ties.transport.values, units, units.length, emissions, fallen)
    for (let k = 0; k < units.length; k++) deposition[units[k]] = fallen[units[k]]
  },
})
