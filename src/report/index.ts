/** Charts, page, tables and the description of the model. Reads the archive. */

export type { MovingPicture } from './charts/map/mapPictures.js'
export type { Picture, PictureTable } from './charts/Picture.js'
export { chartsOf } from './chartsOf.js'
export { type CheckTable, checkTable } from './checkTable.js'
export { odd } from './odd/odd.js'
export { renderPng } from './render/renderPng.js'
export { renderSvg } from './render/renderSvg.js'
export type { Json, Spec } from './render/spec.js'
export { summary, summaryOf } from './summary.js'
export { type ReportOptions, writeReport } from './writeReport.js'
