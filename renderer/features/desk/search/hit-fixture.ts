import type { SearchHit } from '../../../../shared/domain/search/search-hit.ts'

/** A stay that was found by its plate, save for what is told. */
export const hitLike = (told: Partial<SearchHit>): SearchHit => ({
  ...{ kind: 'stay', id: 'x', field: 'plate', isExact: false, isHere: false },
  ...{ title: '', plate: '', at: null, state: null, stationId: null, connectorId: null },
  ...{ bookingId: null, billId: null, paymentId: null, receiptNumber: null },
  ...{ amountMinor: null, currency: null },
  ...told,
})
