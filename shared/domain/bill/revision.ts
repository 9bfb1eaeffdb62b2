import type { ChargingPeriod } from '../tariff/charging-period.ts'
import type { BillLine, BillReason, BillRevision, BillSums } from './bill.ts'
import { type BillTerms, billOf } from './bill-of.ts'
import { sameSums } from './sums.ts'

/** What a bill is made final by: all that its price follows from. */
export interface RevisionBasis extends BillTerms {
  readonly periods: readonly ChargingPeriod[]
  readonly energyWh: number
}

/** A revision before it is written down. */
export type DraftRevision = Pick<
  BillRevision,
  | 'revision'
  | 'reason'
  | 'note'
  | 'energyWh'
  | 'settlement'
  | 'timeZone'
  | 'periods'
  | 'corrections'
  | keyof BillSums
>

/** Why there is to be a revision. */
export interface Revising {
  readonly reason: BillReason
  readonly note?: string
  /** Whether another customer is to pay it from now on. */
  readonly isAnothers?: boolean
}

/** The revision after the last one; null when it would say the same, so that what comes twice changes nothing. */
export function nextRevision(
  last: BillRevision | null,
  basis: RevisionBasis,
  { reason, note = '', isAnothers = false }: Revising,
): DraftRevision | null {
  const { periods, energyWh, settlement, timeZone, corrections } = basis
  const sums = billOf(periods, basis)
  const isSame =
    last !== null &&
    !isAnothers &&
    energyWh === last.energyWh &&
    settlement === last.settlement &&
    sameSums(sums, last)
  if (isSame) return null
  return {
    revision: (last?.revision ?? 0) + 1,
    ...{ reason, note, energyWh, settlement, timeZone, ...sums },
    periods: [...periods],
    // As they count: what would have brought the bill below zero is taken back from them.
    corrections: corrections.length === 0 ? [] : sums.lines.slice(-corrections.length),
  }
}

/** What a final bill was priced from, to price it again with something changed. */
export function basisOf(
  { periods, energyWh, settlement, timeZone, corrections }: BillRevision,
  tariff: BillTerms['tariff'],
): RevisionBasis {
  return { tariff, periods, energyWh, settlement, timeZone, corrections }
}

/** More lines by a person's hand; a bill isn't brought below zero by that, but refused. */
export function withCorrections(
  last: BillRevision,
  lines: readonly BillLine[],
): BillLine[] | 'belowZero' {
  const addMinor = lines.reduce((sum, line) => sum + line.exclMinor + line.vatMinor, 0)
  if (last.inclMinor + addMinor < 0) return 'belowZero'
  return [...last.corrections, ...lines]
}
