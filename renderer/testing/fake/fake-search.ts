import { presentStates } from '../../../shared/domain/booking/states.ts'
import type { SearchHit } from '../../../shared/domain/search/search-hit.ts'
import { plateKey } from '../../../shared/domain/vehicle/plate-key.ts'
import type { FakeStore } from './fake-store.ts'

const nothing = {
  ...{ plate: '', at: null, state: null, stationId: null, connectorId: null },
  ...{ bookingId: null, billId: null, paymentId: null, receiptNumber: null },
  ...{ amountMinor: null, currency: null },
} as const

/** Finds by the beginning of plates, cards, receipts, connectors and names, what is here first. */
export function fakeSearch(
  store: FakeStore,
  { text, limit }: { text: string; limit: number },
): { hits: SearchHit[] } {
  const key = plateKey(text)
  if (key === '') return { hits: [] }
  const { rows } = store
  const begins = (word: string) => plateKey(word).startsWith(key)
  const exact = (word: string) => plateKey(word) === key
  const hits: SearchHit[] = [
    ...rows.connector
      .filter(({ connectorId }) => connectorId > 0)
      .flatMap((row): SearchHit[] => {
        const name = store.find('station', row.stationId)?.name ?? ''
        const { stationId, connectorId } = row
        if (!begins(name)) return []
        return [
          {
            ...nothing,
            ...{ kind: 'connector', id: row.id, field: 'connector', isExact: exact(name) },
            ...{ isHere: true, title: name, state: row.status, stationId, connectorId },
          },
        ]
      }),
    ...rows.booking
      .filter(({ plate }) => begins(plate))
      .map((row): SearchHit => ({
        ...nothing,
        ...{ kind: 'stay', id: row.id, field: 'plate', isExact: exact(row.plate) },
        ...{ isHere: presentStates.has(row.state), title: row.plate, plate: row.plate },
        ...{ at: row.arrivesAt, state: row.state, stationId: row.stationId },
        ...{ connectorId: row.connectorId, bookingId: row.id },
      })),
    ...rows.payment
      .filter(
        ({ cardLast4, receiptNumber }) => begins(`${cardLast4}`) || begins(`${receiptNumber}`),
      )
      .map((row): SearchHit => {
        const bill = store.find('bill', row.billId)
        const byCard = begins(`${row.cardLast4}`)
        const { amountMinor, currency, receiptNumber } = row
        return {
          ...nothing,
          ...{ kind: byCard ? 'payment' : 'receipt', id: row.id, plate: bill?.plate ?? '' },
          ...{ field: byCard ? 'last4' : 'receipt', isExact: true, isHere: false },
          ...{ title: byCard ? `•••• ${row.cardLast4}` : `${receiptNumber}`, at: row.createdAt },
          ...{ state: row.state, billId: row.billId, paymentId: row.id, receiptNumber },
          ...{ amountMinor, currency },
        }
      }),
    ...rows.customer
      .filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))
      .map((row): SearchHit => ({
        ...nothing,
        ...{ kind: 'customer', id: row.id, field: 'customer', title: row.name },
        ...{ isExact: false, isHere: false },
      })),
  ]
  const rank = (hit: SearchHit) => Number(!hit.isHere) * 2 + Number(!hit.isExact)
  return { hits: hits.toSorted((a, b) => rank(a) - rank(b)).slice(0, limit) }
}
