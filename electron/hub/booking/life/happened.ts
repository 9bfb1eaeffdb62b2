import type { ChargerEvent } from '../../charger-event.ts'
import type { Writes } from '../../store/writes.ts'
import { connectorStatus } from './connector-status.ts'
import { reservationAnswered } from './reservation-answered.ts'
import { transactionStarted } from './transaction-started.ts'
import { transactionStopped } from './transaction-stopped.ts'

/** What a charger's message means for bookings, in the unit that stores it. */
export function bookingHappened(tx: Writes, event: ChargerEvent): void {
  switch (event.kind) {
    case 'transactionStarted':
      return transactionStarted(tx, event)
    case 'transactionStopped':
      return transactionStopped(tx, event.transaction, { mayWait: true })
    case 'connectorStatus':
      return connectorStatus(tx, event)
    case 'reservationAnswered':
      return reservationAnswered(tx, event)
    case 'statusReplayed':
    case 'lateValues':
    case 'chargingProfileAnswered':
    case 'compositeScheduleAnswered':
    case 'configurationAnswered':
      return
  }
}
