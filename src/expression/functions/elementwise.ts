import { exp, log, logistic } from '../../numeric/index.js'
import type { FunctionDefinition } from './definition.js'

/** Functions of numbers, applied tick by tick where an argument is a series. */
export const elementwise: readonly FunctionDefinition[] = [
  {
    name: 'abs',
    signature: 'abs(x)',
    summary: 'The size of x, without its sign.',
    forms: [{ wants: ['number'], each: Math.abs }],
  },
  {
    name: 'sqrt',
    signature: 'sqrt(x)',
    summary: 'The square root of x; NaN below 0.',
    forms: [{ wants: ['number'], each: Math.sqrt }],
  },
  {
    name: 'exp',
    signature: 'exp(x)',
    summary: 'e to the power of x.',
    forms: [{ wants: ['number'], each: exp }],
  },
  {
    name: 'log',
    signature: 'log(x)',
    summary: 'The natural logarithm of x; −Infinity at 0 and NaN below.',
    forms: [{ wants: ['number'], each: log }],
  },
  {
    name: 'logistic',
    signature: 'logistic(x)',
    summary: 'The probability 1 / (1 + exp(−x)) of log-odds x.',
    forms: [{ wants: ['number'], each: logistic }],
  },
  {
    name: 'clamp',
    signature: 'clamp(x, low, high)',
    summary: 'x, but not below low nor above high.',
    forms: [
      {
        wants: ['number', 'number', 'number'],
        each: (x, low, high) => Math.min(Math.max(x, low), high),
      },
    ],
  },
]
