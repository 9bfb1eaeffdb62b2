import { expect, test } from 'vitest'
import { alarmKind } from '../../../shared/domain/alarm/alarm.ts'
import type { Alarm, AlarmKind } from '../../../shared/domain/alarm/alarm.ts'
import { alarmsByUrgency, isFault } from './alarm-order.ts'

test('what loses data comes first, then what stops cars, then what can wait', () => {
  const alarms = [alarm('clockSuspect', 1), alarm('stationOffline', 2), alarm('storeReadOnly', 9)]
  expect(alarmsByUrgency(alarms).map((row) => row.kind)).toEqual([
    'storeReadOnly',
    'stationOffline',
    'clockSuspect',
  ])
})

test('of one kind the one that has waited longest comes first', () => {
  const alarms = [alarm('stationOffline', 30), alarm('stationOffline', 10)]
  expect(alarmsByUrgency(alarms).map((row) => row.raisedAt)).toEqual([10, 30])
})

test('a cleared alarm is no alarm', () => {
  expect(alarmsByUrgency([{ ...alarm('stationOffline', 1), clearedAt: 2 }])).toEqual([])
})

test('every kind has its place: none sorts before what loses data', () => {
  for (const kind of alarmKind.options) {
    expect(alarmsByUrgency([alarm(kind, 0), alarm('storeReadOnly', 1)])[0]?.kind).toBe(
      'storeReadOnly',
    )
  }
  expect(isFault('stationOffline')).toBe(false)
})

function alarm(kind: AlarmKind, raisedAt: number): Alarm {
  return {
    id: `${kind}-${raisedAt}`,
    kind,
    stationId: null,
    connectorId: null,
    detail: '',
    raisedAt,
    clearedAt: null,
  }
}
