/** How long a line may be without its break, octets (RFC 5545 §3.1). */
const LINE_OCTETS = 75

/** A property with a text as its value, escaped and folded; without the break after it. */
export function contentLine(name: string, text: string): string {
  return folded(`${name}:${escaped(text)}`)
}

/**
 * A text as the value of a property (RFC 5545 §3.3.11). Control characters have no place in one: tabs and line breaks
 * stay, the others go. Half a surrogate pair, which UTF-8 can't hold, becomes the replacement character.
 */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n|\r/g, '\n')
    .replaceAll(/[^\P{Cc}\t\n]/gu, '')
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n')
}

/**
 * A line in pieces of at most 75 octets in UTF-8, each after the first begun by a blank that doesn't count as text
 * (RFC 5545 §3.1). No character is cut in two.
 */
export function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > LINE_OCTETS) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += size
  }
  return text
}

/** How many octets a character takes in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
