import { z } from 'zod'
import type { MessageFacts } from '../../../shared/domain/message/due.ts'
import {
  isSameWindow,
  toldWindow,
  type WindowChange,
} from '../../../shared/domain/message/window-change.ts'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { needWh } from '../../../shared/domain/booking/need.ts'
import type { PlanLine } from '../../../shared/domain/planning/stored-plan.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Visit } from '../../../shared/domain/visit/visit.ts'
import type { Writes } from '../store/writes.ts'
import { lastBill } from '../walk-up/stay.ts'
import { type IdleFee, idleFeeOf } from './idling.ts'

/** Who acts from a visit's phone, as the journal has it: a driver who has a visit by now goes by its name. */
function isItsDriver(actor: string, visitId: Id): boolean {
  return actor === 'driver' || actor === `driver ${visitId}`
}

/** A visit with all that its messages speak of. */
export interface VisitNow {
  readonly visit: Visit
  readonly booking: Booking | null
  readonly bill: Bill | null
  readonly idleFee: IdleFee | null
  /** What is planned for its car; null where nothing is. */
  readonly planned: PlanLine | null
  readonly facts: MessageFacts
}

/** A visit as it is now, for the rules of what its driver is told. */
export function visitNow(tx: Writes, visit: Visit): VisitNow {
  const booking = visit.bookingId === null ? null : (tx.get('booking', visit.bookingId) ?? null)
  const bill = booking === null ? null : lastBill(tx, booking)
  const idleFee = booking === null ? null : idleFeeOf(tx, booking, bill)
  const planned = booking === null ? null : (tx.get('planLine', booking.id) ?? null)
  const billId = bill?.id
  const told = tx.find('message', { visitId: visit.id, template: 'changed' })
  const facts: MessageFacts = {
    ...{ visit, booking, bill, idleFeeFrom: idleFee?.from ?? null, now: tx.now },
    line: planned,
    hasAll: booking !== null && hasAll(tx, booking),
    payments: billId === undefined ? [] : tx.find('payment', { billId }),
    refunds: billId === undefined ? [] : tx.find('refund', { billId }),
    changes: booking === null ? [] : changesOf(tx, booking, visit.id),
    toldUpTo: Math.max(
      0,
      ...told.flatMap((row) => (row.sentAt === null ? [] : Number(row.occasion))),
    ),
  }
  return { visit, booking, bill, idleFee, planned, facts }
}

/** Whether the car that charges has what was asked for. */
function hasAll(tx: Writes, { state, need, transactionId }: Booking): boolean {
  if (state !== 'charging' || need === null || transactionId === null) return false
  const wanted = needWh(need)
  const energyWh = tx.get('transaction', transactionId)?.energyWh ?? 0
  return energyWh >= wanted
}

const line = z.object({ id: z.int(), at: z.int(), actor: z.string() })
const agreed = toldWindow.extend({ state: z.enum(['confirmed', 'arrived', 'charging']) })

/** What was changed of a booking's window or place since it was agreed to. */
function changesOf(tx: Writes, { id }: Booking, visitId: Id): WindowChange[] {
  const rows = tx.sql(
    `select id, at, actor, before, after from journal where noun = 'booking' and nounId = ? order by id`,
    [id],
  )
  return rows.flatMap((row) => {
    const before = agreed.safeParse(json(row['before'])).data
    const after = agreed.safeParse(json(row['after'])).data
    const known = line.safeParse(row).data
    if (before === undefined || after === undefined || known === undefined) return []
    if (isSameWindow(before, after)) return []
    const { actor, ...change } = known
    return [{ ...change, byDriver: isItsDriver(actor, visitId), before, after }]
  })
}

function json(text: unknown): unknown {
  return typeof text === 'string' ? JSON.parse(text) : null
}
