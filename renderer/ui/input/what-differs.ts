/** Only those words that differ from what is known, so that another desk's change of the rest is left alone. */
export function whatDiffers<Words extends object>(
  words: Words,
  known: { readonly [Word in keyof Words]: Words[Word] },
): Partial<Words> {
  const differing: Partial<Words> = { ...words }
  for (const word in words)
    if (JSON.stringify(words[word]) === JSON.stringify(known[word])) delete differing[word]
  return differing
}
