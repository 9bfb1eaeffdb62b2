/** The characters 128 to 255 of code page 437, which SIE calls PC8 (SIE 4B, #FORMAT). */
const upper =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}'

const byteOf = new Map([...upper].map((character, index) => [character, 128 + index]))

/** What is written for characters that the code page lacks and that are no letters with an accent. */
const written: Readonly<Record<string, string>> = {
  ...{ Ø: 'O', ø: 'o', Ð: 'D', ð: 'd', Đ: 'D', đ: 'd', Þ: 'Th', þ: 'th', Ł: 'L', ł: 'l' },
  ...{ Œ: 'OE', œ: 'oe', ı: 'i', '€': 'EUR', '…': '...', '×': 'x', '•': '·' },
  ...{ '‘': "'", '’': "'", '‚': "'", '“': '"', '”': '"', '„': '"' },
  ...{ '–': '-', '—': '-', '‐': '-', '‑': '-', '−': '-' },
}

const control = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
const accent = /\p{M}/gu

/**
 * A text in characters that the code page has: å, ä and ö stay, letters with accents that it lacks lose them, and what it
 * has nothing like becomes a question mark. Control characters become spaces.
 */
export function pc8Text(text: string): string {
  let out = ''
  for (const character of text.normalize('NFC'))
    out += isPlain(character) || byteOf.has(character) ? character : likened(character)
  return out
}

/** @param text in characters that the code page has, and line ends; as `pc8Text` makes it */
export function pc8Bytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    bytes[at] = code < 128 ? code : (byteOf.get(text.charAt(at)) ?? 63)
  }
  return bytes
}

function likened(character: string): string {
  if (control.test(character)) return ' '
  const known = written[character]
  if (known !== undefined) return known
  const bare = character.normalize('NFKD').replace(accent, '')
  const isWritten = [...bare].every((part) => isPlain(part) || byteOf.has(part))
  return bare !== '' && isWritten ? bare : '?'
}

/** Printable ASCII. */
function isPlain(character: string): boolean {
  return character >= ' ' && character <= '~'
}
