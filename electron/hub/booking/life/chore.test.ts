import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { aWalkUp } from '../../../../shared/domain/walk-up/walk-up-fixture.ts'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import { eventually } from '../../ocpp/server/test-bench/eventually.ts'
import { awakenBookings } from './awaken.ts'
import { reservationAfterChange } from './reservation.ts'
import { livingHub, type LivingHub } from './test-bench/living-hub.ts'

let hub: LivingHub
let now: number

beforeEach(async () => {
  hub = await livingHub()
  now = Date.now()
  await hub.status('Available')
})
afterEach(() => hub.stop())

describe('who doesn’t come', () => {
  test('is a no-show once the grace is over, and welcome when he comes after all', async () => {
    const { id } = await hub.book()
    hub.aheadMs = 29 * MINUTE
    await hub.chore()
    expect(await hub.booking(id)).toMatchObject({ state: 'confirmed' })
    hub.aheadMs = 31 * MINUTE
    await hub.chore()
    expect(await hub.booking(id)).toMatchObject({ state: 'noShow' })
    const [line] = await hub.store.reads.find('journal', { act: 'booking.noShow' })
    expect(line).toMatchObject({ actor: 'hub', nounId: id })
    await hub.start('CARD')
    expect(await hub.booking(id)).toMatchObject({ state: 'charging' })
  })

  test('isn’t called one while another’s car stands in his place', async () => {
    const { id } = await hub.book()
    await hub.start('OTHER')
    hub.aheadMs = HOUR
    await hub.chore()
    expect(await hub.booking(id)).toMatchObject({ state: 'confirmed' })
    hub.aheadMs = 2 * HOUR + MINUTE
    await hub.chore()
    expect(await hub.booking(id)).toMatchObject({ state: 'noShow' })
    expect(await hub.alarms()).toEqual([])
  })

  test('isn’t called one while the charger is out of reach', async () => {
    const { id } = await hub.book()
    await hub.charger.close()
    await eventually(async () =>
      expect(await hub.store.reads.get('station', hub.stationId)).toMatchObject({
        connection: 'offline',
      }),
    )
    hub.aheadMs = HOUR
    await hub.chore()
    expect(await hub.booking(id)).toMatchObject({ state: 'confirmed' })
  })
})

describe('who was taken in at the desk', () => {
  test('is no no-show while the desk waits for him: it takes him back by itself', async () => {
    const { id } = await hub.book()
    const walkUp = aWalkUp({ id, billId: null, state: 'waitingForCar' })
    await hub.store.work('test', (tx) => tx.insert('walkUp', walkUp))
    hub.aheadMs = HOUR
    await hub.chore()
    expect(await hub.booking(id)).toMatchObject({ state: 'confirmed' })
    await hub.store.work('test', (tx) =>
      tx.update('walkUp', id, { state: 'cancelled', endedAt: tx.now }),
    )
    await hub.chore()
    expect(await hub.booking(id)).toMatchObject({ state: 'noShow' })
  })
})

describe('who stays too long', () => {
  test('raises an alarm after the departure, and another when the next is due', async () => {
    await hub.book()
    await hub.start('CARD')
    const next = { arrivesAt: now + 3 * HOUR, departsAt: now + 4 * HOUR }
    await hub.book({ ...next, idToken: 'NEXT', plate: 'DEF 456' })
    await hub.chore()
    expect(await hub.alarms()).toEqual([])
    hub.aheadMs = 2 * HOUR + MINUTE
    await hub.chore()
    await hub.chore()
    expect(await hub.alarms()).toEqual([{ kind: 'overstay', detail: 'ABC 123' }])
    hub.aheadMs = 3 * HOUR + MINUTE
    await hub.chore()
    expect(await hub.alarms()).toEqual([
      { kind: 'bookingConflict', detail: 'DEF 456 · ABC 123' },
      { kind: 'overstay', detail: 'ABC 123' },
    ])
  })

  test('does so no more once the booking ends later, or the car is gone', async () => {
    const { id } = await hub.book({ departsAt: now + MINUTE })
    const number = await hub.start('CARD')
    hub.aheadMs = 2 * MINUTE
    await hub.chore()
    expect(await hub.alarms()).toHaveLength(1)
    await hub.store.work('test', (tx) => tx.update('booking', id, { departsAt: now + HOUR }))
    await hub.chore()
    expect(await hub.alarms()).toEqual([])
    hub.aheadMs = 2 * HOUR
    await hub.chore()
    expect(await hub.alarms()).toHaveLength(1)
    await hub.end(number, { reason: 'EVDisconnected' })
    await hub.chore()
    expect(await hub.alarms()).toEqual([])
  })
})

