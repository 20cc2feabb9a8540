/**
 * Eras of city diplomacy (Bianchi, in INET 2021): twinning that builds peace; bilateral development together;
 * multilateral networks and the exchange of practice. `none` is for ties that belong to no era.
 */
export const eras = ['none', 'peaceBuilding', 'coDevelopment', 'exchange'] as const

export type Era = (typeof eras)[number]
