/** Plain data as JSON holds it. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json }

/** A Vega-Lite specification. Its schema is the judge of its shape: every one is validated in the tests. */
export interface Spec {
  readonly $schema: string
  readonly [key: string]: Json
}

/** A part of a specification. */
export interface Part {
  readonly [key: string]: Json
}

export const vegaLiteSchema = 'https://vega.github.io/schema/vega-lite/v6.json'
