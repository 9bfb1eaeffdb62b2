import type { Alarm, AlarmKind } from '../../../shared/domain/alarm/alarm.ts'

/** What to see to first: what loses data, then what stops cars, then what can wait until the round. */
const urgency: readonly AlarmKind[] = [
  'storeReadOnly',
  'connectorFaulted',
  'stationOffline',
  'profileIgnored',
  'bookingConflict',
  'duplicateConnection',
  'promiseShort',
  'overstay',
  'holdNearlyUsed',
  'profileRefused',
  'reportNotWritten',
  'diskLow',
  'clockSuspect',
  'badMessages',
]

/** The alarms that stand, by what to do first; of one kind the one that has waited longest. */
export function alarmsByUrgency(alarms: readonly Alarm[]): Alarm[] {
  return alarms
    .filter((alarm) => alarm.clearedAt === null)
    .toSorted(
      (a, b) => urgency.indexOf(a.kind) - urgency.indexOf(b.kind) || a.raisedAt - b.raisedAt,
    )
}

/** Whether an alarm is a fault, which alone may be red. */
export function isFault(kind: AlarmKind): boolean {
  return kind === 'connectorFaulted' || kind === 'storeReadOnly'
}
