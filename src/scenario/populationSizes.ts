import { pow } from '../numeric/index.js'

/** A country's towns as a law of sizes gives them. */
export interface SizedCountry {
  readonly urbanPopulation: number
}

/** One synthetic city: which country, which rank in it, how large. */
export interface SizedCity {
  readonly country: number
  /** 1 for the country's largest. */
  readonly rank: number
  readonly population: number
}

/**
 * The largest town of a country by Zipf's law: the town of rank r has P₁ r^−s people, and the towns of at least
 * `smallest` people together are the urban population (Zipf 1949; Gabaix 1999 for why s is near 1).
 *
 * @returns P₁, and how many towns reach `smallest`; none if the urban population itself does not
 */
export function zipf(
  urbanPopulation: number,
  exponent: number,
  smallest: number,
): { readonly largest: number; readonly towns: number } {
  // With n towns, of which the last has just `smallest`, P₁ = smallest · n^s; the total grows with n.
  let harmonic = 0
  let towns = 0
  for (;;) {
    const power = pow(towns + 1, exponent)
    const next = harmonic + 1 / power
    if (smallest * power * next > urbanPopulation) break
    harmonic = next
    towns++
  }
  return { largest: towns === 0 ? 0 : urbanPopulation / harmonic, towns }
}

/**
 * The largest cities of the world, largest first. The list for a smaller number is the beginning of the list for a
 * larger one: no city changes when others are added.
 *
 * @param cities how many are wanted; fewer come where there are fewer of that size
 */
export function largestCities(
  countries: readonly SizedCountry[],
  cities: number,
  exponent: number,
  smallest: number,
): SizedCity[] {
  const all: SizedCity[] = []
  countries.forEach(({ urbanPopulation }, country) => {
    const { largest, towns } = zipf(urbanPopulation, exponent, smallest)
    for (let rank = 1; rank <= Math.min(towns, cities); rank++) {
      all.push({ country, rank, population: Math.round(largest / pow(rank, exponent)) })
    }
  })
  all.sort((a, b) => b.population - a.population || a.country - b.country || a.rank - b.rank)
  return all.slice(0, cities)
}
