/**
 * How a city and the grouping that it belongs to divide external action (INET 2021): neither does without the other
 * (`complement`), both do the same by themselves (`duplicate`), the grouping does it for the city (`substitute`).
 */
export const divisions = ['none', 'complement', 'duplicate', 'substitute'] as const

export type Division = (typeof divisions)[number]
