import { describe, expect, it } from 'vitest'
import { commandSummary } from './command-summary.ts'

describe('what a command was about', () => {
  it('names the connector of a start only when one was asked for', () => {
    expect(commandSummary({ action: 'RemoteStartTransaction', payload: { idTag: 'A' } })?.key).toBe(
      'RemoteStartTransaction',
    )
    expect(
      commandSummary({ action: 'RemoteStartTransaction', payload: { idTag: 'A', connectorId: 2 } }),
    ).toEqual({
      key: 'RemoteStartTransactionOn',
      values: { idTag: 'A', connectorId: 2 },
    })
  })

  it('calls connector 0 the whole station', () => {
    const payload = { connectorId: 0, type: 'Inoperative' }
    expect(commandSummary({ action: 'ChangeAvailability', payload })).toEqual({
      key: 'InoperativeStation',
      values: {},
    })
  })

  it('says for whom a connector is reserved, and which unless any will do', () => {
    const expiryDate = '2026-05-04T09:00:00Z'
    const summary = (connectorId: number) =>
      commandSummary({
        action: 'ReserveNow',
        payload: { connectorId, expiryDate, idTag: 'A', reservationId: 7 },
      })
    expect(summary(2)).toEqual({ key: 'ReserveNow', values: { idTag: 'A', connectorId: 2 } })
    expect(summary(0)).toEqual({ key: 'ReserveNowAny', values: { idTag: 'A' } })
  })

  it('says for whom a charging profile is, and the limit that it begins with', () => {
    const summary = (connectorId: number, purpose: string, more: object = {}) =>
      commandSummary({
        action: 'SetChargingProfile',
        payload: {
          connectorId,
          csChargingProfiles: {
            chargingProfileId: 1,
            stackLevel: 0,
            chargingProfilePurpose: purpose,
            chargingProfileKind: 'Absolute',
            chargingSchedule: {
              chargingRateUnit: 'A',
              chargingSchedulePeriod: [{ startPeriod: 0, limit: 12.5 }],
            },
            ...more,
          },
        },
      })
    const begins = { limit: 12.5, unit: 'A' }
    expect(summary(0, 'ChargePointMaxProfile')).toEqual({
      key: 'ChargePointMaxProfile',
      values: begins,
    })
    expect(summary(0, 'TxDefaultProfile')?.key).toBe('TxDefaultProfileStation')
    expect(summary(2, 'TxDefaultProfile')?.values).toEqual({ ...begins, connectorId: 2 })
    expect(summary(2, 'TxProfile', { transactionId: 7 })).toEqual({
      key: 'TxProfile',
      values: { ...begins, connectorId: 2, transactionId: 7 },
    })
  })

  it('tells clearing one profile from clearing those that match and from clearing all', () => {
    const key = (payload: Record<string, unknown>) =>
      commandSummary({ action: 'ClearChargingProfile', payload })?.key
    expect(key({ id: 3 })).toBe('ClearChargingProfile')
    expect(key({ stackLevel: 0 })).toBe('ClearMatchingProfiles')
    expect(key({})).toBe('ClearEveryProfile')
  })

  it('never repeats the value of a secret key', () => {
    const payload = { key: 'AuthorizationKey', value: 'tell-no-one' }
    expect(
      JSON.stringify(commandSummary({ action: 'ChangeConfiguration', payload })),
    ).not.toContain('tell-no-one')
  })

  it('says nothing of a payload it does not understand', () => {
    expect(commandSummary({ action: 'Reset', payload: { type: 'Gentle' } })).toBeNull()
  })
})
