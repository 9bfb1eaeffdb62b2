import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { LONGEST_MS } from '../../../shared/domain/booking/placement.ts'
import { bookingEvent } from '../../../shared/domain/calendar/booking-event.ts'
import { icsOf } from '../../../shared/domain/calendar/ics.ts'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import { DAY, type Instant } from '../../../shared/time/instant.ts'
import type { Reads } from '../store/reads.ts'
import type { CalendarFeedRow } from '../store/own-rows.ts'
import { decodeRow } from '../store/tables.ts'
import { namedBy } from '../secret/row-token.ts'
import { opens } from './address.ts'

/** How far back a calendar goes. */
const BACK_MS = 30 * DAY

/** How often programs are asked to come again. */
const REFRESH_MIN = 15

/** The calendar that a token opens, as iCalendar; null when it opens none. */
export async function readCalendar(
  reads: Reads,
  hubSecret: string,
  token: string,
  now: Instant,
): Promise<string | null> {
  const id = namedBy(token)
  const feed = id === null ? undefined : await reads.get('calendarFeed', id)
  if (!feed || !opens(hubSecret, feed, token)) return null
  const [site] = await reads.find('site', {})
  const siteName = site?.name ?? ''
  const stations = new Map((await reads.find('station', {})).map((row) => [row.id, row.name]))
  const vehicles = new Map((await reads.find('vehicle', {})).map((row) => [row.id, row]))
  const bookings = await bookingsOf(reads, feed, now - BACK_MS)
  return icsOf({
    name: [siteName, await subjectName(reads, feed)].filter(Boolean).join(' · '),
    refreshMin: REFRESH_MIN,
    events: bookings.map((booking) =>
      bookingEvent(booking, {
        kind: feed.kind,
        language: feed.language,
        siteName,
        place: placeName(booking, stations),
        vehicle: vehicleName(booking, vehicles),
      }),
    ),
  })
}

/** The bookings of the calendar's station or customer that end after an instant; a vehicle's are its owner's too. */
async function bookingsOf(
  { query }: Reads,
  { kind, subjectId }: CalendarFeedRow,
  since: Instant,
): Promise<Booking[]> {
  const all = query
    .selectFrom('booking')
    .selectAll()
    .where('departsAt', '>', since)
    .where('arrivesAt', '>', since - LONGEST_MS)
    .orderBy('arrivesAt')
    .orderBy('id')
  const own =
    kind === 'station'
      ? all.where('stationId', '=', subjectId)
      : all.where((is) =>
          is.or([
            is('customerId', '=', subjectId),
            is.and([
              is('customerId', 'is', null),
              is(
                'vehicleId',
                'in',
                query.selectFrom('vehicle').select('id').where('customerId', '=', subjectId),
              ),
            ]),
          ]),
        )
  return (await own.execute()).map((row) => decodeRow('booking', row))
}

async function subjectName(reads: Reads, { kind, subjectId }: CalendarFeedRow): Promise<string> {
  const subject =
    kind === 'station'
      ? await reads.get('station', subjectId)
      : await reads.get('customer', subjectId)
  return subject?.name ?? ''
}

function placeName(
  { stationId, connectorId }: Booking,
  stations: ReadonlyMap<string, string>,
): string {
  if (stationId === null || connectorId === null) return ''
  return `${stations.get(stationId) ?? ''} · ${connectorId}`
}

function vehicleName(
  { vehicleId, plate }: Booking,
  vehicles: ReadonlyMap<string, Vehicle>,
): string {
  const vehicle = vehicleId === null ? undefined : vehicles.get(vehicleId)
  if (vehicle === undefined) return plate
  return vehicle.name === '' ? vehicle.plate : `${vehicle.plate} (${vehicle.name})`
}
