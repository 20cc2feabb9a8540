import { InputError, quote } from '../../diagnostics/index.js'
import { tidy } from './Factor.js'
import type { WrittenFactor } from './writtenFactor.js'

/** How a factor is written on a command line, for messages. */
const forms = 'path=from:to:step, path=from..to, path=a,b,c, or a path alone for its own range'

/**
 * Reads what stands after `--vary`: `pressure.boomerang=0:2:0.25`, `pressure.boomerang=0..2`,
 * `federalPolitics.transfers=on,off`, or a path alone.
 *
 * @throws InputError if it is none of these
 */
export function readVary(text: string): readonly [id: string, factor: WrittenFactor] {
  const equals = text.indexOf('=')
  const id = (equals < 0 ? text : text.slice(0, equals)).trim()
  const values = equals < 0 ? '' : text.slice(equals + 1).trim()
  if (id === '' || (equals >= 0 && values === '')) throw refuse(text)
  if (equals < 0) return [id, {}]
  const range = values.split('..')
  if (range.length === 2) {
    const [from, to] = range.map((part) => numberIn(part, text))
    return [id, { from, to }]
  }
  if (values.includes(':')) return [id, { values: stepped(values, text) }]
  const list = values.split(',').map((part) => part.trim())
  if (list.some((part) => part === '')) throw refuse(text)
  return [id, { values: list }]
}

/** Most values of one factor: a mistyped step should not fill the disk. */
const most = 10_000

function stepped(values: string, text: string): number[] {
  const parts = values.split(':').map((part) => numberIn(part, text))
  const [from, to, step] = parts
  if (parts.length !== 3) throw refuse(text)
  if (!(step !== 0 && (to - from) / step >= 0)) {
    throw new InputError({
      file: `--vary ${text}`,
      message: `steps of ${step} do not lead from ${from} to ${to}`,
      expected: forms,
    })
  }
  const count = Math.floor((to - from) / step + 1e-9) + 1
  if (count > most) {
    throw new InputError({
      file: `--vary ${text}`,
      message: `these are ${count} values`,
      expected: `at most ${most}`,
    })
  }
  return Array.from({ length: count }, (_, k) => tidy(from + k * step))
}

function numberIn(part: string, text: string): number {
  const value = Number(part)
  if (part.trim() === '' || !Number.isFinite(value)) throw refuse(text)
  return value
}

function refuse(text: string): InputError {
  return new InputError({
    file: `--vary ${text}`,
    message: `${quote(text)} does not say what to vary`,
    expected: forms,
  })
}
