import { z } from 'zod'
import { grades } from '../contract/index.js'

export const cell = z.union([z.string(), z.number(), z.boolean()])
export const cellOrEmpty = z.union([z.string(), z.number(), z.boolean(), z.null()])
export const text = z.string().trim().min(1)
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A day, such as 1985-07-08')
export const looseDate = z
  .union([z.string(), z.number()])
  .describe('A day, a month or a year: 1985-07-08, 1985-07 or 1985')
export const source = text.describe('Where it was read: author, year, title, page or address')
export const grade = z.enum(grades).describe('How well it is known')
export const fileName = text.describe('Name of a CSV file beside this file')