describe('a connector is reserved', () => {
  const soon = () => ({ arrivesAt: now + 10 * MINUTE, departsAt: now + 2 * HOUR })
  const chargerSays = async (answer: object): Promise<unknown[]> => {
    const [, uniqueId, ...asked] = await hub.charger.next()
    hub.charger.send(JSON.stringify([3, uniqueId, answer]))
    return asked
  }
  const reservation = (id: string, word: Booking['reservation']) =>
    eventually(async () => expect((await hub.booking(id)).reservation).toBe(word))
  const profiles = (value: string) =>
    hub.store.work('test', (tx) => {
      const { stationId } = hub
      const key = { key: 'SupportedFeatureProfiles', value, readonly: 1, readAt: 0 } as const
      tx.insert('configurationKey', { id: tx.newId(), stationId, ...key })
    })
  /** Changes a booking as those who act on bookings do. */
  const change = (id: string, words: Partial<Booking>) =>
    hub.store.work('test', (tx) => {
      const before = tx.get('booking', id) ?? null
      const after = tx.update('booking', id, words) ?? null
      return reservationAfterChange(tx, hub.ocpp.chargers, before, after)
    })
  const commands = async () =>
    (await hub.store.reads.find('command', {})).map(({ action }) => action)

  test('some time before the arrival, for the token and its group, until the grace is over', async () => {
    await hub.knowToken('CARD', { parentIdToken: 'POOL' })
    const { id, reservationId } = await hub.book(soon())
    await hub.chore()
    expect(await chargerSays({ status: 'Accepted' })).toEqual([
      'ReserveNow',
      {
        connectorId: 1,
        expiryDate: hub.iso(now + 40 * MINUTE),
        idTag: 'CARD',
        parentIdTag: 'POOL',
        reservationId,
      },
    ])
    await reservation(id, 'held')
    await hub.chore()
    expect(await commands()).toHaveLength(1)
    await hub.status('Reserved')
    await hub.start('CARD', { reservationId })
    expect(await hub.booking(id)).toMatchObject({ state: 'charging', reservation: 'released' })
  })

  test('not too early, without a token, for one that is only asked for, or where the charger can’t', async () => {
    await hub.book({ arrivesAt: now + HOUR })
    await hub.book({ ...soon(), idToken: null })
    await hub.book({ ...soon(), state: 'requested' })
    await hub.chore()
    expect(await commands()).toEqual([])
    await profiles('Core, RemoteTrigger')
    const { id } = await hub.book(soon())
    await hub.chore()
    expect(await commands()).toEqual([])
    expect(await hub.booking(id)).toMatchObject({ reservation: 'none' })
  })

  test('by trying once where the charger doesn’t tell whether it can', async () => {
    const first = await hub.book(soon())
    const second = await hub.book({ ...soon(), connectorId: 2 })
    await hub.chore()
    for (const _ of [first, second]) {
      const [, uniqueId] = await hub.charger.next()
      hub.charger.send(JSON.stringify([4, uniqueId, 'NotSupported', '', {}]))
    }
    await reservation(first.id, 'refused')
    await reservation(second.id, 'refused')
    const third = await hub.book({ ...soon(), connectorId: 3 })
    await hub.chore()
    await reservation(third.id, 'refused')
    expect(await commands()).toHaveLength(2)
  })

  test('again when it becomes free, where the charger refused because it was in use', async () => {
    await profiles('Core,Reservation')
    const { id } = await hub.book(soon())
    await hub.chore()
    await chargerSays({ status: 'Occupied' })
    await reservation(id, 'refused')
    await hub.status('Faulted')
    await hub.chore()
    expect(await commands()).toHaveLength(1)
    await hub.status('Available')
    await hub.chore()
    await chargerSays({ status: 'Accepted' })
    await reservation(id, 'held')
  })

  test('again when the charger has lost it over a restart', async () => {
    const { id } = await hub.book(soon())
    await hub.chore()
    await chargerSays({ status: 'Accepted' })
    await reservation(id, 'held')
    await hub.status('Reserved')
    await hub.status('Available')
    await hub.chore()
    expect((await chargerSays({ status: 'Accepted' }))[0]).toBe('ReserveNow')
    await reservation(id, 'held')
  })

  test('and given back when its booking moves, is cancelled, or another is to show his card', async () => {
    const { id, reservationId } = await hub.book(soon())
    const held = async (): Promise<void> => {
      await hub.chore()
      expect((await chargerSays({ status: 'Accepted' }))[0]).toBe('ReserveNow')
      await reservation(id, 'held')
    }
    const givenBack = async () =>
      expect(await chargerSays({ status: 'Accepted' })).toEqual([
        'CancelReservation',
        { reservationId },
      ])
    await held()
    await change(id, { note: 'by the door' })
    expect(await commands()).toHaveLength(1)
    expect(await change(id, { connectorId: 2 })).toMatchObject({ reservation: 'none' })
    await givenBack()
    await held()
    await change(id, { idToken: 'OTHER' })
    await givenBack()
    await held()
    expect(await change(id, { state: 'cancelled' })).toMatchObject({ reservation: 'released' })
    await givenBack()
    await hub.chore()
    expect(await commands()).toHaveLength(6)
  })

  test('no longer once nobody came', async () => {
    const { id } = await hub.book(soon())
    await hub.chore()
    await chargerSays({ status: 'Accepted' })
    await reservation(id, 'held')
    hub.aheadMs = HOUR
    await hub.chore()
    expect(await hub.booking(id)).toMatchObject({ state: 'noShow', reservation: 'released' })
  })
})

