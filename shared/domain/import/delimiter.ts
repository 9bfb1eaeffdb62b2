/** What may stand between two cells. */
export const delimiters = [';', ',', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

/** The delimiter that the header line has most of, outside its quotes; a comma where it has none (RFC 4180). */
export function guessDelimiter(text: string): Delimiter {
  const counts: Record<Delimiter, number> = { ';': 0, ',': 0, '\t': 0 }
  let quoted = false
  for (const character of text) {
    if (character === '"') quoted = !quoted
    else if (quoted) continue
    else if (character === '\n' || character === '\r') {
      if (delimiters.some((one) => counts[one] > 0)) break
    } else if (isDelimiter(character)) counts[character] += 1
  }
  const [most = ','] = delimiters.toSorted((a, b) => counts[b] - counts[a])
  return counts[most] === 0 ? ',' : most
}

function isDelimiter(character: string): character is Delimiter {
  return delimiters.some((one) => one === character)
}
