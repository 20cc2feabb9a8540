/** How a state's law treats one class of acts of its units. */
export const treatments = ['free', 'reviewed', 'barred'] as const

export type LegalTreatment = (typeof treatments)[number]

/** A state's law of external action, as far as it distinguishes acts that bind from acts that do not. */
export interface Regime {
  readonly nonBinding: LegalTreatment
  readonly binding: LegalTreatment
}

/** An act of a unit abroad. */
export interface Act {
  readonly binding: boolean
}

/**
 * What a state's law says of an act: it needs no step, it needs the consent of the state's legislature, or it may
 * not be done.
 */
export function review(regime: Regime, act: Act): LegalTreatment {
  return act.binding ? regime.binding : regime.nonBinding
}
