import { randomBytes } from 'node:crypto'
import type { BillLine } from '../../../shared/domain/bill/bill.ts'
import { type Id, uuidV7 } from '../../../shared/domain/id/id.ts'
import type { Posting } from '../../../shared/domain/ledger/entry.ts'
import {
  billPosted,
  feeTaken,
  paymentTaken,
  payoutSent,
  refundGiven,
} from '../../../shared/domain/ledger/postings.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** The first entry's moment; a million of them make a year. */
export const FIRST_AT = Date.UTC(2026, 0, 1)
const EVERY_MS = 31_500
const CUSTOMERS = 2_000

export const customerIds: readonly Id[] = Array.from({ length: CUSTOMERS }, () =>
  uuidV7(FIRST_AT, randomBytes(10)),
)

export function momentOf(number: number): Instant {
  return FIRST_AT + number * EVERY_MS
}

/** The plate that the text of that entry names. */
export function plateOf(number: number): string {
  const stay = Math.floor(number / 2)
  const letters = [0, 1, 2].map((place) =>
    String.fromCharCode(65 + (Math.floor(stay / 23 ** place) % 23)),
  )
  return `${letters.join('')}${String(stay % 1_000).padStart(3, '0')}`
}

/** Bills and their payments by turns, every fifth by Stripe with its fee; now and then a refund or a payout. */
export function postingOf(number: number): Posting {
  const id = () => uuidV7(momentOf(number), randomBytes(10))
  const stay = Math.floor(number / 2)
  const customerId = stay % 2 === 0 ? null : (customerIds[(stay * 7_919) % CUSTOMERS] ?? null)
  const amountMinor = 5_000 + ((stay * 37) % 40_000)
  const [currency, text] = ['SEK', `${plateOf(number)} no. ${stay}`]
  if (number % 500 === 499)
    return payoutSent({ payoutId: `po_${number}`, currency, amountMinor, text })
  if (number % 50 === 49)
    return refundGiven({
      ...{ billId: id(), paymentId: id(), refundId: id(), customerId },
      ...{ means: 'swish', currency, amountMinor, text },
    })
  if (number % 10 === 9) return feeTaken({ paymentId: id(), currency, amountMinor: 175, text })
  if (number % 2 === 1)
    return paymentTaken({
      ...{ billId: id(), paymentId: id(), customerId, currency, amountMinor, text },
      means: stay % 5 === 0 ? 'reader' : 'cash',
      roundingMinor: stay % 5 === 0 ? 0 : -(amountMinor % 100),
    })
  const lines = [lineOf('energy', amountMinor * 3), lineOf('parking', amountMinor)]
  const inclMinor = lines.reduce((sum, line) => sum + line.exclMinor + line.vatMinor, 0)
  return billPosted({ customerId, currency, sums: { lines, inclMinor } }, { billId: id(), text })
}

function lineOf(kind: BillLine['kind'], exclMinor: number): BillLine {
  const told = { quantity: null, unit: null, unitPrice: null, from: null, until: null }
  return { kind, ...told, ratePct: 25, exclMinor, vatMinor: Math.floor(exclMinor / 4) }
}
