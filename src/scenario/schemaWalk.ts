import { z } from 'zod'
import type { Path } from './findings.js'

/** As much of a schema's inside as is needed to walk it. */
interface Shape {
  readonly shape?: { readonly [key: string]: Shape }
  readonly def: {
    readonly innerType?: Shape
    readonly options?: readonly Shape[]
    readonly element?: Shape
    readonly valueType?: Shape
    readonly items?: readonly Shape[]
  }
}

/** Names that the strict parts of a schema allow at a path. */
export function keysAt(schema: z.ZodType, path: Path): string[] {
  const found = shapesAt(schema, path).flatMap(branches)
  return [...new Set(found.flatMap(({ shape }) => Object.keys(shape ?? {})))]
}

/** What the schema says of the part at a path, if all its branches say one thing. */
export function descriptionAt(schema: z.ZodType, path: Path): string | undefined {
  const found = shapesAt(schema, path).map(description)
  return found.every((text) => text === found[0]) ? found[0] : undefined
}

function shapesAt(schema: z.ZodType, path: Path): Shape[] {
  let at: Shape[] = [schema as unknown as Shape]
  for (const part of path) at = at.flatMap(branches).flatMap((shape) => step(shape, part))
  return at
}

/** A description stands on the schema itself or on what it wraps. */
function description(shape: Shape): string | undefined {
  const own = z.globalRegistry.get(shape as unknown as z.ZodType)?.description
  return own ?? (shape.def.innerType && description(shape.def.innerType))
}

function branches(schema: Shape): Shape[] {
  if (schema.def.innerType) return branches(schema.def.innerType)
  if (schema.def.options) return schema.def.options.flatMap(branches)
  return [schema]
}

function step({ shape, def }: Shape, part: string | number): Shape[] {
  const next = shape
    ? Object.hasOwn(shape, part)
      ? shape[part]
      : undefined
    : typeof part === 'number'
      ? (def.element ?? def.items?.[part])
      : def.valueType
  return next ? [next] : []
}
