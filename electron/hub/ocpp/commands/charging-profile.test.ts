import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CommandRequest } from '../../../../shared/domain/command/command.ts'
import { type Commanded, commanded } from '../server/test-bench/commanded.ts'

let wire: Commanded
beforeEach(async () => {
  wire = await commanded()
  await wire.boot()
})
afterEach(() => wire.hub.stop())

describe('a charging profile', () => {
  const limit: CommandRequest = {
    action: 'SetChargingProfile',
    payload: {
      connectorId: 1,
      csChargingProfiles: {
        chargingProfileId: 9,
        transactionId: 7,
        stackLevel: 0,
        chargingProfilePurpose: 'TxProfile',
        chargingProfileKind: 'Absolute',
        chargingSchedule: {
          startSchedule: '2026-05-04T08:00:00.000Z',
          chargingRateUnit: 'A',
          chargingSchedulePeriod: [{ startPeriod: 0, limit: 16.1, numberPhases: 1 }],
        },
      },
    },
  }
  const told = () => wire.hub.events.filter(({ kind }) => kind === 'chargingProfileAnswered')
  const answered = (answer: string) => ({
    kind: 'chargingProfileAnswered',
    stationId: wire.stationId,
    connectorId: 1,
    chargingProfileId: 9,
    purpose: 'TxProfile',
    answer,
  })

  test('is sent in the specification’s words, and the answer told in the unit that keeps it', async () => {
    const id = await wire.request(limit)
    expect((await wire.answerNext({ status: 'Accepted' })).slice(2)).toEqual([
      'SetChargingProfile',
      limit.payload,
    ])
    expect(await wire.ended(id)).toMatchObject({
      state: 'answered',
      answer: { status: 'Accepted' },
    })
    expect(told()).toEqual([answered('accepted')])
  })

  test.each(['Rejected', 'NotSupported'])('is refused by %s', async (status) => {
    const id = await wire.request(limit)
    await wire.answerNext({ status })
    await wire.ended(id)
    expect(told()).toEqual([answered('refused')])
  })

  test('is refused by a charger that doesn’t know the word', async () => {
    const id = await wire.request(limit)
    const [, uniqueId] = await wire.charger.next()
    wire.charger.send(JSON.stringify([4, uniqueId, 'NotImplemented', '', {}]))
    await wire.ended(id)
    expect(told()).toEqual([answered('refused')])
  })

  test('is lost when the charger leaves, asked or not', async () => {
    const id = await wire.request(limit)
    await wire.charger.next()
    await wire.charger.close()
    await wire.ended(id)
    await wire.ended(await wire.request(limit))
    expect(told()).toEqual([answered('lost'), answered('lost')])
  })

  test('is taken back by what it is, and a charger that holds none says so', async () => {
    const payload = { chargingProfilePurpose: 'TxProfile', stackLevel: 0 } as const
    const id = await wire.request({ action: 'ClearChargingProfile', payload })
    expect((await wire.answerNext({ status: 'Unknown' })).slice(2)).toEqual([
      'ClearChargingProfile',
      payload,
    ])
    expect(await wire.ended(id)).toMatchObject({ state: 'answered', answer: { status: 'Unknown' } })
  })
})

describe('a composite schedule', () => {
  const ask: CommandRequest = {
    action: 'GetCompositeSchedule',
    payload: { connectorId: 1, duration: 3_600, chargingRateUnit: 'A' },
  }
  const told = () =>
    wire.hub.events.flatMap((event) =>
      event.kind === 'compositeScheduleAnswered' ? [event.schedule] : [],
    )

  test('is told as the charger told it, in steps finer than it may be sent too', async () => {
    const id = await wire.request(ask)
    await wire.answerNext({
      status: 'Accepted',
      connectorId: 1,
      scheduleStart: '2026-05-04T08:00:00Z',
      chargingSchedule: {
        duration: 3_600,
        chargingRateUnit: 'A',
        chargingSchedulePeriod: [
          { startPeriod: 0, limit: 16, numberPhases: 3 },
          { startPeriod: 600, limit: 8.25 },
        ],
      },
    })
    expect(await wire.ended(id)).toMatchObject({ state: 'answered' })
    expect(told()).toEqual([
      {
        startsAt: Date.UTC(2026, 4, 4, 8),
        durationS: 3_600,
        unit: 'A',
        periods: [
          { startS: 0, limit: 16, numberPhases: 3 },
          { startS: 600, limit: 8.25, numberPhases: null },
        ],
      },
    ])
  })

  test('is nothing when the charger can’t tell it, tells it not, or isn’t there', async () => {
    const refused = await wire.request(ask)
    await wire.answerNext({ status: 'Rejected' })
    await wire.ended(refused)
    const empty = await wire.request(ask)
    await wire.answerNext({ status: 'Accepted', connectorId: 1 })
    await wire.ended(empty)
    await wire.charger.close()
    await wire.ended(await wire.request(ask))
    expect(told()).toEqual([null, null, null])
  })
})
