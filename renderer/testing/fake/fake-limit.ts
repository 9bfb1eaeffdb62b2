import { implement } from '@orpc/server'
import { limitContract } from '../../../shared/contract/limit.ts'
import { type FakeStore, newId } from './fake-store.ts'

const on = implement(limitContract)

/** Limits for a while, in memory; one below 50 kW breaks the promise of the first booking. */
export function fakeLimit(store: FakeStore) {
  return {
    list: on.list.handler(() => ({
      rows: store.rows.temporaryLimit.filter((row) => row.liftedAt === null),
    })),
    set: on.set.handler(({ input, errors }) => {
      const now = Date.now()
      const { limitW, from = now, until, reason } = input
      if (until <= Math.max(now, from)) throw errors.LIMIT_PAST()
      const limit = store.put('temporaryLimit', {
        id: newId(),
        limitW,
        from,
        until,
        reason,
        setBy: 'desk',
        createdAt: now,
        liftedAt: null,
      })
      const [booking] = store.rows.booking
      const unkept =
        booking && limitW < 50_000 ? [{ bookingId: booking.id, shortfallWh: 7_400 }] : []
      return { limit, unkept }
    }),
    lift: on.lift.handler(({ input: { id }, errors }) => {
      const limit = store.find('temporaryLimit', id)
      if (!limit) throw errors.NOT_FOUND({ data: { noun: 'limit', id } })
      return store.put('temporaryLimit', { ...limit, liftedAt: Date.now() })
    }),
  }
}
