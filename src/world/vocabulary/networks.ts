import { whole } from '../column.js'

/** Which actors belong to which networks. */
export const membershipColumns = {
  network: whole({ meaning: 'network', unit: '1', references: 'actors', input: 'required' }),
  member: whole({ meaning: 'member', unit: '1', references: 'actors', input: 'required' }),
} as const
