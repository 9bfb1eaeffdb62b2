/** More parts than these are nobody's idea of a text message. */
const MOST_PARTS = 3

/** What GSM 03.38 has in one place of seven bits, and in two. */
const GSM_BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const GSM_EXTENDED = '^{}\\[~]|€'
const basic: ReadonlySet<string> = new Set(GSM_BASIC)
const extended: ReadonlySet<string> = new Set(GSM_EXTENDED)

/** Signs that would make a whole text message one of 70 characters a part, and what says the same. */
const PLAIN: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '\u2212': '-',
  '–': '-',
  '—': '-',
  '’': "'",
  '‘': "'",
  '”': '"',
  '“': '"',
  '…': '...',
}

/** A text as a text message: in signs that phones have since always, and of three parts at most. */
export function smsText(text: string): string {
  const plain = Array.from(text, (sign) => PLAIN[sign] ?? sign).join('')
  if (smsParts(plain) <= MOST_PARTS) return plain
  const signs = [...plain]
  while (smsParts(signs.join('')) > MOST_PARTS) signs.pop()
  // Never half a word: half of a link would open nothing.
  const cut = signs.join('')
  const end = cut.search(/\s\S*$/)
  return end <= 0 ? cut : cut.slice(0, end)
}

/** How many text messages a text is sent and paid as: 160 or 70 signs, or 153 and 67 each where they are several. */
export function smsParts(text: string): number {
  let sevens = 0
  for (const sign of text) {
    if (extended.has(sign)) sevens += 2
    else if (basic.has(sign)) sevens += 1
    else return text.length <= 70 ? 1 : Math.ceil(text.length / 67)
  }
  return sevens <= 160 ? 1 : Math.ceil(sevens / 153)
}

/**
 * A phone as a gateway dials it: digits with the country's code before, and no plus.
 * @param countryCode stands before numbers that have none, such as 46
 */
export function dialled(phone: string, countryCode: string): string {
  // The trunk zero that people write between is not dialled with the country's code.
  const number = phone.replace('(0)', '').replaceAll(/[^\d+]/g, '')
  if (number.startsWith('+')) return number.slice(1)
  if (number.startsWith('00')) return number.slice(2)
  if (number.startsWith('0')) return `${countryCode}${number.slice(1)}`
  return number
}
