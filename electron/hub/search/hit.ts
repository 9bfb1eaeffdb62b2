import type { SearchHit } from '../../../shared/domain/search/search-hit.ts'

/** How many rows of one kind are looked at: more than these are never shown. */
export const MOST_OF_A_KIND = 24

/** A hit with nothing told but what is. */
export function hitOf(
  told: Pick<SearchHit, 'kind' | 'id' | 'field' | 'isExact' | 'title'> & Partial<SearchHit>,
): SearchHit {
  return {
    ...{ isHere: false, plate: '', at: null, state: null, stationId: null, connectorId: null },
    ...{ bookingId: null, billId: null, paymentId: null, receiptNumber: null },
    ...{ amountMinor: null, currency: null },
    ...told,
  }
}

/** The first text behind all that begin so, in the order of bytes, for a search by a range of an index. */
export function behindAll(start: string): string {
  return `${start}\u{10ffff}`
}
