import {
  nothingSent,
  type ChargingControl,
  type ControlReason,
} from '../../../shared/domain/dispatch/charging-control.ts'
import { profileNumber } from '../../../shared/domain/dispatch/profile.ts'
import { clearAlarm } from '../alarm/raise.ts'
import { addCommand } from '../command/request.ts'
import type { Desk } from './send.ts'

/** How many chargers are handed back at one look. */
const MOST_AT_ONCE = 20

/**
 * Hands the chargers back: the standing limits that were installed are taken out, or cars would be held to their share
 * for ever, and nothing is sent any more. Live profiles run out by themselves, at the latest with their charge. A
 * charger out of reach is handed back when it returns.
 * @returns whether that is done for all
 */
export function handBack(desk: Desk, reason: ControlReason): boolean {
  let left = MOST_AT_ONCE
  let isDone = true
  for (const row of desk.book.all()) {
    if (row.reason !== reason) {
      desk.book.change(row.stationId, row.connectorId, { reason, fallbackDa: null })
      clearAlarm(desk.tx, { kind: 'profileRefused', stationId: row.stationId, connectorId: null })
      clearAlarm(desk.tx, { ...place(row), kind: 'profileIgnored' })
    }
    if (!hasInstalled(row)) continue
    if (left > 0 && takeOut(desk, row)) left -= 1
    else isDone = false
  }
  return isDone
}

function place({ stationId, connectorId }: ChargingControl) {
  return { stationId, connectorId }
}

function hasInstalled({ standing: { held, asked } }: ChargingControl): boolean {
  return held !== null || (asked !== null && asked.answer !== 'refused')
}

function takeOut({ tx, chargers, book }: Desk, { stationId, connectorId }: ChargingControl) {
  const purpose = connectorId === 0 ? 'ChargePointMaxProfile' : 'TxDefaultProfile'
  const payload = { id: profileNumber(connectorId, purpose) }
  const request = { action: 'ClearChargingProfile', payload } as const
  const added = addCommand(tx, chargers, stationId, request, 'hub')
  if (added.kind !== 'requested') return false
  book.change(stationId, connectorId, { standing: nothingSent, confirmedAt: null })
  return true
}
