/**
 * What the theories of a scenario add to the worth of a tie from one actor to another, for this tick, beside size,
 * distance and support. Entries between two states count for all their units; an entry from a unit to a state counts
 * for all ties of that unit with units of the state.
 */
export const affinityTies = {
  affinity: {
    shape: 'matrix',
    meaning:
      'what a tie is worth more or less in this tick, added up by the theories: between units, from a unit to a state, or between states',
    unit: 'logit',
    pulse: true,
  },
} as const
