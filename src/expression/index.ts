/**
 * Users' formulas: read with mathjs's parser into a checked tree of plain data, and run from the
 * tree without it.
 */
export { compileExpression, evaluateExpression } from './compile.js'
export { compileCondition, conditionTypes } from './compileCondition.js'
export type { FormulaOrigin } from './complaint.js'
export {
  type BinaryOperator,
  type Expression,
  givesYear,
  literalDay,
  seriesIn,
  type UnaryOperator,
} from './expression.js'
export { type FunctionReference, functionReference } from './functions/index.js'
export { type ParseOptions, parseExpression } from './parse.js'
export type { Source } from './source.js'
export {
  type ConstantSymbol,
  outsideOf,
  type SeriesSymbol,
  type Span,
  type SymbolTable,
} from './symbols.js'
export { describeType, type ExpressionType, type ValueType } from './type.js'
