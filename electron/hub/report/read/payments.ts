import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { Refund } from '../../../../shared/domain/payment/refund.ts'
import type { Stretch } from '../../../../shared/domain/report/period.ts'
import { isMovedAskedFor, type MovedFacts } from '../../../../shared/domain/report/rows/payments.ts'
import type { ReportFilter } from '../../../../shared/domain/report/spec.ts'
import type { Sqlite } from '../../store/sqlite.ts'
import type { Around, StoredStay } from './around.ts'
import { aboutEntries, beforeAll, boundsOf, type FactSource, sliceOf } from './keyed.ts'

interface StoredMovement extends StoredStay {
  readonly at: number
  /** The entry's number. */
  readonly key: number
  readonly kind: 'paymentTaken' | 'refundGiven' | 'refundFailed'
  readonly amountMinor: number
  readonly roundingMinor: number
  readonly isFirst: 0 | 1
  readonly transactionId: Id | null
  readonly paymentId: Id
  readonly means: Payment['means']
  readonly mode: Payment['mode']
  readonly currency: string
  readonly cardBrand: string | null
  readonly cardLast4: string | null
  readonly reference: string
  readonly note: string
  readonly stripePaymentIntentId: string | null
  readonly stripeChargeId: string | null
  readonly feeMinor: number | null
  readonly receiptNumber: number | null
  readonly takenBy: string
  readonly tillId: Id | null
  readonly shiftId: Id | null
  readonly refundId: Id | null
  readonly refundReason: Refund['reason'] | null
  readonly refundNote: string | null
  readonly stripeRefundId: string | null
  readonly refundReceipt: number | null
  readonly givenBy: string | null
  readonly refundTillId: Id | null
  readonly refundShiftId: Id | null
}

const KINDS = {
  all: `('paymentTaken', 'refundGiven', 'refundFailed')`,
  refunds: `('refundGiven', 'refundFailed')`,
} as const

/** The sum of an entry's lines on the accounts that money of payers goes to; a voucher is given away. */
const MOVED = `coalesce((select sum(amountMinor) from ledgerLine
  where entryId = e.id and (account = 'comp' or account glob 'means/*')), 0)`
const ROUNDED = `coalesce((select -sum(amountMinor) from ledgerLine where entryId = e.id and account = 'rounding'), 0)`
/** A hold may be taken in parts; the fee is told once. */
const IS_FIRST = `not exists (select 1 from ledgerEntry o
  where o.paymentId = e.paymentId and o.kind = 'paymentTaken' and o.id < e.id)`

const SELECTED = `select e.at, e.id as key, e.kind, ${MOVED} as amountMinor, ${ROUNDED} as roundingMinor,
    ${IS_FIRST} as isFirst, b.transactionId, b.bookingId, b.stationId, b.connectorId, b.customerId, b.plate, b.idToken,
    k.vehicleId, p.id as paymentId, p.means, p.mode, p.currency, p.cardBrand, p.cardLast4, p.reference, p.note,
    p.stripePaymentIntentId, p.stripeChargeId, p.feeMinor, p.receiptNumber, p.takenBy, p.tillId, p.shiftId,
    r.id as refundId, r.reason as refundReason, r.note as refundNote, r.stripeRefundId,
    r.receiptNumber as refundReceipt, r.givenBy, r.tillId as refundTillId, r.shiftId as refundShiftId
  from ledgerEntry e
  cross join payment p on p.id = e.paymentId
  cross join bill b on b.id = p.billId
  left join refund r on r.id = e.refundId
  left join booking k on k.id = b.bookingId`

/**
 * What moved between payers and the site, by the ledger: payments and refunds, or refunds alone. By time and not by
 * kind, of which there are few: SQLite would sort all entries of a kind at each slice.
 */
export function movementSource(
  sqlite: Sqlite,
  around: Around,
  stretch: Stretch,
  filter: ReportFilter,
  which: keyof typeof KINDS,
): FactSource<MovedFacts> {
  const sql = `${SELECTED} where e.at < ? and (e.at, e.id) > (?, ?) and +e.kind in ${KINDS[which]}
    order by e.at, e.id limit ?`
  return {
    slice(after, limit) {
      const bounds = boundsOf(stretch, after ?? beforeAll(stretch, Number.MAX_SAFE_INTEGER), limit)
      const rows = sqlite.all(sql, bounds) as unknown as StoredMovement[] // as the statement selects them
      return sliceOf(rows, limit, (row) => {
        const facts = factsOf(row, around)
        return isMovedAskedFor(facts, filter) ? facts : null
      })
    },
    count: () => aboutEntries(sqlite, stretch, KINDS[which]),
  }
}

function factsOf(row: StoredMovement, around: Around): MovedFacts {
  const { paymentId, means, mode, currency, cardBrand, cardLast4, reference, note } = row
  const { stripePaymentIntentId, stripeChargeId, refundId, refundReason, stripeRefundId } = row
  const isPayment = row.kind === 'paymentTaken'
  const by = isPayment
    ? { tillId: row.tillId, shiftId: row.shiftId, attendant: row.takenBy }
    : { tillId: row.refundTillId, shiftId: row.refundShiftId, attendant: row.givenBy ?? '' }
  return {
    ...{ at: row.at, ledgerEntryId: row.key, kind: kindOf[row.kind] },
    ...{ amountMinor: row.amountMinor, roundingMinor: row.roundingMinor },
    feeMinor: isPayment && row.isFirst === 1 ? row.feeMinor : null,
    transactionId: row.transactionId,
    payment: {
      ...{ id: paymentId, means, mode, currency, cardBrand, cardLast4, reference, note },
      ...{ stripePaymentIntentId, stripeChargeId },
    },
    refund:
      refundId === null || refundReason === null
        ? null
        : { id: refundId, reason: refundReason, note: row.refundNote ?? '', stripeRefundId },
    receiptNumber: isPayment ? row.receiptNumber : row.refundReceipt,
    shiftId: by.shiftId,
    stay: around.stayOf(row),
    served: {
      attendant: by.attendant,
      till: around.tillOf(by.tillId),
      shift: around.shiftOf(by.shiftId),
    },
  }
}

const kindOf = {
  paymentTaken: 'payment',
  refundGiven: 'refund',
  refundFailed: 'refundReturned',
} as const
