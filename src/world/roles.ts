/**
 * Roles of a city in diplomacy (Parkes); a unit may have all of them. Our reading: a participant acts
 * abroad; a place hosts what others act in; a percolator carries norms of the world into its own policy and back.
 */
export const roles = ['participant', 'place', 'percolator'] as const

export type Role = (typeof roles)[number]
