import type { SearchHit } from '../../../../shared/domain/search/search-hit.ts'
import { presentStates } from '../../../../shared/domain/booking/states.ts'
import { useLiveStore } from '../../../live/store.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { openStrip, showCard } from '../desk-store.ts'

/**
 * Opens what was found, where it is best seen: a stay that has a card beside the others, one that is over, or yet to come,
 * on the timeline, everything else on its own screen.
 */
export function openHit(hit: SearchHit, shown: ReadonlySet<string>): void {
  const { bookingId, paymentId, billId, stationId, connectorId } = hit
  switch (hit.kind) {
    case 'stay':
      if (shown.has(hit.id)) openStay(hit.id)
      else navigate({ screen: 'timeline', open: hit.id })
      return
    case 'session':
      navigate({ screen: 'transaction', transactionId: hit.id })
      return
    case 'payment':
    case 'receipt':
      if (paymentId !== null) navigate({ screen: 'payments', open: paymentId })
      else if (billId !== null) navigate({ screen: 'payments', tab: 'unpaid', open: billId })
      return
    case 'vehicle':
      openStrip({ plate: hit.plate || hit.title })
      return
    case 'customer':
      navigate({ screen: 'customers', open: hit.id })
      return
    case 'connector':
      if (bookingId !== null) openStay(bookingId)
      else if (stationId !== null && connectorId !== null) openConnector(stationId, connectorId)
  }
}

/** Opens the details of a stay that has a card, and shows where that is. */
export function openStay(id: string): void {
  showCard(id)
  navigate({ screen: 'desk', open: id })
}

/** Who stands at a connector, else a walk-up there. */
function openConnector(stationId: string, connectorId: number): void {
  const { booking } = useLiveStore.getState().tables
  for (const row of booking.values()) {
    const isHere = row.stationId === stationId && row.connectorId === connectorId
    if (!isHere || !presentStates.has(row.state)) continue
    openStay(row.id)
    return
  }
  openStrip({ place: { stationId, connectorId } })
}
