const CONTROLS = /\p{Cc}/gu

/**
 * A charger's idTag as it is kept and looked up: without padding, and with a mark for every character that no
 * database gives back as it was (NUL, torn surrogates), or a start sent again would not be known again.
 */
export function tokenText(idTag: string): string {
  return idTag.trim().toWellFormed().replaceAll(CONTROLS, '\ufffd')
}
