import { minorDigits } from '../../../shared/domain/money/currency.ts'

/** Notes in most purses, in major units; each currency has its own, and these are near enough to save typing. */
const NOTES = [20, 50, 100, 200, 500, 1_000]
const MOST = 4

/**
 * What somebody who pays an amount in cash is likely to hand over, minor units: the next whole twenty, fifty, hundred
 * and so on above it, least first.
 */
export function notesFor(minor: number, currency: string): number[] {
  const unit = 10 ** minorDigits(currency)
  const likely = NOTES.map((note) => Math.ceil(minor / (note * unit)) * note * unit)
  return [...new Set(likely)]
    .filter((sum) => sum > minor)
    .toSorted((a, b) => a - b)
    .slice(0, MOST)
}
