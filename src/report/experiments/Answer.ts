/** What an experiment found, in words. */
export interface Answer {
  /** The answer in a sentence or two. */
  readonly lead: string
  /** What it consists of, in the order of the question. */
  readonly points: readonly AnswerPoint[]
}

export interface AnswerPoint {
  /** What it is about. */
  readonly head: string
  readonly text: string
  /** How it came out, where that is one of a few words, and whether that is as hoped. */
  readonly verdict?: { readonly word: string; readonly tone: 'good' | 'bad' | 'neutral' }
}
