/**
 * What was typed in thousands (kW, kWh), with point or comma, in ones (W, Wh); null when empty, undefined when it is
 * no number.
 */
export function typedKilo(typed: string): number | null | undefined {
  const text = typed.trim().replaceAll(/\s/gu, '').replace(',', '.')
  if (text === '') return null
  const ones = Math.round(Number(text) * 1_000)
  return Number.isFinite(ones) ? ones : undefined
}

/** A number of ones as it is typed in thousands; empty when there is none. */
export function kiloText(ones: number | null): string {
  return ones === null ? '' : String(ones / 1_000)
}
