import type { Part } from './spec.js'

/** Metrically the same typeface almost everywhere, and the one that ships for PNG. */
export const fontFamily = 'Liberation Sans, Arial, Helvetica, sans-serif'

/** Okabe and Ito 2008, told apart with any colour vision; its purple darkened (Tol) so that it can be read as text. */
export const palette = {
  black: '#000000',
  orange: '#e69f00',
  sky: '#56b4e9',
  green: '#009e73',
  yellow: '#f0e442',
  blue: '#0072b2',
  vermilion: '#d55e00',
  purple: '#aa4499',
} as const

/** Colours, dashes and shapes go together, so that a print in black still tells series apart. */
export const seriesColours = [
  palette.blue,
  palette.vermilion,
  palette.green,
  palette.purple,
  palette.black,
  palette.orange,
  palette.sky,
] as const
export const seriesDashes: readonly (readonly number[])[] = [
  [1, 0],
  [7, 3],
  [2, 2],
  [9, 3, 2, 3],
  [4, 1],
  [12, 4],
  [1, 3],
]
export const seriesShapes = [
  'circle',
  'square',
  'triangle-up',
  'diamond',
  'cross',
  'stroke',
  'triangle-down',
]

export const ink = { text: '#222222', quiet: '#595959', line: '#b8b8b8', faint: '#e4e4e4' } as const

/** Against to for: colour-blind safe, as dark at either end, pale in the middle. */
export const diverging = [
  '#b35806',
  '#f1a340',
  '#fee0b6',
  '#f7f7f7',
  '#d1e5f0',
  '#67a9cf',
  '#2166ac',
]

/** Width of a chart's plot, in pixels. */
export const plotWidth = 620

/** The look of every chart. */
export const config: Part = {
  background: '#ffffff',
  font: fontFamily,
  padding: 16,
  aria: false,
  title: {
    anchor: 'start',
    frame: 'group',
    fontSize: 17,
    fontWeight: 'bold',
    color: ink.text,
    subtitleColor: ink.quiet,
    subtitleFontSize: 12.5,
    subtitlePadding: 5,
    subtitleLineHeight: 17,
    offset: 16,
  },
  axis: {
    domainColor: ink.line,
    tickColor: ink.line,
    gridColor: ink.faint,
    labelColor: ink.text,
    titleColor: ink.quiet,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    titlePadding: 10,
    labelPadding: 4,
    // Vega cuts by a guess of the width; what is too long is broken into lines beforehand.
    labelLimit: 0,
    titleLimit: 0,
  },
  axisX: { grid: false, labelFlush: false },
  axisY: { domain: false, ticks: false },
  axisTemporal: { tickCount: 11 },
  legend: {
    orient: 'top',
    direction: 'horizontal',
    labelColor: ink.text,
    titleColor: ink.quiet,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    labelLimit: 0,
    titleLimit: 0,
    symbolSize: 90,
    symbolStrokeWidth: 2,
    columnPadding: 18,
    offset: 12,
  },
  header: {
    labelColor: ink.text,
    labelFontSize: 13,
    labelFontWeight: 'bold',
    titleColor: ink.quiet,
    titleFontSize: 12,
    labelAnchor: 'start',
  },
  view: { stroke: null },
  line: { strokeWidth: 2.25 },
  text: { color: ink.text, fontSize: 12 },
  rule: { color: ink.line },
}
