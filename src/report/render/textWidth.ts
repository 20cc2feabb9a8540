import { fontMetrics } from './fontMetrics.js'

/**
 * Width of a line of text in the charts' typeface, in pixels. Without a canvas Vega only guesses, by a third too
 * much; layouts then gape, and labels are left out for lack of room that is there.
 */
export function textWidth(text: string, fontSize: number, bold = false): number {
  const metrics = fontMetrics(bold ? 'bold' : 'regular')
  let ems = 0
  for (const character of text) ems += metrics.widthOf(character.codePointAt(0) ?? 32)
  return ems * fontSize
}

/** Breaks a text into lines no wider than so many pixels. */
export function wrapText(text: string, width: number, fontSize: number, bold = false): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1]
    if (last !== undefined && textWidth(`${last} ${word}`, fontSize, bold) <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