describe('a hub that awakens', () => {
  test('makes bookings of cars that charge without, each one, and asks again for what it was asking', async () => {
    const number = await hub.start('OTHER')
    await hub.store.work('test', (tx) => {
      for (const { id } of tx.find('booking', {})) tx.remove('booking', id)
    })
    await hub.book({ arrivesAt: now + 10 * MINUTE, connectorId: 2, reservation: 'requested' })
    await awakenBookings(hub.store)
    await awakenBookings(hub.store)
    expect(await hub.bookings()).toMatchObject([
      { reservation: 'none' },
      { origin: 'walkUp', state: 'charging' },
    ])
    await hub.end(number)
    // A walk-up that stands there still is written down by the chore.
    await hub.chore()
    expect(await hub.bookings({ state: 'finished' })).toHaveLength(1)
  })

  test('finds out who has stopped and who has not come meanwhile', async () => {
    const charged = await hub.book()
    const awaited = await hub.book({ connectorId: 2, idToken: 'NEVER' })
    await hub.start('CARD')
    await hub.store.work('test', (tx) => {
      for (const row of tx.find('transaction', {}))
        tx.change('transaction', row, { state: 'finished', stoppedAt: now + MINUTE })
    })
    hub.aheadMs = HOUR
    await awakenBookings(hub.store)
    await hub.chore()
    expect(await hub.booking(charged.id)).toMatchObject({ state: 'finished' })
    expect(await hub.booking(awaited.id)).toMatchObject({ state: 'noShow' })
  })
})
