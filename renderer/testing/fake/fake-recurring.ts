import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { bookingFrom } from '../../../shared/domain/booking/decide.ts'
import { materialise, placedOrWaiting } from '../../../shared/domain/booking/materialise.ts'
import { faultOfWords, type Recurring } from '../../../shared/domain/booking/recurring.ts'
import { newId } from './fake-store.ts'
import type { FakeStore } from './fake-store.ts'
import { fakeSurroundings } from './fake-surroundings.ts'

/** Rules and the bookings they make, in memory; a changed rule changes all of its days ahead. */
export function fakeRecurring(store: FakeStore) {
  const os = implement(contract).recurring
  /** At which revision a rule left its bookings. */
  const left = new Map<string, number>()
  const keep = (booking: Booking): Booking => {
    left.set(booking.id, booking.revision)
    return store.put('booking', booking)
  }

  const carryOut = (rule: Recurring) => {
    const around = fakeSurroundings(store)
    const { now, occupancy, timeZone } = around
    const made = store.rows.booking
      .filter(({ recurringId }) => recurringId === rule.id)
      .map((booking) => ({ booking, revision: left.get(booking.id) ?? booking.revision }))
    const { create, change, cancel } = materialise(rule, made, now, timeZone)
    const next = (booking: Booking) => ({ revision: booking.revision + 1, updatedAt: now })
    for (const booking of cancel) {
      const row: Booking = { ...booking, ...next(booking), state: 'cancelled' }
      occupancy.put(keep(row))
    }
    for (const { booking } of change) occupancy.remove(booking.id)
    const saved: Booking[] = []
    const place = (booking: Booking, before: Booking | null): void => {
      const row = keep(placedOrWaiting(booking, before, around))
      occupancy.put(row)
      saved.push(row)
    }
    for (const { booking, plan } of change)
      place({ ...booking, ...plan, ...next(booking) }, booking)
    for (const { occursOn, plan } of create) {
      const words = { id: newId(), state: 'confirmed', origin: 'recurring', now, occursOn } as const
      const reservationId = store.rows.booking.length + 1
      place(bookingFrom(plan, { ...words, reservationId, recurringId: rule.id }), null)
    }
    const unplaced = saved.filter(({ stationId }) => stationId === null)
    return { recurring: rule, made: saved.length, unplaced }
  }
  for (const rule of store.rows.recurring) carryOut(rule)

  return os.router({
    list: os.list.handler(() => ({
      rows: store.rows.recurring.filter(({ endedAt }) => endedAt === null),
    })),
    create: os.create.handler(({ input: { id = newId(), ...words }, errors }) => {
      const code = faultOfWords(words)
      if (code !== null) throw errors.RECURRING_REFUSED({ data: { code } })
      const now = Date.now()
      const rule = { id, ...words, endedAt: null, createdAt: now, updatedAt: now }
      return carryOut(store.put('recurring', rule))
    }),
    change: os.change.handler(({ input: { id, from: _, ...words }, errors }) => {
      const before = store.find('recurring', id)
      if (!before) throw errors.NOT_FOUND({ data: { noun: 'recurring', id } })
      const code = faultOfWords(words)
      if (code !== null) throw errors.RECURRING_REFUSED({ data: { code } })
      return carryOut(store.put('recurring', { ...before, ...words, updatedAt: Date.now() }))
    }),
    end: os.end.handler(({ input: { id }, errors }) => {
      const before = store.find('recurring', id)
      if (!before) throw errors.NOT_FOUND({ data: { noun: 'recurring', id } })
      const now = Date.now()
      const after = store.put('recurring', { ...before, endedAt: now, updatedAt: now })
      carryOut(after)
      return after
    }),
  })
}
