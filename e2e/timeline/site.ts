import type { ReadyLine } from '../app.ts'
import { ask } from '../walk/desk.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

/** The names of the rows, from top to bottom: two stations with a connector each, one with two. */
export const rows = ['Bay 1', 'Bay 2', 'Bay 3 · 1', 'Bay 3 · 2'] as const
export type RowName = (typeof rows)[number]

export interface BookingRow {
  readonly id: string
  readonly stationId: string | null
  readonly connectorId: number | null
  readonly arrivesAt: number
  readonly departsAt: number
  readonly plate: string
  readonly state: string
  readonly origin: string
  readonly revision: number
}

/** A site to book on. Nothing is plugged in; what it can be booked on is known all the same. */
export interface BookableSite {
  readonly stationIds: readonly string[]
  /** The next full hour but one: all tests count from it. */
  readonly noon: number
  /** Where a row's bookings are. */
  place(row: RowName): { stationId: string; connectorId: number }
  book(
    plate: string,
    row: RowName | null,
    from: number,
    until: number,
    more?: object,
  ): Promise<string>
  /** What stands: all that isn't cancelled. */
  bookings(): Promise<BookingRow[]>
  /** Cancels whatever is booked. */
  clear(): Promise<void>
  /** The row and the hours after `noon` of the booking with that plate, as the hub has them. */
  where(plate: string): Promise<string>
}

export async function bookableSite(ready: ReadyLine): Promise<BookableSite> {
  const stationIds: string[] = []
  for (const [index, connectors] of [1, 1, 2].entries()) {
    const words = { chargePointId: `BAY-${index + 1}`, name: `Bay ${index + 1}` }
    const made = (await ask(ready, 'POST', '/stations', words)) as { station: { id: string } }
    stationIds.push(made.station.id)
    for (let number = 1; number <= connectors; number += 1)
      await ask(ready, 'PUT', `/stations/${made.station.id}/connectors/${number}/equipment`, {
        standard: 'IEC_62196_T2',
        powerType: 'AC_3_PHASE',
        maxPowerW: 22_000,
      })
  }
  const noon = Math.ceil(Date.now() / HOUR) * HOUR + HOUR
  const place = (row: RowName) => {
    const [bay = '', connector = '1'] = row.replace('Bay ', '').split(' · ')
    return { stationId: stationIds[Number(bay) - 1] ?? '', connectorId: Number(connector) }
  }
  const bookings = async () => {
    const { rows: all } = (await ask(ready, 'GET', '/bookings?limit=1000')) as {
      rows: BookingRow[]
    }
    return all.filter(({ state }) => state !== 'cancelled')
  }
  return {
    stationIds,
    noon,
    place,
    bookings,
    async clear() {
      for (const { id } of await bookings()) await ask(ready, 'POST', `/bookings/${id}/cancel`, {})
    },
    async book(plate, row, from, until, more = {}) {
      const made = (await ask(ready, 'POST', '/bookings', {
        ...(row === null ? {} : place(row)),
        arrivesAt: noon + from * HOUR,
        departsAt: noon + until * HOUR,
        plate,
        ...more,
      })) as { id: string }
      return made.id
    },
    async where(plate) {
      const found = (await bookings()).filter((row) => row.plate === plate)
      const told = found.map((booking) => {
        const row = rows.find(
          (name) =>
            place(name).stationId === booking.stationId &&
            place(name).connectorId === booking.connectorId,
        )
        const hour = (at: number) => (at - noon) / HOUR
        return `${row ?? 'nowhere'} ${hour(booking.arrivesAt)}-${hour(booking.departsAt)}`
      })
      return told.join(', ')
    },
  }
}
