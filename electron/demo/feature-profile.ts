import type { Habit } from './habit.ts'

/** Known to OCPP 1.6, not to the stations of the demo. */
const UNSUPPORTED = new Set([
  'GetDiagnostics',
  'GetLocalListVersion',
  'SendLocalList',
  'UpdateFirmware',
])

const OF_RESERVATION = new Set(['CancelReservation', 'ReserveNow'])
const OF_SMART_CHARGING = new Set([
  'ClearChargingProfile',
  'GetCompositeSchedule',
  'SetChargingProfile',
])

/** What a make says to a command of a feature profile that it doesn't have; null where it has it. */
export function lacking(
  { reservations, smartCharging }: Habit,
  action: string,
): 'NotSupported' | 'NotImplemented' | null {
  if (OF_RESERVATION.has(action)) return reservations === 'held' ? null : reservations
  if (OF_SMART_CHARGING.has(action)) return typeof smartCharging === 'string' ? smartCharging : null
  return UNSUPPORTED.has(action) ? 'NotSupported' : null
}
