import { exp, greatCircle, log, toSphere } from '../../numeric/index.js'
import type { GravityWeights } from '../../world/index.js'
import { type AliasArrays, buildAlias, drawAlias } from './alias.js'
import { SizeClasses } from './SizeClasses.js'
import { type Box, divide, gapBetween, type Placed } from './tree.js'

/** What the index is made of; arrays by rows of actors. */
export interface Cities {
  /** Rows of the cities, in order. */
  readonly rows: readonly number[]
  readonly state: Int32Array
  readonly latitude: Float64Array
  readonly longitude: Float64Array
  readonly population: Float64Array
}

/**
 * Homes hold at most one such part of all weight, and reach so many kilometres: there are some hundreds of them,
 * however many cities there are.
 */
const homeShare = 1 / 256
const homeReach = 400
/** A box abroad is taken whole if it is at most so wide, relative to the distance to it. */
const coarseness = 0.5

/**
 * Draws candidates for a tie abroad in a time that does not depend on how many cities there are, with probability
 * proportional to the gravity of the pair:
 *
 *   K(i, j) = max(d, nearest)^distance · (P_i P_j)^size · (larger / smaller)^disparity,  j in another state
 *
 * 1. A box of cities abroad, out of the alias table for the home box and the class of size of i. Near boxes are
 *    small, far ones large, as in the tree code of Barnes and Hut 1986; each counts with an upper bound of K over
 *    its cities. 2. One of the box's classes of size by its bound, and any city of it. 3. The city is kept with
 *    probability K / bound; otherwise the try gave nothing and the caller tries again. What is kept follows K
 *    exactly (rejection: Devroye 1986, ch. II; alias tables: Walker 1977).
 */
export class PartnerIndex {
  /** Natural logarithm of each actor's population, at least 0. */
  readonly logPopulation: Float64Array
  readonly homes: number

  private readonly placed: Placed
  private readonly sizes: SizeClasses
  /** Home box of each actor. */
  private readonly homeOf: Int32Array
  /** For each home and class: where its alias table begins; −1 where nobody is abroad. */
  private readonly tableOf: Int32Array
  private readonly tables: AliasArrays
  /** For each home: where its list of boxes abroad begins; boxes by number, and ln of the least distance to each. */
  private readonly listOf: Int32Array
  private readonly boxes: Int32Array
  private readonly logGaps: Float64Array
  private readonly logNearest: number

  constructor(
    cities: Cities,
    private readonly weights: GravityWeights,
    private readonly nearest: number,
  ) {
    const { rows, population } = cities
    this.logNearest = log(nearest)
    this.logPopulation = population.map((people) => log(Math.max(1, people)))
    this.placed = placeOf(cities, this.logPopulation, weights.size)
    const order = Int32Array.from(rows)
    const countries = divide(order, this.placed)
    const total = countries.reduce((sum, { weight }) => sum + weight, 0)
    const homes = countries.flatMap((country) => cut(country, total * homeShare))
    this.homes = homes.length
    this.homeOf = new Int32Array(population.length).fill(-1)
    homes.forEach(({ first, end }, home) => {
      for (let k = first; k < end; k++) this.homeOf[order[k]] = home
    })

    const lists = homes.map((home) => this.listAbroad(home, countries))
    const numbers = new Map<Box, number>()
    for (const { boxes } of lists)
      for (const box of boxes) if (!numbers.has(box)) numbers.set(box, numbers.size)
    this.sizes = new SizeClasses(order, this.logPopulation, [...numbers.keys()], weights)

    this.listOf = new Int32Array(homes.length + 1)
    lists.forEach(({ boxes }, home) => {
      this.listOf[home + 1] = this.listOf[home] + boxes.length
    })
    this.boxes = Int32Array.from(
      lists.flatMap(({ boxes }) => boxes.map((b) => numbers.get(b) ?? 0)),
    )
    this.logGaps = Float64Array.from(lists.flatMap(({ logGaps }) => logGaps))
    this.tableOf = new Int32Array(homes.length * this.sizes.n).fill(-1)
    this.tables = this.layTables(homes, order)
  }

  /** Whether anybody at all lives abroad from here. */
  hasAbroad(i: number): boolean {
    const home = this.homeOf[i]
    return home >= 0 && this.tableOf[home * this.sizes.n + this.sizes.of[i]] >= 0
  }

