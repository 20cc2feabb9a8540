// Written as numbers, since the characters themselves must not stand in a source file.
const isControl = (code: number) =>
  code < 0x20 ||
  (code >= 0x7f && code <= 0x9f) ||
  // Line separators, and marks that reorder the text around them.
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x200e ||
  code === 0x200f ||
  code === 0x61c ||
  code === 0xfeff ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069) ||
  // Half of a character outside the basic plane.
  (code >= 0xd800 && code <= 0xdfff)

/**
 * Text from a user's file, safe to print on a terminal: control characters, line breaks and marks of
 * writing direction become escapes such as `\n` or `\u{1b}`, so that no file can move the cursor,
 * colour the screen or forge a line of output.
 */
export function printable(text: string): string {
  let safe = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (!isControl(code)) safe += character
    else if (code === 0x0a) safe += '\\n'
    else if (code === 0x0d) safe += '\\r'
    else if (code === 0x09) safe += '\\t'
    else safe += `\\u{${code.toString(16)}}`
  }
  return safe
}

/**
 * A word or value of the user's in quotation marks, printable, and cut with an ellipsis beyond `limit`
 * characters.
 */
export function quote(text: string, limit = 60): string {
  const characters = [...text]
  const cut = characters.length > limit ? `${characters.slice(0, limit).join('')}…` : text
  return `"${printable(cut)}"`
}
