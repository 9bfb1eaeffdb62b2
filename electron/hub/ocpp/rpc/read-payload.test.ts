import { describe, expect, test } from 'vitest'
import { isInboundAction, isTransactionAction, type InboundAction } from './actions.ts'
import { readReply, readRequest } from './read-payload.ts'
import { isKnownAction } from './schemas.ts'
import { strictValidator } from './validators.ts'

const now = Date.UTC(2026, 0, 2)
const read = (action: InboundAction, payload: unknown) =>
  readRequest(action, payload, JSON.stringify([2, '1', action, payload]), now)

describe('what breaks the schema gets the CALLERROR code of its kind', () => {
  const boot = { chargePointVendor: 'V', chargePointModel: 'M' }
  test.each<[string, InboundAction, unknown, string]>([
    [
      'a missing field',
      'BootNotification',
      { chargePointVendor: 'V' },
      'OccurenceConstraintViolation',
    ],
    [
      'a field of the wrong type',
      'BootNotification',
      { ...boot, chargePointVendor: 5 },
      'TypeConstraintViolation',
    ],
    ['null for a required field', 'Authorize', { idTag: null }, 'TypeConstraintViolation'],
    [
      'a connector as text',
      'StatusNotification',
      { connectorId: '1', errorCode: 'NoError', status: 'Available' },
      'TypeConstraintViolation',
    ],
    [
      'a word that is not on the list',
      'StatusNotification',
      { connectorId: 1, errorCode: 'NoError', status: 'Sleeping' },
      'PropertyConstraintViolation',
    ],
    [
      'a negative connector',
      'StatusNotification',
      { connectorId: -1, errorCode: 'NoError', status: 'Available' },
      'PropertyConstraintViolation',
    ],
    [
      'an absurd connector',
      'StatusNotification',
      { connectorId: 1e300, errorCode: 'NoError', status: 'Available' },
      'PropertyConstraintViolation',
    ],
    [
      'an absurd register',
      'StartTransaction',
      { connectorId: 1, idTag: 'A', meterStart: 1e15, timestamp: '2026-01-01T00:00:00Z' },
      'PropertyConstraintViolation',
    ],
    [
      'an id token of 21 characters',
      'Authorize',
      { idTag: 'X'.repeat(21) },
      'PropertyConstraintViolation',
    ],
    [
      'a timestamp that names no moment',
      'StatusNotification',
      { connectorId: 1, errorCode: 'NoError', status: 'Available', timestamp: 'noon' },
      'PropertyConstraintViolation',
    ],
    ['a payload that is no object', 'Heartbeat', [], 'FormationViolation'],
    ['no payload', 'Heartbeat', null, 'FormationViolation'],
  ])('%s', (_, action, payload, code) => {
    expect(read(action, payload)).toMatchObject({ kind: 'invalid', fault: { code } })
  })
})

describe('what a charger merely writes oddly is accepted and noted', () => {
  test('meter values with numbers, foreign words, extra properties and no zone', () => {
    const reading = read('MeterValues', {
      connectorId: 1,
      meterValue: [
        {
          timestamp: '2026-01-01T10:00:00',
          sampledValue: [{ value: 12.5, measurand: 'Vendor.Hum', unit: 'dB' }],
          extra: 1,
        },
      ],
    })
    expect(reading).toMatchObject({
      kind: 'valid',
      payload: {
        meterValue: [
          {
            timestamp: '2026-01-01T10:00:00.000Z',
            sampledValue: [{ value: '12.5', measurand: 'Vendor.Hum', unit: 'dB' }],
          },
        ],
      },
    })
    expect(reading.repairs.map((repair) => repair.kind).toSorted()).toEqual([
      'unknownPropertyIgnored',
      'valueWrittenAsText',
      'zoneAssumedUtc',
    ])
  })

  test('a stop with a foreign reason, a register as text and an unreadable time', () => {
    expect(
      read('StopTransaction', {
        transactionId: '7',
        meterStop: '1200.4',
        timestamp: '??',
        reason: 'Bored',
      }),
    ).toMatchObject({
      kind: 'valid',
      payload: {
        transactionId: 7,
        meterStop: 1200,
        timestamp: '2026-01-02T00:00:00.000Z',
        reason: 'Bored',
      },
    })
  })

  test('a start with a card longer than the specification allows keeps the whole card', () => {
    const idTag = 'X'.repeat(32)
    expect(
      read('StartTransaction', {
        connectorId: 1,
        idTag,
        meterStart: 0,
        timestamp: '2026-01-01T00:00:00Z',
      }),
    ).toMatchObject({ kind: 'valid', payload: { idTag }, repairs: [] })
  })

  test('padded strings are trimmed', () => {
    expect(
      read('BootNotification', { chargePointVendor: 'V  ', chargePointModel: ' M' }),
    ).toMatchObject({
      kind: 'valid',
      payload: { chargePointVendor: 'V', chargePointModel: 'M' },
    })
  })
})

test('the charger’s answers are read the same way', () => {
  expect(readReply('Reset', { status: 'accepted', hint: 1 }, '[3,"1",{}]', now)).toMatchObject({
    kind: 'valid',
    payload: { status: 'Accepted' },
  })
  expect(readReply('Reset', { status: 'Maybe' }, '[3,"1",{}]', now)).toMatchObject({
    kind: 'invalid',
  })
})

test('what the hub sends is held to the specification to the letter', () => {
  const reply = strictValidator('BootNotification', 'Response')
  const good = { status: 'Accepted', currentTime: '2026-01-01T00:00:00.000Z', interval: 300 }
  expect(reply?.check(good)).toBeNull()
  expect(reply?.check({ ...good, currentTime: '2026-01-01T00:00:00' })).toMatchObject({
    code: 'PropertyConstraintViolation',
  })
  expect(reply?.check({ ...good, extra: 1 })).toMatchObject({ code: 'FormationViolation' })
})

test('actions are told apart: ours to answer, known to OCPP 1.6, unknown', () => {
  expect(isInboundAction('Heartbeat')).toBe(true)
  expect(isInboundAction('Reset')).toBe(false)
  expect(isKnownAction('Reset')).toBe(true)
  for (const name of ['Dance', '__proto__', 'constructor', 'toString']) {
    expect(isKnownAction(name)).toBe(false)
    expect(isInboundAction(name)).toBe(false)
  }
  expect(isTransactionAction('MeterValues')).toBe(true)
})

test('a configuration told in numbers is understood', () => {
  const told = (value: unknown) => ({ configurationKey: [{ key: 'A', readonly: false, value }] })
  for (const value of [300, true]) {
    expect(readReply('GetConfiguration', told(value), '[3,"1",{}]', now)).toMatchObject({
      kind: 'valid',
      payload: told(String(value)),
      repairs: [{ kind: 'valueWrittenAsText', path: 'configurationKey.0.value' }],
    })
  }
})
