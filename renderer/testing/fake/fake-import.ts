import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import { bayOf } from '../../../shared/domain/booking/bay.ts'
import { occupancyOf } from '../../../shared/domain/booking/occupancy.ts'
import { bookingFate } from '../../../shared/domain/import/booking-fate.ts'
import { bookingFields } from '../../../shared/domain/import/booking-fields.ts'
import { bookingKey } from '../../../shared/domain/import/booking-row.ts'
import { countFates, type RowFate } from '../../../shared/domain/import/fate.ts'
import { atOnce } from '../../../shared/domain/import/in-turns.ts'
import type { ImportKind } from '../../../shared/domain/import/kind.ts'
import { fieldsOf } from '../../../shared/domain/import/kinds.ts'
import { type KnownBookings, knownOf } from '../../../shared/domain/import/known.ts'
import {
  type ColumnMapping,
  guessMapping,
  unmappedFields,
} from '../../../shared/domain/import/mapping.ts'
import { readRows } from '../../../shared/domain/import/rows.ts'
import {
  type FileFault,
  isTable,
  readTable,
  type Table,
} from '../../../shared/domain/import/table.ts'
import { tokenFate, tokenRowKey } from '../../../shared/domain/import/token-fate.ts'
import { tokenFields } from '../../../shared/domain/import/token-fields.ts'
import { vehicleFate, vehicleKey } from '../../../shared/domain/import/vehicle-fate.ts'
import { vehicleFields } from '../../../shared/domain/import/vehicle-fields.ts'
import { newId } from './fake-store.ts'
import type { FakeStore } from './fake-store.ts'

interface AskedFile {
  kind: ImportKind
  text: string
  delimiter?: string | undefined
  mapping?: ColumnMapping | undefined
}

/** So many rows are brought in at once, with a pause after each lot to see the progress by. */
const ROWS_A_LOT = 250
const PAUSE_MS = 150

