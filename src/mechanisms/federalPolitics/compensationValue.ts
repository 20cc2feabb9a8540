/** What so many million dollars a year are worth to a unit's people in office (logit). */
export function compensationValue(dollarValue: number, million: number, people: number): number {
  return (dollarValue * million * 1e6) / Math.max(1, people)
}

/** Million dollars a year that are worth so many logits to a unit's people in office. */
export function compensationFor(dollarValue: number, logits: number, people: number): number {
  return (logits * people) / (dollarValue * 1e6)
}
