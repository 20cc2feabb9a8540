import countries from 'i18n-iso-countries'
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import type { IsoCodes } from './states.js'

countries.registerLocale(english)

// The package takes small letters and numbers for codes, too.
const known = new Set(Object.keys(countries.getAlpha2Codes()))

/** ISO 3166-1: two-letter codes, English names, and the numbers by which the map knows them. */
export const isoCodes: IsoCodes = {
  name: (code) =>
    known.has(code) ? countries.getName(code, 'en', { select: 'alias' }) : undefined,
  onMap: (code) => countries.alpha2ToNumeric(code),
  all: [...known],
}
