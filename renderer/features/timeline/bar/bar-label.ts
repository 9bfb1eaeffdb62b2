/** The gap between two parts of a label, px. */
export const PART_GAP = 8

/**
 * About how wide a text is at 12 px, px. Near enough to choose what to leave out; the browser cuts what is
 * still too wide.
 */
export function textPx(text: string): number {
  let px = 0
  for (const character of text) px += widthOf(character)
  return px
}

/**
 * How many of a label's parts, most important first, have room beside one another in `px`. The first is kept even cut,
 * unless there is not room for two characters of it.
 */
export function partsThatFit(partsPx: readonly number[], px: number): number {
  let used = 0
  let count = 0
  for (const part of partsPx) {
    used += (count === 0 ? 0 : PART_GAP) + part
    if (used > px) break
    count += 1
  }
  return count === 0 && px >= LEAST_PX && partsPx.length > 0 ? 1 : count
}

/** Less than this says nothing. */
const LEAST_PX = 22

function widthOf(character: string): number {
  if (" .,:;|!iIl1jt’'()[]/–".includes(character)) return character === '–' ? 7 : 4.2
  if (character >= '0' && character <= '9') return 7
  if (character === 'm' || character === 'w' || character === 'M' || character === 'W') return 10.5
  return character === character.toUpperCase() ? 8.4 : 6.8
}
