/** A word as a POSIX shell reads it back. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

/** A command line as a POSIX shell reads it back. */
export function shellLine(words: readonly string[]): string {
  return words.map(shellWord).join(' ')
}
