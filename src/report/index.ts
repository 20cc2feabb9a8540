/** Charts, page, tables and the description of the model. Reads the archive. */

export { type CheckTable, checkTable } from './checkTable.js'
export { odd } from './odd/odd.js'
export { summary, summaryOf } from './summary.js'
export { type ReportOptions, writeReport } from './writeReport.js'
