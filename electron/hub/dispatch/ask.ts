import { jitterMs } from '../../../shared/domain/dispatch/worth-sending.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import { HOUR, MINUTE, SECOND, type Instant } from '../../../shared/time/instant.ts'
import { addCommand } from '../command/request.ts'
import type { ControlledStation } from './scene.ts'
import type { Desk } from './send.ts'

/** So far apart chargers are gone through that come back together. */
export const SPREAD_MS = 20 * SECOND

/** A charger that doesn't answer what it can is asked again after this. */
const ASK_AGAIN_MS = 10 * MINUTE

/** How many are asked at one look. */
const MOST_AT_ONCE = 20

/** How far ahead a charger is asked what it will allow, s. */
const COMPOSITE_S = HOUR / SECOND

/**
 * Asks chargers what they can, once and after each change of their firmware, and those that have come back what they
 * still hold, each at a moment of its own.
 */
export function askChargers(desk: Desk, stations: readonly ControlledStation[]): void {
  let left = MOST_AT_ONCE
  for (const { station, points } of stations) {
    if (left === 0) return
    if (!desk.chargers.isConnected(station.id) || !hasSettled(station, desk.tx.now)) continue
    if (isUnread(desk, station)) {
      if (readCapability(desk, station)) left -= 1
    } else if (isBack(desk, station)) {
      for (const { transaction, connector } of points)
        // While a car charges its live profile is set anew, which tells more.
        if (transaction === null) askComposite(desk, station, connector.connectorId)
      desk.book.changeCharger(station.id, { checkedAt: desk.tx.now })
      left -= 1
    }
  }
}

/** Whether its moment after connecting has come. */
export function hasSettled({ id, connectionSince }: Station, now: Instant): boolean {
  return now >= (connectionSince ?? 0) + jitterMs(id, SPREAD_MS)
}

function isUnread({ book, tx }: Desk, { id, firmwareVersion }: Station): boolean {
  const { capability, firmware, askedAt } = book.charger(id)
  if (askedAt === null || firmware !== firmwareVersion) return true
  const isAnswered = capability !== null && capability.readAt >= askedAt
  return !isAnswered && tx.now - askedAt >= ASK_AGAIN_MS
}

function isBack({ book }: Desk, { id, connectionSince }: Station): boolean {
  const { checkedAt, capability } = book.charger(id)
  return capability !== null && (checkedAt === null || checkedAt < (connectionSince ?? 0))
}

function readCapability({ tx, chargers, book }: Desk, { id, firmwareVersion }: Station): boolean {
  const request = { action: 'GetConfiguration', payload: {} } as const
  const added = addCommand(tx, chargers, id, request, 'hub')
  if (added.kind !== 'requested') return false
  book.changeCharger(id, { askedAt: tx.now, firmware: firmwareVersion })
  return true
}

function askComposite({ tx, chargers, book }: Desk, { id }: Station, connectorId: number): void {
  if (book.of(id, connectorId).standing.held === null) return
  const { unit } = book.charger(id).manner ?? {}
  const payload = {
    connectorId,
    duration: COMPOSITE_S,
    ...(unit === undefined ? {} : { chargingRateUnit: unit }),
  }
  addCommand(tx, chargers, id, { action: 'GetCompositeSchedule', payload }, 'hub')
}
