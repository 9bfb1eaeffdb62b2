import { sql } from 'kysely'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { BillToInvoice, EarlierLine } from '../../../shared/domain/invoice/draft.ts'
import type { Stretch } from '../../../shared/domain/report/period.ts'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import type { Reads } from '../store/reads.ts'
import type { Writes } from '../store/writes.ts'

/** Bills that a run may have to take, by who pays them. */
export type BillsByCustomer = ReadonlyMap<Id, Id[]>

/** What a run over a period leaves out. */
export interface Backlog {
  readonly earlierBills: number
  readonly earliestAt: number | null
  readonly withoutCustomer: number
}

/** Written out, so that the index of such bills is used. */
const toInvoice = sql<boolean>`settlement = 'invoice' and state = 'final' and paidMinor <> inclMinor`
const wasInvoiced = sql<boolean>`exists (select 1 from invoiceLine where billId = bill.id)`

/**
 * The bills that became final within the period and haven't been invoiced, and those that were and have come to another
 * sum since. Those of a customer who was merged into another are the other's.
 */
export async function billsToInvoice(
  reads: Reads,
  { fromAt, untilAt }: Stretch,
  customerIds?: readonly Id[],
): Promise<BillsByCustomer> {
  const rows = await reads.query
    .selectFrom('bill')
    .innerJoin('customer', 'customer.id', 'bill.customerId')
    .select(['bill.id', sql<Id>`coalesce(mergedInto, customer.id)`.as('payerId')])
    .where(toInvoice)
    .where('finalAt', '<', untilAt)
    .where((is) => is.or([is('finalAt', '>=', fromAt), wasInvoiced]))
    .orderBy(sql`customer.name collate nocase`)
    .orderBy('payerId')
    .orderBy('startsAt')
    .execute()
  const asked = customerIds && new Set(customerIds)
  const byCustomer = new Map<Id, Id[]>()
  for (const { id, payerId } of rows)
    if (asked === undefined || asked.has(payerId))
      byCustomer.set(payerId, [...(byCustomer.get(payerId) ?? []), id])
  return byCustomer
}

export async function backlogOf(reads: Reads, { fromAt, untilAt }: Stretch): Promise<Backlog> {
  const never = reads.query
    .selectFrom('bill')
    .where(toInvoice)
    .where(sql<boolean>`not ${wasInvoiced}`)
  const earlier = await never
    .where('customerId', 'is not', null)
    .where('finalAt', '<', fromAt)
    .select(({ fn }) => [fn.countAll<number>().as('bills'), fn.min('finalAt').as('earliestAt')])
    .executeTakeFirstOrThrow()
  const nobodys = await never
    .where('customerId', 'is', null)
    .where('finalAt', '>=', fromAt)
    .where('finalAt', '<', untilAt)
    .select(({ fn }) => fn.countAll<number>().as('bills'))
    .executeTakeFirstOrThrow()
  const { bills: earlierBills, earliestAt } = earlier
  return { earlierBills, earliestAt, withoutCustomer: nobodys.bills }
}

/** Bills with the words of their lines, as the unit finds them; those that have nothing to be invoiced any more go. */
export function withWords(tx: Writes, billIds: readonly Id[]): BillToInvoice[] {
  return billIds.flatMap((billId) => {
    const bill = tx.get('bill', billId)
    if (bill === undefined || bill.state !== 'final' || bill.settlement !== 'invoice') return []
    if (bill.paidMinor === bill.inclMinor) return []
    const vehicle = vehicleOf(tx, bill)
    return {
      bill,
      connector: connectorOf(tx, bill),
      vehicle: vehicle?.name ?? '',
      costCentre: vehicle?.costCentre ?? '',
      earlier: earlierLines(tx, billId),
    }
  })
}

/** All that invoices and credit notes have of a bill. */
export function earlierLines(tx: Writes, billId: Id): EarlierLine[] {
  return tx.find('invoiceLine', { billId }).map(({ invoiceId, vat, inclMinor }) => {
    const own = tx.get('invoice', invoiceId)
    const on = own !== undefined && own.creditOf !== null ? tx.get('invoice', own.creditOf) : own
    if (on === undefined) throw new Error('A line is of an invoice.')
    return { vat, inclMinor, on: { id: on.id, name: on.name, number: on.number } }
  })
}

function connectorOf(tx: Writes, { stationId, connectorId }: Bill): string {
  const station = stationId === null ? undefined : tx.get('station', stationId)
  return [station?.name ?? '', connectorId ?? ''].filter((word) => word !== '').join(' · ')
}

function vehicleOf(tx: Writes, { bookingId, plate, customerId }: Bill): Vehicle | undefined {
  const booking = bookingId === null ? undefined : tx.get('booking', bookingId)
  if (booking?.vehicleId) return tx.get('vehicle', booking.vehicleId)
  if (plate === '') return undefined
  const called = tx.find('vehicle', { plate })
  return called.find((vehicle) => vehicle.customerId === customerId) ?? called[0]
}
