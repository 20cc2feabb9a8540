import { readFileSync } from 'node:fs'

/** Files of the typeface that charts are set in. */
const fontFolder = new URL('../../../assets/fonts/', import.meta.url)
export const fontFiles = {
  regular: new URL('LiberationSans-Regular.ttf', fontFolder),
  bold: new URL('LiberationSans-Bold.ttf', fontFolder),
} as const

/** Width of each character of a font, in ems. */
export interface FontMetrics {
  widthOf(codePoint: number): number
}

const cache = new Map<string, FontMetrics>()

/** Reads the widths of a shipped font. */
export function fontMetrics(weight: keyof typeof fontFiles): FontMetrics {
  const known = cache.get(weight)
  if (known) return known
  const metrics = readMetrics(readFileSync(fontFiles[weight]))
  cache.set(weight, metrics)
  return metrics
}

/** Of a TrueType file only `head` (units per em), `hhea` and `hmtx` (widths) and `cmap` (format 4) are needed. */
function readMetrics(font: Buffer): FontMetrics {
  const tables = new Map<string, number>()
  for (let t = 0; t < font.readUInt16BE(4); t++) {
    const record = 12 + t * 16
    tables.set(font.toString('latin1', record, record + 4), font.readUInt32BE(record + 8))
  }
  const at = (name: string) => {
    const offset = tables.get(name)
    if (offset === undefined) throw new Error(`the font has no table ${name}`)
    return offset
  }
  const unitsPerEm = font.readUInt16BE(at('head') + 18)
  const widths = font.readUInt16BE(at('hhea') + 34)
  const glyphs = readGlyphs(font, at('cmap'))
  const hmtx = at('hmtx')
  return {
    widthOf(codePoint) {
      const glyph = Math.min(glyphs.get(codePoint) ?? 0, widths - 1)
      return font.readUInt16BE(hmtx + glyph * 4) / unitsPerEm
    },
  }
}

function readGlyphs(font: Buffer, cmap: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>()
  for (let t = 0; t < font.readUInt16BE(cmap + 2); t++) {
    const table = cmap + font.readUInt32BE(cmap + 4 + t * 8 + 4)
    if (font.readUInt16BE(table) !== 4) continue
    const segments = font.readUInt16BE(table + 6) / 2
    const ends = table + 14
    const starts = ends + segments * 2 + 2
    const deltas = starts + segments * 2
    const ranges = deltas + segments * 2
    for (let s = 0; s < segments; s++) {
      const range = font.readUInt16BE(ranges + s * 2)
      const delta = font.readUInt16BE(deltas + s * 2)
      const first = font.readUInt16BE(starts + s * 2)
      const last = font.readUInt16BE(ends + s * 2)
      for (let c = first; c <= last && c < 0xffff; c++) {
        const glyph = range === 0 ? c : font.readUInt16BE(ranges + s * 2 + range + (c - first) * 2)
        if (glyph !== 0) glyphs.set(c, (glyph + delta) & 0xffff)
      }
    }
    return glyphs
  }
  throw new Error('the font has no character map that can be read')
}
