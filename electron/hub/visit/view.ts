import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { needWh } from '../../../shared/domain/booking/need.ts'
import { byAge } from '../../../shared/domain/payment/by-age.ts'
import { fruitlessPayments, unfinishedPayments } from '../../../shared/domain/payment/payment.ts'
import { wordsOf } from '../../../shared/domain/tariff/words.ts'
import { positionOf } from '../../../shared/domain/visit/in-line.ts'
import { mayDo } from '../../../shared/domain/visit/may.ts'
import { isTrifle } from '../../../shared/domain/visit/trifle.ts'
import type { Visit } from '../../../shared/domain/visit/visit.ts'
import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { tariffOfBill } from '../bill/basis.ts'
import { idleFeeOf } from '../message/idling.ts'
import { receiptToken } from '../receipt-page/address.ts'
import { siteNow } from '../site/site-now.ts'
import type { Writes } from '../store/writes.ts'
import { cancelFee } from './acts.ts'
import { chargeOf } from './charge.ts'
import { type VisitRows, visitRows } from './facts.ts'
import { houseRulesOf } from './house-rules.ts'
import { placeViewOf } from './place.ts'
import type { VisitRooms } from './rooms.ts'
import { modeOf } from './site-view.ts'
import { type Standing, standingOf } from './standing.ts'

/** All that the driver of a visit sees of it, as it is now. */
export function visitViewOf(tx: Writes, rooms: VisitRooms, visit: Visit): VisitView {
  const rows = visitRows(tx, visit)
  const { booking, walkUp, bill } = rows
  const standing = standingOf(tx, rows)
  const rules = houseRulesOf(tx)
  const site = siteNow(tx)
  const tariff = bill === null ? null : tariffOfBill(tx, bill)
  const may = mayDo({ ...rows, ...standing, rules, now: tx.now })
  const { id, kind, state, endReason, wish, isFlexible, plate, phone, email, language } = visit
  const { pays, holdUntil, expectedAt, expiresAt, lapse } = visit
  return {
    ...{ id, kind, state, endReason, wish, isFlexible, plate, phone, email, language },
    ...{ pays, holdUntil, expectedAt, expiresAt },
    ...{ now: tx.now, siteName: site.name, timeZone: site.timeZone, mode: modeOf(rooms) },
    revision: booking?.revision ?? null,
    bookingState: booking?.state ?? null,
    place: booking === null ? null : placeViewOf(tx, rooms.hubSecret, booking),
    arrivesAt: booking?.arrivesAt ?? null,
    departsAt: booking?.departsAt ?? null,
    needWh: booking === null || booking.need === null ? null : needWh(booking.need),
    failure: walkUp?.failure ?? failureOf(tx, rows, standing),
    isPluggedIn: standing.isPluggedIn,
    charge: chargeOf(tx, rows, standing),
    idle: idleOf(tx, rows, standing),
    line: visit.state === 'waiting' ? lineOf(tx, visit) : null,
    lapsesAt: lapse?.until ?? null,
    money: bill === null ? null : moneyOf(tx, visit, bill),
    payment: paymentOf(rows),
    cancelling:
      booking !== null && may.includes('cancel')
        ? {
            freeUntil: booking.arrivesAt - rules.cancelFreeMin * MINUTE,
            feeMinor: cancelFee(tx, rows),
          }
        : null,
    may,
    words: tariff === null ? null : wordsOf(tariff),
    receipts: receiptsOf(tx, rooms, rows),
  }
}

/** Why the charger did not start for a booked car. */
function failureOf(
  tx: Writes,
  { booking }: VisitRows,
  { isStarting }: Standing,
): VisitView['failure'] {
  if (booking?.state !== 'arrived' || booking.stationId === null || isStarting) return null
  const [last] = tx.sql(
    `select state, failure, json_extract(answer, '$.status') as status from command
      where stationId = ? and action = 'RemoteStartTransaction' and requestedAt > ?
        and json_extract(payload, '$.idTag') = ? order by id desc limit 1`,
    [booking.stationId, booking.arrivedAt ?? booking.arrivesAt, booking.idToken ?? ''],
  )
  if (last === undefined) return null
  if (last['state'] === 'failed')
    return last['failure'] === 'offline' ? 'chargerOffline' : 'chargerFailed'
  return last['status'] === 'Accepted' ? 'notStarted' : 'chargerRefused'
}

/** It has charged and stands there still. */
function idleOf(
  tx: Writes,
  { booking, bill }: VisitRows,
  { transaction }: Standing,
): VisitView['idle'] {
  const since = booking?.finishedAt ?? null
  if (booking?.state !== 'finished' || since === null || transaction?.state === 'active')
    return null
  return { since, feeFrom: idleFeeOf(tx, booking, bill)?.from ?? null }
}

function lineOf(tx: Writes, { id }: Visit): VisitView['line'] {
  return positionOf(id, tx.find('visit', { state: 'waiting' }))
}

function moneyOf(tx: Writes, visit: Visit, bill: Bill): VisitView['money'] {
  const { currency, settlement, state, estimatedMinor, inclMinor, paidMinor, dueMinor } = bill
  return {
    ...{ currency, settlement, isFinal: state === 'final' || state === 'void' },
    ...{ estimatedMinor, paidMinor, dueMinor, depositMinor: visit.depositMinor },
    isTrifle: state === 'final' && isTrifle(bill, visit.pays),
    soFarMinor: state === 'estimated' ? 0 : inclMinor,
    lines: bill.lines.map(({ kind, quantity, unit, exclMinor, vatMinor }) => ({
      ...{ kind, quantity, unit, inclMinor: exclMinor + vatMinor },
    })),
    refunds: tx
      .find('refund', { billId: bill.id })
      .toSorted(byAge)
      .map(({ id, amountMinor, state: refundState, createdAt: at }) => ({
        ...{ id, amountMinor, state: refundState, at },
      })),
  }
}

/** The payment that somebody is asked for; else the last, where it came to nothing. */
function paymentOf({ payments }: VisitRows): VisitView['payment'] {
  const asked = payments.findLast(({ state }) => unfinishedPayments.has(state))
  const last = payments.at(-1)
  const shown = asked ?? (last && fruitlessPayments.has(last.state) ? last : undefined)
  if (shown === undefined) return null
  const { id, state, amountMinor, payUrl, expiresAt } = shown
  return { id, state, amountMinor, payUrl, expiresAt }
}

function receiptsOf(
  tx: Writes,
  { hubSecret }: VisitRooms,
  { bill }: VisitRows,
): VisitView['receipts'] {
  const receipts = bill === null ? [] : tx.find('receipt', { billId: bill.id })
  return receipts
    .toSorted((one, other) => one.number - other.number)
    .map(({ id, number, kind, amountMinor, issuedAt: at }) => ({
      path: `/r/${receiptToken(hubSecret, id)}`,
      kind: kind === 'refund' ? ('refund' as const) : ('receipt' as const),
      ...{ number, amountMinor, at },
    }))
}