  /**
   * One try to draw a partner for i.
   *
   * @param u, v, w three uniform numbers of i's own
   * @returns a city's row, or −1 where the try gave nothing
   */
  draw(i: number, u: number, v: number, w: number): number {
    const { sizes, weights, logPopulation } = this
    const home = this.homeOf[i]
    const s = sizes.of[i]
    const list = this.listOf[home]
    const at =
      list +
      drawAlias(this.tables, this.tableOf[home * sizes.n + s], this.listOf[home + 1] - list, u)
    const j = sizes.draw(this.boxes[at], s, v)
    if (j < 0) return -1
    const gap = Math.abs(logPopulation[i] - logPopulation[j])
    let slack = sizes.slack(s, j, gap)
    if (weights.distance !== 0 && w < exp(slack))
      slack += weights.distance * (this.logDistance(i, j) - this.logGaps[at])
    return w < exp(slack) ? j : -1
  }

  private logDistance(i: number, j: number): number {
    const { x, y, z } = this.placed
    const kilometres = greatCircle(x[i], y[i], z[i], x[j], y[j], z[j])
    return kilometres <= this.nearest ? this.logNearest : log(kilometres)
  }

  /** The boxes of all other states as a home sees them. */
  private listAbroad(home: Box, countries: readonly Box[]) {
    const boxes: Box[] = []
    const logGaps: number[] = []
    const look = (box: Box): void => {
      const gap = Math.max(this.nearest, gapBetween(home, box))
      const whole =
        this.weights.distance === 0 || 2 * box.reach <= Math.max(this.nearest, coarseness * gap)
      if (whole || box.parts.length === 0) {
        boxes.push(box)
        logGaps.push(log(gap))
      } else box.parts.forEach(look)
    }
    for (const country of countries) if (country.state !== home.state) look(country)
    return { boxes, logGaps }
  }

  private layTables(homes: readonly Box[], order: Int32Array): AliasArrays {
    const { sizes, listOf, boxes, logGaps, weights } = this
    const longest = homes.reduce((most, _, h) => Math.max(most, listOf[h + 1] - listOf[h]), 0)
    if (longest > 65536) throw new Error('A home has more boxes abroad than its table can name.')
    let length = 0
    homes.forEach(({ first, end }, home) => {
      const count = listOf[home + 1] - listOf[home]
      for (let k = first; k < end; k++) {
        const table = home * sizes.n + sizes.of[order[k]]
        if (count === 0 || this.tableOf[table] >= 0) continue
        this.tableOf[table] = length
        length += count
      }
    })
    const into = { own: new Float32Array(length), other: new Uint16Array(length) }
    const pull = new Float64Array(longest)
    const bounds = new Float64Array(longest)
    const stack = new Int32Array(longest)
    for (let home = 0; home < homes.length; home++) {
      const list = listOf[home]
      const count = listOf[home + 1] - list
      for (let b = 0; b < count; b++) pull[b] = exp(weights.distance * logGaps[list + b])
      for (let s = 0; s < sizes.n; s++) {
        const table = this.tableOf[home * sizes.n + s]
        if (table < 0) continue
        for (let b = 0; b < count; b++) bounds[b] = pull[b] * sizes.bound(boxes[list + b], s)
        buildAlias(bounds, count, into, table, stack)
      }
    }
    return into
  }
}

function placeOf(
  { rows, state, latitude, longitude }: Cities,
  logPopulation: Float64Array,
  size: number,
): Placed {
  const n = state.length
  const x = new Int32Array(n)
  const y = new Int32Array(n)
  const z = new Int32Array(n)
  const weight = new Float64Array(n)
  for (const i of rows) {
    const place = toSphere(latitude[i], longitude[i])
    x[i] = place.x
    y[i] = place.y
    z[i] = place.z
    weight[i] = exp(size * logPopulation[i])
  }
  return { state, latitude, longitude, x, y, z, weight }
}

/** The largest boxes within a box that weigh no more than a limit and do not reach too far. */
function cut(box: Box, limit: number): Box[] {
  if ((box.weight <= limit && box.reach <= homeReach) || box.parts.length === 0) return [box]
  return box.parts.flatMap((part) => cut(part, limit))
}
