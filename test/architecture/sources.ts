import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const home = fileURLToPath(new URL('../../', import.meta.url))

/** One file of src/, parsed. */
export interface Source {
  /** Relative to src/, with forward slashes. */
  readonly path: string
  /** Its first folder; `index` for the public API; `library` for the other files that lie in src/ itself. */
  readonly room: string
  readonly text: string
  readonly tree: ts.SourceFile
  /** Files of ours that it imports or re-exports, types included, relative to src/. */
  readonly imports: readonly string[]
  /** Those of them that are loaded only when they are needed, by `import()`. */
  readonly lazy: ReadonlySet<string>
}

/** Every TypeScript file of src/, in order of paths. */
export function readSources(): readonly Source[] {
  const root = join(home, 'src')
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readSource(root, name.split(sep).join('/')))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

function readSource(root: string, path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
  const resolve = (name: string) => {
    const target = relative(root, join(root, dirname(path), name))
    return target.split(sep).join('/').replace(/\.js$/, '.ts')
  }
  const ours = specifiersOf(tree).filter(({ name }) => name.startsWith('.'))
  const imports = ours.map(({ name }) => resolve(name))
  const lazy = new Set(ours.filter((s) => s.lazy).map(({ name }) => resolve(name)))
  return { path, room: roomOf(path), text, tree, imports, lazy }
}

export function roomOf(path: string): string {
  if (path.includes('/')) return path.slice(0, path.indexOf('/'))
  return path === 'index.ts' ? 'index' : 'library'
}

/** What a file names in `import`, `export … from`, `import()` and `import('…')` types. */
export function specifiersOf(
  tree: ts.SourceFile,
): { readonly name: string; readonly lazy: boolean }[] {
  const found: { readonly name: string; readonly lazy: boolean }[] = []
  visit(tree, (node) => {
    const lazy = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
    const name =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : lazy
            ? node.arguments[0]
            : undefined
    if (name && ts.isStringLiteral(name)) found.push({ name: name.text, lazy })
  })
  return found
}

export function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node)
  ts.forEachChild(node, (child) => visit(child, look))
}

/** `path:line` of a node, for messages. */
export function placeOf({ path, tree }: Source, node: ts.Node): string {
  return `${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`
}
