import { real } from '../column.js'

export const issueColumns = {
  costScale: real({
    meaning: 'standard deviation over units of the yearly programme cost per head',
    unit: 'USD/person/yr',
    range: [0, 1e9],
  }),
  dollarValue: real({
    meaning: 'value of one dollar a head and year to a unit',
    unit: 'logit per USD/person/yr',
    range: [0, 1e9],
  }),
  harmValue: real({
    meaning: 'weight of one standard deviation of harm',
    unit: 'logit/sd',
    range: [0, 100],
  }),
  reconciles: real({
    meaning: 'how far the wish for reconciliation draws units to the issue',
    unit: '1',
    range: [0, 1],
    input: 'optional',
  }),
  shock: real({
    meaning: 'a dated report or crisis that raises attention, in units of the shock parameter',
    unit: '1',
    range: [0, 10],
    pulse: true,
    input: 'optional',
  }),
} as const
