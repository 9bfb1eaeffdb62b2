import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CommandRequest } from '../../../../shared/domain/command/command.ts'
import { type Commanded, commanded } from '../server/test-bench/commanded.ts'

let wire: Commanded
beforeEach(async () => {
  wire = await commanded()
  await wire.boot()
})
afterEach(() => wire.hub.stop())

describe('a reservation', () => {
  const reservation = { connectorId: 1, idTag: 'CARD', reservationId: 7 }
  const reserve: CommandRequest = {
    action: 'ReserveNow',
    payload: { ...reservation, parentIdTag: 'VANS', expiryDate: '2026-05-04T08:00:00.000Z' },
  }
  const told = () => wire.hub.events.filter(({ kind }) => kind === 'reservationAnswered')
  const answered = (answer: string) => ({
    kind: 'reservationAnswered',
    stationId: wire.stationId,
    reservationId: 7,
    connectorId: 1,
    answer,
  })

  test('is asked for in the specification’s words, and the answer told in the unit that keeps it', async () => {
    const id = await wire.request(reserve)
    expect((await wire.answerNext({ status: 'Accepted' })).slice(2)).toEqual([
      'ReserveNow',
      reserve.payload,
    ])
    expect(await wire.ended(id)).toMatchObject({
      state: 'answered',
      answer: { status: 'Accepted' },
    })
    expect(told()).toEqual([answered('accepted')])
  })

  test.each(['Faulted', 'Occupied', 'Rejected', 'Unavailable'])(
    'is refused by %s',
    async (status) => {
      const id = await wire.request(reserve)
      await wire.answerNext({ status })
      await wire.ended(id)
      expect(told()).toEqual([answered('refused')])
    },
  )

  test('is refused by a charger that doesn’t know the word', async () => {
    const id = await wire.request(reserve)
    const [, uniqueId] = await wire.charger.next()
    wire.charger.send(JSON.stringify([4, uniqueId, 'NotImplemented', '', {}]))
    await wire.ended(id)
    expect(told()).toEqual([answered('refused')])
  })

  test('is lost when the charger leaves, asked or not, and may be asked for again', async () => {
    const id = await wire.request(reserve)
    await wire.charger.next()
    await wire.charger.close()
    await wire.ended(id)
    await wire.ended(await wire.request(reserve))
    expect(told()).toEqual([answered('lost'), answered('lost')])
  })

  test('is given back under its number', async () => {
    const id = await wire.request({ action: 'CancelReservation', payload: { reservationId: 7 } })
    expect((await wire.answerNext({ status: 'Accepted' })).slice(2)).toEqual([
      'CancelReservation',
      { reservationId: 7 },
    ])
    expect(await wire.ended(id)).toMatchObject({ state: 'answered' })
  })
})
