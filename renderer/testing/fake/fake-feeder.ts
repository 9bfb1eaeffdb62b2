import { implement } from '@orpc/server'
import { feederContract } from '../../../shared/contract/feeder.ts'
import { makesLoop } from '../../../shared/domain/site/feeder-tree.ts'
import { type FakeStore, newId } from './fake-store.ts'

const on = implement(feederContract)

/** Feeders, in memory. */
export function fakeFeeder(store: FakeStore) {
  return {
    list: on.list.handler(() => ({ rows: [...store.rows.feeder] })),
    create: on.create.handler(({ input: { id = newId(), ...words } }) => {
      const now = Date.now()
      return store.put('feeder', { id, ...words, createdAt: now, updatedAt: now })
    }),
    update: on.update.handler(({ input: { id, ...given }, errors }) => {
      const feeder = store.find('feeder', id)
      if (!feeder) throw errors.NOT_FOUND({ data: { noun: 'feeder', id } })
      if (given.parentId !== undefined && makesLoop(store.rows.feeder, id, given.parentId))
        throw errors.FEEDER_LOOP()
      const words = Object.fromEntries(
        Object.entries(given).filter(([, value]) => value !== undefined),
      )
      return store.put('feeder', { ...feeder, ...words, updatedAt: Date.now() })
    }),
    remove: on.remove.handler(({ input: { id }, errors }) => {
      const feeder = store.find('feeder', id)
      if (!feeder) throw errors.NOT_FOUND({ data: { noun: 'feeder', id } })
      const { parentId } = feeder
      for (const below of store.rows.feeder.filter((row) => row.parentId === id))
        store.put('feeder', { ...below, parentId, updatedAt: Date.now() })
      for (const station of store.rows.station.filter((row) => row.feederId === id))
        store.put('station', { ...station, feederId: parentId, updatedAt: Date.now() })
      store.remove('feeder', id)
      return feeder
    }),
  }
}
