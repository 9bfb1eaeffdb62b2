import type { Instant } from '../../time/instant.ts'
import type { Bill, VatSum } from '../bill/bill.ts'
import type { Id } from '../id/id.ts'
import { dividedBy, times, whole } from '../money/rational.ts'
import { spread } from '../money/spread.ts'
import type { PaymentTerms } from './payment-terms.ts'
import type { Payment } from './payment.ts'
import type { Receipt } from './receipt.ts'
import type { Refund } from './refund.ts'

/** What a receipt is made out of. */
export interface ReceiptParts {
  readonly id: Id
  readonly number: number
  readonly now: Instant
  readonly bill: Bill
  readonly payment: Payment
  /** Null for the receipt of the payment itself. */
  readonly refund: Refund | null
  readonly terms: PaymentTerms
  readonly timeZone: string
  /** Where the car charged, in words. */
  readonly place: string
}

/** A receipt with everything on it as it now is. */
export function receiptOf(parts: ReceiptParts): Receipt {
  const { bill, payment, refund, terms } = parts
  const amountMinor = refund?.amountMinor ?? payment.capturedMinor
  return {
    id: parts.id,
    number: parts.number,
    kind: refund === null ? 'payment' : 'refund',
    billId: bill.id,
    paymentId: payment.id,
    refundId: refund?.id ?? null,
    seller: {
      name: terms.legalName,
      organisationNumber: terms.organisationNumber,
      vatNumber: terms.vatNumber,
      address: terms.address,
    },
    issuedAt: parts.now,
    timeZone: parts.timeZone,
    currency: payment.currency,
    place: parts.place,
    plate: bill.plate,
    energyWh: bill.energyWh,
    from: bill.startsAt,
    until: bill.endsAt,
    isAhead: bill.state === 'estimated',
    lines: bill.lines,
    vat: vatShare(bill.vat, bill.inclMinor, amountMinor),
    totalMinor: bill.inclMinor,
    amountMinor,
    means: payment.means,
    meansDetail: detailOf(payment),
    tenderedMinor: refund === null ? payment.tenderedMinor : null,
    changeMinor: refund === null ? payment.changeMinor : null,
    roundingMinor: (refund ?? payment).roundingMinor,
    servedBy: refund?.givenBy ?? payment.takenBy,
    footer: terms.receiptFooter,
    mode: payment.mode,
    copies: 0,
  }
}

/**
 * The tax that lies in a part of a bill: each rate's share, rounded so that all of them make the part.
 * @param totalMinor of the bill, tax included; where it is nothing, no tax is told
 */
export function vatShare(
  vat: readonly VatSum[],
  totalMinor: number,
  amountMinor: number,
): VatSum[] {
  if (totalMinor === 0) return []
  const share = dividedBy(whole(amountMinor), whole(totalMinor))
  const parts = spread(
    amountMinor,
    vat.flatMap(({ exclMinor, vatMinor }) => [
      times(whole(exclMinor), share),
      times(whole(vatMinor), share),
    ]),
  )
  return vat.map(({ ratePct }, index) => ({
    ratePct,
    exclMinor: parts[2 * index] ?? 0,
    vatMinor: parts[2 * index + 1] ?? 0,
  }))
}

function detailOf(payment: Payment): string {
  if (payment.cardLast4 === null) return payment.reference
  const { cardBrand, cardLast4 } = payment
  return [named(cardBrand ?? ''), `•••• ${cardLast4}`].filter(Boolean).join(' ')
}

/** A card brand as people write it: Stripe has `visa`. */
function named(brand: string): string {
  return brand.charAt(0).toUpperCase() + brand.slice(1)
}
