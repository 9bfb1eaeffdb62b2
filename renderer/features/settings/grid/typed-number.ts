/** What was typed as a number with point or comma; null when empty, undefined when it is none. */
export function typedNumber(typed: string): number | null | undefined {
  const text = typed.trim().replaceAll(/\s/gu, '').replace('\u2212', '-').replace(',', '.')
  if (text === '') return null
  return /^-?\d{1,12}(\.\d{0,9})?$/.test(text) ? Number(text) : undefined
}

/** A current in 0.1 A as it is typed in A; empty when there is none. */
export function ampereText(currentDa: number | null): string {
  return currentDa === null ? '' : String(currentDa / 10)
}

/** What was typed in A, in 0.1 A; null when empty, undefined when it is no number. */
export function typedAmpere(typed: string): number | null | undefined {
  const ampere = typedNumber(typed)
  return typeof ampere === 'number' ? Math.round(ampere * 10) : ampere
}
