/**
 * Hands out names of columns that any statistics package accepts: parts joined with `_`, accents dropped, every
 * other character than ASCII letters and digits replaced by `_`; a name that is taken gets `_2`, `_3`, …
 *
 * @param taken names that are in use from the start
 */
export function columnNames(taken: readonly string[] = []): (...parts: string[]) => string {
  const used = new Set(taken)
  return (...parts) => {
    const plain = parts.map(portable).join('_')
    let name = plain
    for (let k = 2; used.has(name); k++) name = `${plain}_${k}`
    used.add(name)
    return name
  }
}

function portable(part: string): string {
  return part
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]/gu, '_')
}