/** CSV files, read and brought in in memory by the hub's own rules. */
export function fakeImports(store: FakeStore) {
  const os = implement(contract).import
  const underWay = new Map<string, { id: string; done: number; total: number; stopping: boolean }>()
  const missing = (id: string) => ({ data: { noun: 'import', id } })

  return os.router({
    preview: os.preview.handler(({ input, errors }) => {
      const file = fileOf(input)
      if ('code' in file) throw errors.FILE_UNREADABLE({ data: file })
      const rows = deciding(store, input.kind, file).map((decide) => decide(false))
      return { delimiter: file.table.delimiter, ...toldOf(file), counts: countFates(rows), rows }
    }),
    apply: os.apply.handler(async ({ input, errors }) => {
      const file = fileOf(input)
      if ('code' in file) throw errors.FILE_UNREADABLE({ data: file })
      const { id = newId() } = input
      const all = deciding(store, input.kind, file)
      const rows: RowFate[] = []
      while (rows.length < all.length && underWay.get(id)?.stopping !== true) {
        rows.push(...all.slice(rows.length, rows.length + ROWS_A_LOT).map((one) => one(true)))
        const stopping = underWay.get(id)?.stopping ?? false
        underWay.set(id, { id, done: rows.length, total: all.length, stopping })
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
      underWay.delete(id)
      const stopped = rows.length < all.length
      return {
        delimiter: file.table.delimiter,
        ...toldOf(file),
        counts: countFates(rows),
        rows,
        stopped,
      }
    }),
    progress: os.progress.handler(({ input, errors }) => {
      const known = underWay.get(input.id)
      if (!known) throw errors.NOT_FOUND(missing(input.id))
      return known
    }),
    stop: os.stop.handler(({ input, errors }) => {
      const known = underWay.get(input.id)
      if (!known) throw errors.NOT_FOUND(missing(input.id))
      known.stopping = true
      return known
    }),
  })
}

interface OpenFile {
  table: Table
  mapping: ColumnMapping
}

function fileOf({ kind, text, delimiter, mapping }: AskedFile): OpenFile | FileFault {
  const table = atOnce(readTable(text, delimiter))
  if (!isTable(table)) return table
  const chosen = mapping ?? guessMapping(fieldsOf[kind], table.header)
  const fields = unmappedFields(fieldsOf[kind], chosen, table)
  const file = { table, mapping: chosen }
  return fields.length > 0 ? { code: 'unmapped', fields, ...toldOf(file) } : file
}

function toldOf({ table, mapping }: OpenFile) {
  return { header: [...table.header], sample: [...(table.rows[0]?.cells ?? [])], mapping }
}

/** What decides on each row, and writes it when asked to. */
function deciding(
  store: FakeStore,
  kind: ImportKind,
  { table, mapping }: OpenFile,
): ((write: boolean) => RowFate)[] {
  const timeZone = store.rows.site[0]?.timeZone ?? 'UTC'
  const known = knownOf({ timeZone, ...store.rows })
  const times = () => ({ createdAt: Date.now(), updatedAt: Date.now() })
  switch (kind) {
    case 'vehicle':
      return atOnce(readRows(vehicleFields, vehicleKey, table, mapping, known)).map(
        (row) => (asked) => {
          const { fate, write } = vehicleFate(row, known)
          if (!asked || write === null) return fate
          const there = fate.id === null ? undefined : store.find('vehicle', fate.id)
          if (write.kind === 'change' && there) store.put('vehicle', { ...there, ...write.words })
          if (write.kind !== 'create') return fate
          const id = newId()
          const made = { id, archivedAt: null, mergedInto: null, ...times(), ...write.words }
          store.put('vehicle', made)
          return { ...fate, id }
        },
      )
    case 'idToken':
      return atOnce(readRows(tokenFields, tokenRowKey, table, mapping, known)).map(
        (row) => (asked) => {
          const { fate, write } = tokenFate(row, known)
          if (!asked || write === null) return fate
          const id = fate.id ?? newId()
          store.put('idToken', { id, ...times(), ...write })
          return { ...fate, id }
        },
      )
    case 'booking': {
      const bookings = bookingsIn(store, timeZone)
      const lineOf = new Map<string, number>()
      return atOnce(readRows(bookingFields, bookingKey, table, mapping, known)).map(
        (row) => (asked) => {
          const { fate, write } = bookingFate(row, known, bookings, lineOf)
          if (asked && write?.after) store.put('booking', write.after)
          return fate
        },
      )
    }
  }
}

function bookingsIn(store: FakeStore, timeZone: string): KnownBookings {
  const { rows } = store
  const [site] = rows.site
  if (!site) throw new Error('the seed has no site')
  const bays = rows.connector.flatMap((connector) => {
    const station = store.find('station', connector.stationId)
    return station && connector.connectorId > 0 ? [bayOf(station, connector, undefined)] : []
  })
  const occupancy = occupancyOf(rows.booking)
  let last = Math.max(0, ...rows.booking.map((row) => row.reservationId))
  return {
    around: {
      now: Date.now(),
      timeZone,
      terms: site,
      grid: null,
      occupancy,
      bay: (stationId, connectorId) =>
        bays.find((bay) => bay.stationId === stationId && bay.connectorId === connectorId),
      bays: () => bays,
      vehicle: (id) => store.find('vehicle', id),
      hasCustomer: (id) => store.find('customer', id) !== undefined,
    },
    booking: (id) => occupancy.get(id),
    idOf: fakeIdOf,
    nextReservationId: () => (last += 1),
  }
}

/** An id that a key always leads to; the hub's own is a SHA-256. */
function fakeIdOf(key: string): string {
  const part = (seed: number): string => {
    let hash = seed
    for (let at = 0; at < key.length; at += 1)
      hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193) >>> 0
    return hash.toString(16).padStart(8, '0')
  }
  const [a, b, c] = [part(1), part(2), part(3)]
  return `${a}-${b.slice(0, 4)}-8${b.slice(5)}-8${c.slice(1, 4)}-${c.slice(4)}${part(4)}`
}
