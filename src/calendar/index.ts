/** Dates as day numbers, and the ticks of a run. */
export { formatDate, parseDate } from './dateText.js'
export {
  addMonths,
  type CivilDate,
  civilDate,
  dayOf,
  daysInMonth,
  yearFraction,
  yearOf,
} from './day.js'
export { daysPerYear, Timeline } from './Timeline.js'
