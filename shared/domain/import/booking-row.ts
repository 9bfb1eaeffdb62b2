import type { NewBooking } from '../booking/command.ts'
import { plateKey } from '../vehicle/plate-key.ts'
import type { bookingFields } from './booking-fields.ts'
import type { ValuesOf } from './field.ts'
import { type Known, tokenKey } from './known.ts'
import type { RowProblem } from './problem.ts'
import type { KeyedRow, RowKey } from './rows.ts'

export type BookingFields = typeof bookingFields
type Values = ValuesOf<BookingFields>

/** Bookings are known by the sender's reference, or else by who comes where and when. */
export const bookingKey: RowKey<BookingFields> = {
  field: 'reference',
  keyOf(values) {
    const { reference, arrivesAt, departsAt, station = '', connectorId = '' } = values
    if (reference !== undefined) return `reference ${reference}`
    if (arrivesAt === undefined || departsAt === undefined) return null
    const who = [plateKey(values.plate ?? ''), tokenKey(values.idToken ?? '')]
    return ['window', ...who, station, connectorId, arrivesAt, departsAt].join(' ')
  },
  subjectOf: ({ reference = '', plate = '', idToken = '' }) => reference || plate || idToken,
}

/** What a row wants: only what it tells, by the names a booking has for it. */
export function wishOf(
  { values, problems }: KeyedRow<BookingFields>,
  known: Known,
): { readonly wish: Partial<NewBooking>; readonly problems: readonly RowProblem[] } {
  const { arrivesAt, departsAt, latestDepartsAt, energyWh, plate, station } = values
  const { customerId, idToken, priority, note } = values
  const place = placeOf(values, known)
  const wish: Partial<NewBooking> = {
    ...(customerId === undefined ? {} : { customerId }),
    ...(idToken === undefined ? {} : { idToken }),
    ...(priority === undefined ? {} : { priority }),
    ...(note === undefined ? {} : { note }),
    ...(arrivesAt === undefined ? {} : { arrivesAt }),
    ...(departsAt === undefined ? {} : { departsAt }),
    ...(latestDepartsAt === undefined ? {} : { latestDepartsAt, flexibility: 'flexible' }),
    ...(energyWh === undefined ? {} : { need: { kind: 'energy', energyWh } }),
    ...(plate === undefined ? {} : whoOf(plate, known)),
    ...(station === undefined || 'code' in place ? {} : place),
  }
  const isUnread = problems.some(
    (problem) => 'field' in problem && ['station', 'connectorId'].includes(problem.field),
  )
  return { wish, problems: 'code' in place && !isUnread ? [...problems, place] : problems }
}

function whoOf(plate: string, known: Known): Pick<NewBooking, 'vehicleId' | 'plate'> {
  const [vehicle] = known.vehicles(plate)
  return vehicle ? { vehicleId: vehicle.id, plate: '' } : { vehicleId: null, plate }
}

type Place = Pick<NewBooking, 'stationId' | 'connectorId'>

function placeOf({ station, connectorId }: Values, known: Known): Place | RowProblem {
  if (station === undefined)
    return connectorId === undefined
      ? { stationId: null, connectorId: null }
      : { code: 'missing', field: 'station' }
  if (connectorId !== undefined) return { stationId: station, connectorId }
  // A station with one connector needn't name it.
  const [only, another] = known.connectors(station)
  if (only === undefined || another !== undefined) return { code: 'missing', field: 'connectorId' }
  return { stationId: station, connectorId: only }
}

/** The names a booking has for what the fields of a row tell. */
const fieldNames: Partial<Record<keyof NewBooking, string & keyof BookingFields>> = {
  stationId: 'station',
  vehicleId: 'plate',
  need: 'energyWh',
  flexibility: 'latestDepartsAt',
}

/** The fields of a row that those parts of a booking come from. */
export function fieldsBehind(parts: Partial<NewBooking>): string[] {
  const names = Object.keys(parts).map((name) =>
    name in fieldNames ? (fieldNames[name as keyof NewBooking] ?? name) : name,
  )
  return [...new Set(names)]
}
