/** Whether white text is read better than black on the colour of a value. */
export function isDark(
  { ticks, range }: { readonly ticks: readonly number[]; readonly range: readonly string[] },
  value: number,
): boolean {
  const [low, high] = [ticks[0], ticks[ticks.length - 1]]
  const place = Math.max(0, Math.min(1, (value - low) / (high - low))) * (range.length - 1)
  const from = Math.min(range.length - 2, Math.floor(place))
  const [a, b] = [channels(range[from]), channels(range[from + 1])]
  const colour = a.map((c, k) => c + (b[k] - c) * (place - from))
  const light = luminance(colour)
  // WCAG 2: contrast with white against contrast with near-black.
  return 1.05 / (light + 0.05) > (light + 0.05) / 0.066
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}

function luminance(colour: readonly number[]): number {
  const [r, g, b] = colour.map((c) => {
    const s = c / 255
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
