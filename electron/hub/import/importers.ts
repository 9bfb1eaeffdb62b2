import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import { plateKey } from '../../../shared/domain/vehicle/plate-key.ts'
import { bookingFate } from '../../../shared/domain/import/booking-fate.ts'
import { bookingFields } from '../../../shared/domain/import/booking-fields.ts'
import { bookingKey } from '../../../shared/domain/import/booking-row.ts'
import { refusedRow, type RowFate } from '../../../shared/domain/import/fate.ts'
import type { Turns } from '../../../shared/domain/import/in-turns.ts'
import type { ImportKind } from '../../../shared/domain/import/kind.ts'
import type { Known, KnownBookings } from '../../../shared/domain/import/known.ts'
import { readRows } from '../../../shared/domain/import/rows.ts'
import { tokenFate, tokenRowKey } from '../../../shared/domain/import/token-fate.ts'
import { tokenFields } from '../../../shared/domain/import/token-fields.ts'
import { vehicleFate, vehicleKey } from '../../../shared/domain/import/vehicle-fate.ts'
import { vehicleFields } from '../../../shared/domain/import/vehicle-fields.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Promises } from '../promises.ts'
import type { Reads } from '../store/reads.ts'
import type { Writes } from '../store/writes.ts'
import { bookingIdOf } from './booking-id.ts'
import type { ReadFile } from './file.ts'
import type { ImportRooms } from './rooms.ts'
import { bookingsToLookAt } from './stored-bookings.ts'

/** The rows of one file, read, with what can be done to each. */
export interface RowsOfFile {
  readonly length: number
  /** Gives what tells each row's fate while nothing is written; rows are asked in their order. */
  lookingAt(reads: Reads, promises: Promises, now: Instant): Promise<(index: number) => RowFate>
  /** Gives what decides each row's fate within a unit of work, and writes it. */
  writingTo(tx: Writes, rooms: ImportRooms): (index: number) => RowFate
}

/** Reads the rows of a file of that kind. */
export const rowsOf: Record<ImportKind, (file: ReadFile, known: Known) => Turns<RowsOfFile>> = {
  vehicle: function* ({ table, mapping }, known) {
    const rows = yield* readRows(vehicleFields, vehicleKey, table, mapping, known)
    return {
      length: rows.length,
      lookingAt: async () => (index) => vehicleFate(at(rows, index), known).fate,
      writingTo(tx, rooms) {
        const idOf = idsByPlate(tx)
        const now: Known = {
          ...known,
          vehicles(plate) {
            const id = idOf.get(plateKey(plate))
            const vehicle = id === undefined ? undefined : tx.get('vehicle', id)
            return vehicle === undefined ? [] : [vehicle]
          },
        }
        return (index) => {
          const row = at(rows, index)
          const { fate, write } = vehicleFate(row, now)
          const customerId = write?.words.customerId
          if (typeof customerId === 'string' && tx.get('customer', customerId)?.archivedAt !== null)
            return refusedRow(row, [
              { code: 'unknown', field: 'customerId', value: row.texts['customerId'] ?? '' },
            ]).fate
          if (write?.kind === 'change') rooms.changeVehicle(tx, write.id, write.words)
          if (write?.kind !== 'create') return fate
          const vehicle: Vehicle = {
            id: tx.newId(),
            ...write.words,
            archivedAt: null,
            mergedInto: null,
            createdAt: tx.now,
            updatedAt: tx.now,
          }
          tx.insert('vehicle', vehicle)
          tx.journal({ act: 'vehicle.add', noun: 'vehicle', nounId: vehicle.id, after: vehicle })
          return { ...fate, id: vehicle.id }
        }
      },
    }
  },

  idToken: function* ({ table, mapping }, known) {
    const rows = yield* readRows(tokenFields, tokenRowKey, table, mapping, known)
    return {
      length: rows.length,
      lookingAt: async () => (index) => tokenFate(at(rows, index), known).fate,
      writingTo(tx, rooms) {
        const token = (idToken: string) => tx.find('idToken', { idToken })[0]
        return (index) => {
          const row = at(rows, index)
          const { fate, write } = tokenFate(row, { token })
          if (write === null) return fate
          const put = rooms.putToken(tx, write)
          if (put.kind === 'put') return { ...fate, id: put.token.id }
          const field = write.vehicleId === null ? 'customerId' : 'vehicleId'
          return refusedRow(row, [{ code: 'unknown', field, value: row.texts[field] ?? '' }]).fate
        }
      },
    }
  },

  booking: function* ({ table, mapping }, known) {
    const rows = yield* readRows(bookingFields, bookingKey, table, mapping, known)
    const keys = rows.flatMap(({ key }) => key ?? [])
    const lineOf = new Map<string, number>()
    return {
      length: rows.length,
      async lookingAt(reads, promises, now) {
        const bookings = await bookingsToLookAt(reads, promises, now, keys)
        return (index) => bookingFate(at(rows, index), known, bookings, lineOf).fate
      },
      writingTo(tx, rooms) {
        const around = rooms.surroundingsOf(tx)
        const bookings: KnownBookings = {
          around,
          booking: (id) => around.occupancy.get(id),
          idOf: bookingIdOf,
          nextReservationId: rooms.reservationNumbers(tx),
        }
        return (index) => {
          const { fate, write } = bookingFate(at(rows, index), known, bookings, lineOf)
          if (write !== null) rooms.saveBooking(tx, write)
          return fate
        }
      },
    }
  },
}

/**
 * Which vehicle has which plate, as plates are compared: without spaces, hyphens and case, which no index does. One
 * look for a whole lot, at no more than it takes.
 */
function idsByPlate(tx: Writes): Map<string, string> {
  const rows = tx.sql('select id, plate from vehicle where archivedAt is null', [])
  return new Map(rows.map(({ id, plate }) => [plateKey(String(plate)), String(id)]))
}

function at<T>(rows: readonly T[], index: number): T {
  const row = rows[index]
  if (row === undefined) throw new RangeError(`there is no row ${index}`)
  return row
}
