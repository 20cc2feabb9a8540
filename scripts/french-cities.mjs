// @ts-check
/**
 * Draws the synthetic authorities of the scenario `french-cities` from the classes of the survey: the same seed gives
 * the same files, which the scenario holds and a test compares.
 *
 *   node scripts/french-cities.mjs [--out scenarios/french-cities]
 *
 * Reads drawn-from/*.csv of the scenario; writes actors.csv and borders.csv, and prints the groups by class.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import {
  Draws,
  deriveKey,
  entityKeys,
  exp,
  greatCircle,
  log,
  logistic,
  normalQuantile,
  toSphere,
} from 'paradiplomacy'

const folder = join(dirname(fileURLToPath(import.meta.url)), '../scenarios/french-cities')
const { values } = parseArgs({ options: { out: { type: 'string', default: folder } } })

const seed = 'french-cities'
/** Lognormal through the bands of yearly budgets (INET 2021); an allowance is its median. */
const sigma = 1.43
/** Correlation of the logarithms of means and population within a kind: assumed. */
const withSize = 0.6
/** Up to so many kilometres two places count as touching across the border: assumed. */
const near = 150

/** Fields of the survey, and who has them by law: c city, g grouping, b both (recalled, coarsened). */
const fields = {
  'sustainable-development': 'b',
  'education-and-youth': 'c',
  'economic-development': 'g',
  'sport-and-culture': 'c',
  'civic-life': 'c',
  'innovation-and-digital': 'g',
  'emergency-aid': 'b',
  'urban-planning': 'g',
  'agriculture-water-food': 'g',
  'fight-against-poverty': 'c',
  'peace-and-rights': 'c',
  'other-fields': 'b',
}
const own = 0.6
const others = 0.35
const shared = 0.5

/** Corners of mainland France, coarsely: synthetic places are drawn within. */
const outline = [
  [51.0, 2.4],
  [50.1, 4.1],
  [49.5, 6.1],
  [49.0, 8.0],
  [47.6, 7.5],
  [46.3, 6.0],
  [45.8, 6.9],
  [43.9, 7.4],
  [43.2, 6.3],
  [43.4, 3.9],
  [42.6, 3.0],
  [42.8, 0.6],
  [43.4, -1.6],
  [46.2, -1.2],
  [47.4, -2.3],
  [48.4, -4.5],
  [48.7, -1.6],
  [49.6, -1.6],
  [49.4, 0.1],
]

const named = read('named')
const states = read('states')
const partners = read('partners')
const classes = read('classes')

/** @type {Record<string, string | number>[]} */
const cities = []
/** @type {Record<string, string | number>[]} */
const groupings = []
for (const { kind, class: name, from, to, count, prefix } of classes) {
  const list = kind === 'city' ? cities : groupings
  const known = kind === 'city' ? named.filter((row) => row.class === name) : []
  for (const row of known) list.push({ ...row, kind, row: '' })
  for (let k = known.length; k < Number(count); k++) {
    const id = `${prefix}${String(list.length + 1).padStart(2, '0')}`
    list.push({
      id,
      kind,
      class: name,
      from,
      to,
      title: `${kind === 'city' ? 'City' : 'Grouping'} ${id}`,
    })
  }
}

const authorities = [...groupings, ...cities]
const ids = [...authorities, ...partners].map(({ id }) => String(id))
const draws = new Draws(deriveKey(seed, 0, 'population'), entityKeys(ids))
draws.setTick(0)
const at = new Map(ids.map((id, i) => [id, i]))
const u = (/** @type {string | number} */ id, /** @type {number} */ k) =>
  draws.at(at.get(String(id)) ?? -1, k)
const normal = (/** @type {string | number} */ id, /** @type {number} */ k) =>
  normalQuantile(Math.min(1 - 1e-9, Math.max(1e-9, u(id, k))))

for (const row of authorities) {
  if (row.population === undefined)
    row.population = round(
      exp(log(Number(row.from)) + u(row.id, 0) * (log(Number(row.to)) - log(Number(row.from)))),
      -2,
    )
  if (row.latitude === undefined) [row.latitude, row.longitude] = place(row.id)
}

// The metropolis of the capital is larger than its class goes: it must hold the capital.
const largest = groupings.reduce((a, b) => (Number(a.population) > Number(b.population) ? a : b))
largest.population = 7000000
largest.title = 'Grouping of the capital'

// Large cities first: each into a grouping that can hold it, the named ones into one that is put around them.
const free = new Map(groupings.map((row) => [row, Number(row.population) * 0.8]))
for (const city of [...cities].sort((a, b) => Number(b.population) - Number(a.population))) {
  const size = Number(city.population)
  const fitting = groupings.filter((row) => (free.get(row) ?? 0) >= size)
  const empty = fitting.filter((row) => !cities.some(({ grouping }) => grouping === row.id))
  const real = city.row === ''
  // Named cities stand alone at the centre of a grouping of their own; the capital is in the largest.
  const open = real
    ? city.id === 'paris'
      ? [largest]
      : empty.filter((row) => row !== largest)
    : fitting.filter((row) => row.taken === undefined || row === largest)
  const chosen =
    real && city.id !== 'paris'
      ? open.reduce((a, b) => (Number(a.population) < Number(b.population) ? a : b))
      : open[Math.floor(u(city.id, 4) * open.length)]
  city.grouping = chosen.id
  free.set(chosen, (free.get(chosen) ?? 0) - size)
  if (real) {
    chosen.latitude = city.latitude
    chosen.longitude = city.longitude
    chosen.taken = 1
  } else {
    city.latitude = round(Number(chosen.latitude) + 0.1 * (u(city.id, 2) - 0.5), 3)
    city.longitude = round(Number(chosen.longitude) + 0.1 * (u(city.id, 3) - 0.5), 3)
  }
}

