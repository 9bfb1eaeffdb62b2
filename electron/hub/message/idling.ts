import { idlePricePerHour } from '../../../shared/domain/message/idle-price.ts'
import { type Telling, toldPrice, toldTime } from '../../../shared/domain/message/told.ts'
import { wordsOf } from '../../../shared/domain/tariff/words.ts'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { MINUTE, type Instant } from '../../../shared/time/instant.ts'
import { tariffOfBill } from '../bill/basis.ts'
import type { Writes } from '../store/writes.ts'

/** What standing there costs, and from when. */
export interface IdleFee {
  readonly from: Instant
  /** Major units an hour. */
  readonly price: number
  readonly currency: string
}

/** What it costs to stand there after the charge, reckoned from now where it hasn't ended; null where it costs nothing. */
export function idleFeeOf(
  tx: Writes,
  { finishedAt }: Pick<Booking, 'finishedAt'>,
  bill: Bill | null,
): IdleFee | null {
  const tariff = bill === null ? null : tariffOfBill(tx, bill)
  if (tariff === null) return null
  const words = wordsOf(tariff)
  const price = idlePricePerHour(words)
  if (price === null) return null
  const from = (finishedAt ?? tx.now) + tariff.idleGraceMin * MINUTE
  return { from, price, currency: words.currency }
}

/** A fee as it is told: no time where it costs something already, nothing where it never does. */
export function toldIdleFee(
  fee: IdleFee | null,
  telling: Telling,
): { idleFrom: string | null; idlePrice: string | null } {
  if (fee === null) return { idleFrom: null, idlePrice: null }
  return {
    idlePrice: toldPrice(fee.price, fee.currency, telling.language),
    idleFrom: fee.from > telling.now ? toldTime(fee.from, telling) : null,
  }
}
