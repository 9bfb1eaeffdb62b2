import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as habits from './habit.ts'
import { atHub, PASSWORD } from './test-bench/at-hub.ts'
import type { AtHub } from './test-bench/at-hub.ts'

let wire: AtHub
beforeEach(async () => {
  wire = await atHub()
})
afterEach(() => wire.close())

describe('a simulated charge point', () => {
  it('draws no more than its profiles let it, pauses below 6 A, and charges on', async () => {
    await wire.plugIn(habits.KVISTBERG, true)
    await wire.hearing('StartTransaction')
    const limit = (limitA: number) =>
      wire.hub.call('SetChargingProfile', {
        connectorId: 1,
        csChargingProfiles: {
          chargingProfileId: 1,
          stackLevel: 0,
          chargingProfilePurpose: 'TxDefaultProfile',
          chargingProfileKind: 'Relative',
          chargingSchedule: {
            chargingRateUnit: 'A',
            chargingSchedulePeriod: [{ startPeriod: 0, limit: limitA }],
          },
        },
      })
    const currents = async () => {
      const told = wire.hub.heard.filter(({ action }) => action === 'MeterValues').length
      const [last] = (await wire.hearing('MeterValues', told + 1)).slice(-1)
      const sampled: { measurand: string; value: string }[] = Object(last?.payload).meterValue[0]
        .sampledValue
      return sampled
        .filter(({ measurand }) => measurand === 'Current.Import')
        .map(({ value }) => Number(value))
    }
    expect((await limit(8))[2]).toEqual({ status: 'Accepted' })
    wire.passSecond()
    const limited = await currents()
    expect(limited).toHaveLength(3)
    expect(Math.max(...limited)).toBeGreaterThan(7)
    expect(Math.max(...limited)).toBeLessThan(8.2)
    await limit(5.9)
    wire.passSecond()
    expect(await currents()).toEqual([0, 0, 0])
    expect(wire.reported().at(-1)).toBe('SuspendedEVSE')
    await limit(6)
    wire.passSecond()
    expect(Math.max(...(await currents()))).toBeGreaterThan(5)
    expect(wire.reported().at(-1)).toBe('Charging')
  })

  it('is started and stopped from afar', async () => {
    await wire.plugIn(habits.KVISTBERG, false)
    const started = wire.hub.call('RemoteStartTransaction', { connectorId: 1, idTag: 'DESK' })
    expect((await started)[2]).toEqual({ status: 'Accepted' })
    const [start] = await wire.hearing('StartTransaction')
    expect(start?.payload).toMatchObject({ idTag: 'DESK' })
    await wire.hearing('MeterValues')
    const unknown = await wire.hub.call('RemoteStopTransaction', { transactionId: 1 })
    expect(unknown[2]).toEqual({ status: 'Rejected' })
    const stopped = await wire.hub.call('RemoteStopTransaction', { transactionId: 1001 })
    expect(stopped[2]).toEqual({ status: 'Accepted' })
    const [stop] = await wire.hearing('StopTransaction')
    expect(stop?.payload).toMatchObject({ transactionId: 1001, reason: 'Remote' })
  })

  it('lets only the card in for which it is reserved, and says that the reservation was used', async () => {
    await wire.plugIn(habits.KVISTBERG, false)
    const reservation = { connectorId: 1, idTag: 'CARD', reservationId: 7 }
    const expiryDate = new Date(Date.now() + 3_600_000).toISOString()
    const reserved = await wire.hub.call('ReserveNow', { ...reservation, expiryDate })
    expect(reserved[2]).toEqual({ status: 'Accepted' })
    await wire.hearing('StatusNotification', 3)
    expect(wire.reported().at(-1)).toBe('Reserved')
    const comes = (idTag: string) => {
      const [connector] = wire.station.connectors
      if (connector === undefined) throw new Error('no connector')
      const arrivesAt = wire.station.clock.at(wire.now)
      const leavesAt = arrivesAt + 3_600_000
      const next = { ...connector.next, idTag, arrivesAt, leavesAt, starts: 'card' as const }
      wire.station.connectors = [{ ...connector, next }]
    }
    comes('OTHER')
    await wire.hearing('Authorize')
    while (wire.reported().at(-1) !== 'Reserved')
      await wire.hearing('StatusNotification', wire.reported().length + 1)
    expect(wire.hub.heard.map(({ action }) => action)).not.toContain('StartTransaction')
    comes('CARD')
    const [start] = await wire.hearing('StartTransaction')
    expect(start).toMatchObject({ payload: { idTag: 'CARD', reservationId: 7 }, fault: null })
    await wire.hearing('StopTransaction')
    while (wire.reported().at(-1) !== 'Available')
      await wire.hearing('StatusNotification', wire.reported().length + 1)
  })

  it('stops, goes and boots again when it is reset', async () => {
    await wire.plugIn(habits.KVISTBERG, true)
    await wire.hearing('MeterValues')
    expect((await wire.hub.call('Reset', { type: 'Soft' }))[2]).toEqual({ status: 'Accepted' })
    await wire.hearing('BootNotification', 2)
    const [stop] = await wire.hearing('StopTransaction')
    expect(stop?.payload).toMatchObject({ reason: 'SoftReset' })
  })

  it('changes its key and comes back with the new one, or the old where the new is refused', async () => {
    await wire.plugIn(habits.KVISTBERG, false)
    const key = 'another password, longer'
    wire.hub.passwords.add(key)
    const written = await wire.hub.call('ChangeConfiguration', {
      key: 'AuthorizationKey',
      value: key,
    })
    expect(written[2]).toEqual({ status: 'Accepted' })
    wire.hub.passwords.delete(PASSWORD)
    await wire.hearing('BootNotification', 2)
    await wire.hub.call('ChangeConfiguration', {
      key: 'AuthorizationKey',
      value: 'never let in anywhere',
    })
    await wire.hearing('BootNotification', 3)
    expect(wire.hub.connections()).toBe(3)
  })

  it('closes, opens, unlocks and tells what it is asked', async () => {
    await wire.plugIn(habits.KVISTBERG, false)
    const ask = async (action: string, payload: object) =>
      (await wire.hub.call(action, payload)).slice(2, 4)
    expect(await ask('ChangeAvailability', { connectorId: 0, type: 'Inoperative' })).toEqual([
      { status: 'Accepted' },
    ])
    await wire.hearing('StatusNotification', 4)
    expect(wire.reported().slice(2)).toEqual(['Unavailable', 'Unavailable'])
    expect(await ask('RemoteStartTransaction', { idTag: 'DESK' })).toEqual([{ status: 'Rejected' }])
    expect(await ask('ChangeAvailability', { connectorId: 7, type: 'Operative' })).toEqual([
      { status: 'Rejected' },
    ])
    expect(await ask('UnlockConnector', { connectorId: 1 })).toEqual([{ status: 'Unlocked' }])
    expect(await ask('UnlockConnector', { connectorId: 9 })).toEqual([{ status: 'NotSupported' }])
    expect(await ask('ClearCache', {})).toEqual([{ status: 'Accepted' }])
    expect(await ask('GetConfiguration', { key: ['NumberOfConnectors'] })).toEqual([
      {
        configurationKey: [{ key: 'NumberOfConnectors', readonly: true, value: '1' }],
        unknownKey: [],
      },
    ])
    expect(await ask('TriggerMessage', { requestedMessage: 'MeterValues' })).toEqual([
      { status: 'Accepted' },
    ])
    await wire.hearing('MeterValues')
    expect(await ask('TriggerMessage', { requestedMessage: 'Song' })).toEqual([
      { status: 'NotImplemented' },
    ])
    expect((await ask('UpdateFirmware', {}))[0]).toBe('NotSupported')
    expect((await ask('Sing', {}))[0]).toBe('NotImplemented')
    expect((await ask('Reset', { type: 'Gentle' }))[0]).toBe('FormationViolation')
  })
})
