import { decimal, roundHalfUp, whole } from '../money/rational.ts'
import type { ChargingPeriod } from '../tariff/charging-period.ts'
import { beforeTax } from '../tariff/exact-line.ts'
import { priceOf } from '../tariff/price.ts'
import type { PricedLine } from '../tariff/priced.ts'
import type { TariffVersion } from '../tariff/tariff.ts'
import type { BillLine, BillLineKind, BillSums, Settlement } from './bill.ts'
import { sumsOf } from './sums.ts'

/** What periods are priced by. */
export interface BillTerms {
  /** Null where no tariff applied: then nothing is to be paid. */
  readonly tariff: Pick<TariffVersion, 'ocpi'> | null
  readonly settlement: Settlement
  /** The site's, IANA. */
  readonly timeZone: string
  /** Lines that persons added, which stay whatever else changes. */
  readonly corrections: readonly BillLine[]
}

const KINDS: Readonly<Record<PricedLine['dimension'], BillLineKind>> = {
  FLAT: 'flat',
  ENERGY: 'energy',
  TIME: 'time',
  PARKING_TIME: 'parking',
  RESERVATION_FLAT: 'reservation',
  RESERVATION_TIME: 'reservation',
  EXPIRY_FLAT: 'noShow',
  MIN_PRICE: 'adjustment',
  MAX_PRICE: 'adjustment',
}

/**
 * What periods cost, line by line. What is free is told with its quantities and costs nothing. Corrections never bring
 * a bill below zero: the last of them are taken back as far as they would.
 */
export function billOf(
  periods: readonly ChargingPeriod[],
  { tariff, settlement, timeZone, corrections }: BillTerms,
): BillSums {
  const lines = tariff === null ? [] : priceOf(tariff.ocpi, timeZone, periods).lines.map(lineOf)
  const priced = sumsOf(settlement === 'free' ? lines.map(asFree) : lines)
  if (corrections.length === 0) return priced
  return sumsOf([...priced.lines, ...notBelow(priced.inclMinor, corrections)])
}

function lineOf(line: PricedLine): BillLine {
  const { dimension, from, until, billed, unit, unitPrice, ratePct, exclMinor, vatMinor } = line
  return {
    kind: KINDS[dimension],
    ...quantityOf(billed, unit),
    ...{ unitPrice, from, until, ratePct, exclMinor, vatMinor },
  }
}

function quantityOf(
  billed: number | null,
  unit: PricedLine['unit'],
): Pick<BillLine, 'quantity' | 'unit'> {
  if (billed === null) return { quantity: null, unit: null }
  switch (unit) {
    case 'Wh':
      return { quantity: billed / 1_000, unit: 'kWh' }
    case 's':
      return { quantity: billed / 3_600, unit: 'h' }
    case 'once':
      return { quantity: billed, unit: 'session' }
    case null:
      return { quantity: null, unit: null }
  }
}

function asFree(line: BillLine): BillLine {
  return { ...line, exclMinor: 0, vatMinor: 0 }
}

/** An amount with its tax, as a line that a person adds. */
export function correctionLine(inclMinor: number, ratePct: number): BillLine {
  const rate = decimal(ratePct)
  if (rate === null) throw new RangeError(`${ratePct} is no rate`)
  const exclMinor = roundHalfUp(beforeTax(whole(inclMinor), rate))
  return {
    kind: 'adjustment',
    ...{ quantity: null, unit: null, unitPrice: null, from: null, until: null },
    ...{ ratePct, exclMinor, vatMinor: inclMinor - exclMinor },
  }
}

function notBelow(pricedMinor: number, corrections: readonly BillLine[]): BillLine[] {
  let lackMinor = -corrections.reduce((sum, line) => sum + inclOf(line), pricedMinor)
  return corrections
    .toReversed()
    .map((line) => {
      const takenMinor = Math.min(Math.max(0, lackMinor), Math.max(0, -inclOf(line)))
      if (takenMinor === 0) return line
      lackMinor -= takenMinor
      return correctionLine(inclOf(line) + takenMinor, line.ratePct)
    })
    .toReversed()
}

function inclOf({ exclMinor, vatMinor }: BillLine): number {
  return exclMinor + vatMinor
}
