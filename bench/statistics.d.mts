export interface RatioInterval {
  readonly ratio: number
  readonly low: number
  readonly high: number
}

export function median(values: readonly number[]): number

export function ratioOfMedians(
  before: readonly number[],
  after: readonly number[],
  yardstick?: { readonly before: readonly number[]; readonly after: readonly number[] },
): RatioInterval
