/** What stands in the place of a character that is not shown. */
export const MARK = '·'

// Control and format characters (bidi overrides and isolates among them), separators of lines and paragraphs,
// private use, lone surrogates; and the invisible letters and fillers that the classes leave out.
const hidden =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0]/gu

/** Text from outside made harmless to show: hidden characters marked, cut after `max` characters. */
export function inert(
  text: string,
  max = Number.POSITIVE_INFINITY,
): { text: string; marked: boolean } {
  const clean = text.replace(hidden, MARK)
  const characters = [...clean]
  const cut = characters.length > max
  return {
    text: cut ? `${characters.slice(0, Math.max(0, max - 1)).join('')}…` : clean,
    marked: clean !== text,
  }
}
