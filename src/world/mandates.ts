/** What an election did to the means for external action (INET 2021; Despins 2024: the electoral calendar). */
export const mandates = ['none', 'kept', 'raised', 'cut'] as const

export type Mandate = (typeof mandates)[number]
