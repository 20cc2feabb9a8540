/**
 * Town twinning as ties between cities, of which a mechanism forms and ends, and measures take, the graph. Every tie
 * stands with both its cities. A city has room for so many; the most twinned of the real world has 99 (KONECT,
 * "Sister cities", Wikidata of October 2017), and a list has the same length for all.
 */
export const twinTies = {
  twins: {
    shape: 'list',
    meaning:
      'cities that the city is twinned with; beside each the day on which it will have lapsed',
    unit: 'tie',
    capacity: 64,
    columns: ['ends'],
  },
} as const
