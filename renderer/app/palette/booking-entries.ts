import { endedStates } from '../../../shared/domain/booking/states.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { plateKey } from '../../../shared/domain/vehicle/plate-key.ts'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import { navigate } from '../../navigation/use-route.ts'
import { inert } from '../../ui/mark/inert.ts'
import type { PaletteEntry } from './palette-search.ts'

/** The bookings that are not over, soonest first, found by plate however it is written. */
export function bookingEntries(
  bookings: readonly Booking[],
  vehicles: readonly Vehicle[],
  nameOf: (stationId: string) => string,
  momentOf: (at: number) => string,
): PaletteEntry[] {
  const plates = new Map(vehicles.map((row) => [row.id, row.plate]))
  return bookings
    .filter((row) => !endedStates.has(row.state))
    .toSorted((a, b) => a.arrivesAt - b.arrivesAt)
    .flatMap((row): PaletteEntry[] => {
      const plate = (row.vehicleId === null ? undefined : plates.get(row.vehicleId)) ?? row.plate
      if (plate === '') return []
      const where = row.stationId === null ? '' : ` · ${nameOf(row.stationId)}`
      return [
        {
          id: row.id,
          group: 'groupBookings',
          label: inert(plate).text,
          hint: `${momentOf(row.arrivesAt)}${where}`,
          words: plateKey(plate),
          run: () => navigate({ screen: 'timeline', open: row.id }),
        },
      ]
    })
}
