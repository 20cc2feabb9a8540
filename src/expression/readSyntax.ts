import type { Complain } from './complaint.js'
import type { BinaryOperator } from './expression.js'
import type { ParsedNode } from './mathParser.js'
import type { Syntax } from './syntax.js'
import { maxDepth, type Token } from './tokens.js'

const binaryOperators: ReadonlySet<string> = new Set<BinaryOperator>([
  ...(['+', '-', '*', '/', '^', '<', '<=', '>', '>=', '==', '!=', 'and', 'or'] as const),
])

/** What refused nodes are to a user; the rest is "this". */
const refused: Record<string, string> = {
  RangeNode: 'a range such as 1:10',
  RelationalNode: 'a chain of comparisons such as a < b < c',
  AccessorNode: 'access to a property',
  IndexNode: 'an index',
  ArrayNode: 'a list',
  ObjectNode: 'an object',
  BlockNode: 'more than one statement',
  AssignmentNode: 'an assignment',
  FunctionAssignmentNode: 'a definition of a function',
}

/**
 * Turns mathjs's tree into ours, letting pass only the listed kinds of node. mathjs keeps no
 * positions, so the tokens give them: the leaves of the tree stand in the order of the text.
 *
 * @throws InputError for any other node, and for a tree deeper than `maxDepth`; the left sides of a
 *   long sum or product do not count as deeper
 */
export function readSyntax(root: ParsedNode, tokens: readonly Token[], complain: Complain): Syntax {
  const isOperator = ({ kind, text }: Token) =>
    kind === 'operator' || text === 'and' || text === 'or' || text === 'not'
  let cursor = 0

  /** The place of what comes next, other than punctuation. */
  function here(): number {
    while (cursor < tokens.length - 1 && '(),?:'.includes(tokens[cursor].text)) cursor++
    return tokens[Math.min(cursor, tokens.length - 1)].at
  }

  /** The place of the next leaf, which is then behind us. */
  function leaf(): number {
    while (cursor < tokens.length - 1 && isOperator(tokens[cursor])) cursor++
    return tokens[cursor++]?.at ?? 0
  }

  /** The place of the next sign `op`, which is then behind us. */
  function sign(op: string): number {
    while (cursor < tokens.length - 1 && tokens[cursor].text !== op) cursor++
    return tokens[cursor++]?.at ?? 0
  }

  function read(node: ParsedNode, depth: number): Syntax {
    if (depth > maxDepth) throw complain(here(), `it is nested deeper than ${maxDepth}`)
    switch (node.type) {
      case 'ConstantNode':
        return readConstant(node.value)
      case 'SymbolNode':
        return { kind: 'name', at: leaf(), name: String(node.name) }
      case 'ParenthesisNode':
        return read(node.content!, depth + 1)
      case 'OperatorNode':
        return readOperator(node, depth)
      case 'ConditionalNode': {
        const condition = read(node.condition!, depth + 1)
        const at = sign('?')
        const yes = read(node.trueExpr!, depth + 1)
        return { kind: 'choice', at, condition, yes, no: read(node.falseExpr!, depth + 1) }
      }
      case 'FunctionNode': {
        const fn = node.fn
        if (typeof fn !== 'object' || fn.type !== 'SymbolNode') break
        const at = leaf()
        const args = (node.args ?? []).map((argument) => read(argument, depth + 1))
        return { kind: 'call', at, name: String(fn.name), args }
      }
    }
    const what = Object.hasOwn(refused, node.type) ? refused[node.type] : 'this'
    throw complain(here(), `${what} is not part of formulas`, {
      hint: node.type === 'RelationalNode' ? 'write a < b and b < c' : undefined,
    })
  }

  function readConstant(value: unknown): Syntax {
    const at = leaf()
    if (typeof value === 'number') return { kind: 'number', at, value }
    if (typeof value === 'boolean') return { kind: 'truth', at, value }
    if (typeof value === 'string') return { kind: 'text', at, value }
    throw complain(at, `this value is not part of formulas`)
  }

  function readOperator(node: ParsedNode, depth: number): Syntax {
    const { op = '', args = [] } = node
    if (args.length === 1 && (op === '-' || op === '+' || op === 'not')) {
      const at = sign(op)
      return { kind: 'unary', at, operator: op, operand: read(args[0], depth + 1) }
    }
    if (args.length !== 2) throw complain(here(), `the operator ${op} is not part of formulas`)
    // The left side of a sum of many terms is as deep as the sum is long, but no harder to read.
    const left = read(args[0], op === '^' ? depth + 1 : depth)
    if (node.implicit) {
      throw complain(here(), 'two values stand side by side', {
        expected: 'an operator between them, such as *',
      })
    }
    if (!binaryOperators.has(op)) {
      throw complain(here(), `the operator ${op} is not part of formulas`)
    }
    const at = sign(op)
    return {
      kind: 'binary',
      at,
      operator: op as BinaryOperator,
      left,
      right: read(args[1], depth + 1),
    }
  }

  return read(root, 0)
}
