import type { Id } from '../../../shared/domain/id/id.ts'
import type { Message } from '../../../shared/domain/message/message.ts'
import { platePart } from '../../../shared/domain/message/render.ts'
import type { Values } from '../../../shared/domain/message/template.ts'
import {
  type Telling,
  toldEnergy,
  toldList,
  toldMoney,
  toldTime,
} from '../../../shared/domain/message/told.ts'
import { needWh } from '../../../shared/domain/booking/need.ts'
import { byAge } from '../../../shared/domain/payment/by-age.ts'
import type { Receipt } from '../../../shared/domain/payment/receipt.ts'
import type { Refund } from '../../../shared/domain/payment/refund.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { issueReceipt } from '../payment/receipt.ts'
import { receiptToken, receiptUrl } from '../receipt-page/address.ts'
import { siteNow } from '../site/site-now.ts'
import type { Writes } from '../store/writes.ts'
import { visitToken, visitUrl } from '../visit/token.ts'
import type { VisitNow } from './facts.ts'
import { toldIdleFee } from './idling.ts'
import { placeName } from '../station/place-name.ts'

/** Where links lead: what they are worked out with, and the driver's page; without it there are none. */
export interface Linking {
  readonly hubSecret: string
  /** Null while the page is closed. */
  readonly origin: string | null
}

/** What the words of a message speak of, as it is now. */
export function valuesOf(
  tx: Writes,
  now: VisitNow,
  { template, occasion, language }: Pick<Message, 'template' | 'occasion' | 'language'>,
  { hubSecret, origin }: Linking,
): Values {
  const { visit, booking, bill, idleFee } = now
  const { name: site, timeZone } = siteNow(tx)
  const telling: Telling = { language, timeZone, now: tx.now }
  const at = (moment: number) => toldTime(moment, telling)
  const money = (minor: number | undefined) =>
    minor === undefined || minor <= 0 || bill === null
      ? null
      : toldMoney(minor, bill.currency, language)
  const receipts = bill === null ? [] : receiptsOf(tx, bill.id)
  const ready = readyAt(now)
  const refunds = bill === null ? [] : tx.find('refund', { billId: bill.id })
  return {
    site,
    place: placeName(tx, booking ?? { stationId: null, connectorId: null }),
    plate: platePart(visit.plate),
    from: at(booking?.arrivesAt ?? visit.wish.arrivesFrom),
    until: at(booking?.departsAt ?? visit.wish.departsBy),
    energy: energyOf(now, language),
    missing: missingOf(now, language),
    price: bill?.settlement === 'pay' ? money(bill.estimatedMinor) : null,
    due: money(bill?.dueMinor),
    refund: money(refundedMinor(refunds, template === 'refund' ? occasion : null)),
    claimUntil: visit.holdUntil === null ? null : at(visit.holdUntil),
    readyAt: ready === null ? null : at(ready),
    ...toldIdleFee(idleFee, telling),
    receipt: toldList(
      receipts.map(({ number }) => String(number)),
      language,
    ),
    receiptLink:
      origin === null
        ? null
        : receipts.map(({ id }) => receiptUrl(origin, receiptToken(hubSecret, id))).join(' '),
    link:
      origin === null || visit.expiresAt <= tx.now
        ? null
        : visitUrl(origin, visitToken(hubSecret, visit)),
  }
}

/** What it got, or is promised. */
function energyOf({ booking, bill }: VisitNow, language: Telling['language']): string | null {
  const isThere = bill !== null && (bill.state === 'running' || bill.state === 'final')
  if (isThere) return bill.energyWh > 0 ? toldEnergy(bill.energyWh, language) : null
  return booking?.need ? toldEnergy(needWh(booking.need), language) : null
}

function missingOf({ facts: { line } }: VisitNow, language: Telling['language']): string | null {
  return line === null || line.shortfallWh <= 0 ? null : toldEnergy(line.shortfallWh, language)
}

/** When it would have all at its full power, if it stayed. */
function readyAt({ booking, planned }: VisitNow): number | null {
  if (booking === null || planned === null || planned.shortfallWh <= 0 || planned.maxW <= 0)
    return null
  return booking.departsAt + Math.ceil((planned.shortfallWh * HOUR) / planned.maxW)
}

/** Every payment's receipt, in the order of their numbers. */
function receiptsOf(tx: Writes, billId: Id): Receipt[] {
  return tx
    .find('receipt', { billId, kind: 'payment' })
    .toSorted((one, other) => one.number - other.number)
}

/** Makes out the receipt of every payment of a bill that has none yet. */
export function makeReceipts(tx: Writes, billId: Id): void {
  for (const { id } of tx.find('payment', { billId }).toSorted(byAge)) issueReceipt(tx, id, null)
}

const NEVER: ReadonlySet<Refund['state']> = new Set(['failed', 'canceled'])

/** What goes back, or is on its way. @param id only of that refund */
function refundedMinor(refunds: readonly Refund[], id: string | null): number {
  return refunds
    .filter((refund) => (id === null ? !NEVER.has(refund.state) : refund.id === id))
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0)
}