for (const list of [cities, groupings]) {
  // Normal scores: the capital is no outlier among means, as it is among populations.
  const ranked = [...list].sort((x, y) => Number(x.population) - Number(y.population))
  for (const row of list) {
    const score = normalQuantile((ranked.indexOf(row) + 0.5) / list.length)
    const z = withSize * score + Math.sqrt(1 - withSize * withSize) * normal(row.id, 5)
    row.endowment = round(exp(sigma * z), 3)
    row.knowHow = round(logistic(-0.6 + 0.5 * z + 0.5 * normal(row.id, 6)), 3)
    row.support = round(Math.min(0.95, Math.max(0.05, 0.5 + 0.08 * normal(row.id, 7))), 3)
    const keen = exp(0.25 * normal(row.id, 8))
    Object.entries(fields).forEach(([field, whose], q) => {
      const base = whose === 'b' ? shared : (whose === 'c') === (row.kind === 'city') ? own : others
      const interest = base * keen * exp(0.5 * normal(row.id, 10 + q))
      row[`interest:${field}`] = round(interest, 3)
      // Whoever has an interest in a field wants action on it.
      row[`position:${field}`] = round(2 * logistic(interest) - 1, 3)
    })
    // Water, sewage and waste belong to groupings (recalled); euros a head are assumed.
    if (row.kind === 'grouping') {
      row['sectorBudget:agriculture-water-food'] = round(Number(row.population) * 120, -3)
      row['sectorBudget:sustainable-development'] = round(Number(row.population) * 100, -3)
    }
    row.state = 'FR'
    row.development = 'north'
    row['membership:france-urbaine'] = 'yes'
  }
}

for (const row of partners) {
  const part = states.find(({ id }) => id === row.state)?.development
  row.kind = 'city'
  // Not studied: they are asked, and never ask.
  row.passive = 'yes'
  row.development = part ?? ''
  row.knowHow = round((part === 'north' ? 0.3 : 0.15) + 0.4 * u(row.id, 6), 3)
}

const bodies = read('bodies')
const columns = [
  'id',
  'kind',
  'title',
  'state',
  'latitude',
  'longitude',
  'population',
  'passive',
  'development',
  'grouping',
  'endowment',
  'knowHow',
  'staff',
  'staff_grade',
  'support',
  'membership:france-urbaine',
  'sectorBudget:agriculture-water-food',
  'sectorBudget:sustainable-development',
  ...Object.keys(fields).map((field) => `interest:${field}`),
  ...Object.keys(fields).map((field) => `position:${field}`),
  'note',
]
const stateRows = states.map((row) => ({ ...row, kind: 'state' }))
write('actors', columns, [...stateRows, ...authorities, ...partners, ...bodies])

const borders = []
for (const row of authorities) {
  const here = toSphere(Number(row.latitude), Number(row.longitude))
  for (const other of partners) {
    const there = toSphere(Number(other.latitude), Number(other.longitude))
    const kilometres = greatCircle(here.x, here.y, here.z, there.x, there.y, there.z)
    if (kilometres <= near)
      borders.push({ id: `b${borders.length + 1}`, first: row.id, second: other.id })
  }
}
write('borders', ['id', 'first', 'second'], borders)

for (const { kind, class: name } of classes) {
  const members = authorities
    .filter((row) => row.kind === kind && row.class === name)
    .map(({ id }) => id)
  console.log(`${kind} ${name}: [${members.join(', ')}]`)
}

/** @param {string} name @returns {Record<string, string | number>[]} */
function read(name) {
  const [head, ...lines] = readFileSync(join(folder, 'drawn-from', `${name}.csv`), 'utf8')
    .trimEnd()
    .split('\n')
  const keys = head.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    if (cells.length > keys.length) throw new Error(`${name}.csv: too many cells in "${line}"`)
    return Object.fromEntries(
      keys
        .map((key, k) => [key, cells[k] === '' ? undefined : cells[k]])
        .filter(([, cell]) => cell !== undefined),
    )
  })
}

/** @param {string} name @param {string[]} header @param {Record<string, string | number>[]} rows */
function write(name, header, rows) {
  const lines = rows.map((row) => header.map((column) => row[column] ?? '').join(','))
  writeFileSync(join(values.out, `${name}.csv`), `${[header.join(','), ...lines].join('\n')}\n`)
}

/** @param {string | number} id */
function place(id) {
  for (let k = 100; ; k += 2) {
    const latitude = 42.5 + 8.6 * u(id, k)
    const longitude = -4.8 + 13 * u(id, k + 1)
    if (isInside(latitude, longitude)) return [round(latitude, 3), round(longitude, 3)]
  }
}

/** @param {number} latitude @param {number} longitude */
function isInside(latitude, longitude) {
  let inside = false
  for (let a = 0, b = outline.length - 1; a < outline.length; b = a++) {
    const [ya, xa] = outline[a]
    const [yb, xb] = outline[b]
    if (
      ya > latitude !== yb > latitude &&
      longitude < ((xb - xa) * (latitude - ya)) / (yb - ya) + xa
    )
      inside = !inside
  }
  return inside
}

/** @param {number} x @param {number} digits */
function round(x, digits) {
  return Number(`${Math.round(Number(`${x}e${digits}`))}e${-digits}`)
}
