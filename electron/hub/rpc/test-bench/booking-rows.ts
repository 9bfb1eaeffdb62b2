import { aBooking } from '../../../../shared/domain/booking/booking-fixture.ts'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import type { Recurring } from '../../../../shared/domain/booking/recurring.ts'
import { HOUR } from '../../../../shared/time/instant.ts'

/** A booking as it lies in the table: eight hours without a place, save for what is told. */
export function newBookingRow(told: Partial<Booking> & Pick<Booking, 'id' | 'arrivesAt'>): Booking {
  return aBooking({
    stationId: null,
    connectorId: null,
    departsAt: told.arrivesAt + 8 * HOUR,
    plate: '',
    revision: 1,
    createdAt: told.arrivesAt,
    updatedAt: told.arrivesAt,
    ...told,
  })
}

/** A rule as it lies in the table: every Monday night until further notice, save for what is told. */
export function newRuleRow(told: Partial<Recurring> & Pick<Recurring, 'id'>): Recurring {
  return {
    weekdays: [1],
    arrives: '18:00',
    departs: '06:00',
    firstOn: '2026-01-05',
    lastOn: null,
    stationId: null,
    connectorId: null,
    flexibility: 'fixed',
    need: null,
    vehicleId: null,
    customerId: null,
    plate: '',
    idToken: null,
    priority: 'normal',
    note: '',
    endedAt: null,
    createdAt: 0,
    updatedAt: 0,
    ...told,
  }
}
