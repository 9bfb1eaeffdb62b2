import { implement } from '@orpc/server'
import { importContract } from '../../../../shared/contract/import.ts'
import { reservationNumbers, saveChanges } from '../../booking/save.ts'
import { surroundingsOf } from '../../booking/surroundings.ts'
import { putToken } from '../../id-token/put.ts'
import { applyImport } from '../../import/apply.ts'
import { previewImport } from '../../import/preview.ts'
import type { ImportRooms } from '../../import/rooms.ts'
import { importsUnderWay } from '../../import/under-way.ts'
import { changeVehicle } from '../../vehicle/save.ts'
import { runOnce } from './once.ts'
import { type Caller, type BookingParts, everyCall } from './parts.ts'

const on = implement(importContract).$context<Caller>().use(everyCall)

export function importRouter({ store, clock, chargers, promises }: BookingParts) {
  const underWay = importsUnderWay()
  const missing = (id: string) => ({ data: { noun: 'import', id } })
  const rooms: ImportRooms = {
    changeVehicle,
    putToken,
    surroundingsOf: (tx) => surroundingsOf(tx, promises),
    reservationNumbers,
    saveBooking(tx, change) {
      saveChanges(tx, chargers, [change], { act: change.before === null ? 'create' : 'change' })
    },
  }

  return {
    preview: on.preview.handler(async ({ input, errors }) => {
      const previewed = await previewImport(store.reads, promises, input, clock())
      if (previewed.kind === 'unreadable') throw errors.FILE_UNREADABLE({ data: previewed.fault })
      return previewed.read
    }),
    apply: on.apply.handler(({ input, context, errors }) =>
      runOnce(store, context, 'import.apply', input, async () => {
        const { id, ...file } = input
        const parts = { store, rooms, underWay }
        const imported = await applyImport(parts, file, context.actor, id)
        if (imported.kind === 'unreadable') throw errors.FILE_UNREADABLE({ data: imported.fault })
        return imported.read
      }),
    ),
    progress: on.progress.handler(({ input, errors }) => {
      const progress = underWay.get(input.id)
      if (progress === undefined) throw errors.NOT_FOUND(missing(input.id))
      return progress
    }),
    stop: on.stop.handler(({ input, errors }) => {
      const progress = underWay.stop(input.id)
      if (progress === undefined) throw errors.NOT_FOUND(missing(input.id))
      return progress
    }),
  }
}
