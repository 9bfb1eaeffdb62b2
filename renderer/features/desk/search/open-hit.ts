import type { SearchHit } from '../../../../shared/domain/search/search-hit.ts'
import { isUnpaid } from '../../../../shared/domain/bill/payable.ts'
import { presentStates } from '../../../../shared/domain/booking/states.ts'
import { waitingWalkUps } from '../../../../shared/domain/walk-up/walk-up.ts'
import { useLiveStore } from '../../../live/store.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { openStrip, showCard } from '../desk-store.ts'

/** Opens what was found, where it is best seen: a stay of today here, everything else on its own screen. */
export function openHit(hit: SearchHit): void {
  const { bookingId, paymentId, billId, stationId, connectorId } = hit
  switch (hit.kind) {
    case 'stay':
      openStay(bookingId ?? hit.id)
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

/** A stay that has a card opens beside the others; one that is over, or yet to come, on the timeline. */
export function openStay(id: string): void {
  if (!hasCard(id)) {
    navigate({ screen: 'timeline', open: id })
    return
  }
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

function hasCard(id: string): boolean {
  const { booking, walkUp, bill } = useLiveStore.getState().tables
  const row = booking.get(id)
  if (row === undefined) return false
  if (presentStates.has(row.state)) return true
  if (row.state === 'left')
    return [...bill.values()].some((one) => one.bookingId === id && isUnpaid(one))
  const state = walkUp.get(id)?.state
  return state !== undefined && waitingWalkUps.has(state)
}
