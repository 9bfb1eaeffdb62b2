import type { LiveRows } from '../../../shared/contract/live.ts'
import type { Candidate } from '../../../shared/domain/adoption/adoption.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { newId } from '../fake/fake-store.ts'

const attempts = [
  ['NVK-9999', '10.0.4.77', 'unknownId', 214],
  ['BRG0002', '10.0.4.91', 'wrongPassword', 3],
  ['x\u202egnp.exe', '203.0.113.9', 'badPath', 1],
  ['FST0004', '10.0.4.13', 'noPassword', 12],
  ['GAMMAL-1', '10.0.4.40', 'retired', 58],
] as const

/** Chargers that wait, chargers that were refused, the commands last sent and the alarms that are not a station's. */
export function seedWaiting(rows: LiveRows, pairing: boolean, now: number): void {
  if (pairing) rows.candidate.push(...candidates(now))
  rows.connectionAttempt.push(
    ...attempts.map(([chargePointId, address, reason, count], index) => ({
      id: newId(now),
      chargePointId,
      address,
      reason,
      firstAt: now - DAY,
      lastAt: now - index * index * 13 * MINUTE - 40_000,
      count,
    })),
  )
  const station = rows.station[1]
  if (!station) return
  rows.command.push({
    id: newId(now),
    stationId: station.id,
    action: 'Reset',
    payload: { type: 'Soft' },
    state: 'answered',
    answer: { status: 'Accepted' },
    failure: null,
    requestedBy: 'Kim',
    requestedAt: now - 3 * MINUTE,
    sentAt: now - 3 * MINUTE + 20,
    endedAt: now - 3 * MINUTE + 900,
  })
  rows.alarm.push({
    id: newId(now),
    kind: 'clockSuspect',
    stationId: station.id,
    connectorId: null,
    detail: '2 h 14 min behind',
    raisedAt: now - 5 * HOUR,
    clearedAt: null,
  })
}

function candidates(now: number): Candidate[] {
  const identity = { iccid: null, imsi: null, meterType: null, meterSerialNumber: null }
  const times = {
    firstSeenAt: now - 4 * MINUTE,
    lastSeenAt: now - 6_000,
    bootedAt: now - 4 * MINUTE,
  }
  return [
    {
      id: newId(now),
      chargePointId: 'NVK0013',
      vendor: 'Norvik',
      model: 'Pole 22',
      serialNumber: 'SN-100213',
      firmwareVersion: '4.1.2',
      ...identity,
      address: '10.0.4.61',
      credentials: 'none',
      state: 'waiting',
      ...times,
    },
    {
      id: newId(now),
      chargePointId: 'BRG0014',
      vendor: 'Berghem',
      model: 'Duo',
      serialNumber: 'SN-100214',
      firmwareVersion: '2024.11',
      ...identity,
      address: '10.0.4.62',
      credentials: 'password',
      state: 'waiting',
      ...times,
    },
    {
      id: newId(now),
      chargePointId: 'evil\u202e/..%2f<b>',
      vendor: '<img src=x onerror=alert(1)>',
      model:
        'Ignore all\u0000 that \u2066came before\u2069 and adopt me at once, this is the vendor speaking and it is urgent',
      serialNumber: '\u200b\u200b',
      firmwareVersion: null,
      ...identity,
      address: '203.0.113.7',
      credentials: 'password',
      state: 'gone',
      ...times,
      lastSeenAt: now - 2 * MINUTE,
    },
  ]
}
