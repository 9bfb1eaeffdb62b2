import type { Booking } from '../../../shared/domain/booking/booking.ts'
import {
  openWalkUps,
  type WalkUp,
  type WalkUpFailure,
} from '../../../shared/domain/walk-up/walk-up.ts'
import { walkUpProgress, type WalkUpProgress } from '../../../shared/domain/walk-up/progress.ts'
import { addCommand } from '../command/request.ts'
import { byAge } from '../../../shared/domain/payment/by-age.ts'
import type { Writes } from '../store/writes.ts'
import type { WalkUpRooms } from './rooms.ts'
import { takeBack } from './take-back.ts'
import { walkUpTermsOf } from './terms.ts'

/**
 * Brings a walk-up up to date with its booking, its money and the charger's answer, and does what is next: tells the
 * charger to start, or takes back whom nobody came for. Called again it changes nothing.
 * @returns the walk-up as it now is
 */
export function advance(tx: Writes, rooms: WalkUpRooms, walkUp: WalkUp): WalkUp {
  if (!openWalkUps.has(walkUp.state)) return walkUp
  const booking = tx.get('booking', walkUp.id)
  if (booking === undefined)
    return save(tx, walkUp, { state: 'cancelled', failure: null, act: null }, null)
  const payments =
    walkUp.billId === null ? [] : tx.find('payment', { billId: walkUp.billId }).toSorted(byAge)
  const progress = walkUpProgress({
    walkUp,
    booking,
    payments,
    bill: walkUp.billId === null ? null : (tx.get('bill', walkUp.billId) ?? null),
    command:
      walkUp.startCommandId === null ? null : (tx.get('command', walkUp.startCommandId) ?? null),
    terms: walkUpTermsOf(tx),
    isConnected: rooms.chargers.isConnected(walkUp.stationId),
    now: tx.now,
  })
  const paid = { ...walkUp, paymentId: payments.at(-1)?.id ?? walkUp.paymentId }
  switch (progress.act) {
    case null:
      return save(tx, walkUp, progress, booking, paid)
    case 'start': {
      const told = tellToStart(tx, rooms, paid)
      return save(tx, walkUp, { ...progress, failure: told.failure }, booking, told.walkUp)
    }
    case 'takeBack': {
      const why =
        progress.state === 'waitingForPayment' ? 'It was not paid.' : 'No car was plugged in.'
      takeBack(tx, rooms, booking, why)
      const ended = { state: 'cancelled', failure: walkUp.failure, act: null } as const
      return save(tx, walkUp, ended, booking, paid)
    }
  }
}

/** Tells the charger to start, under the walk-up's own token (OCPP 1.6 §5.11). */
export function tellToStart(
  tx: Writes,
  { chargers }: Pick<WalkUpRooms, 'chargers'>,
  walkUp: WalkUp,
): { walkUp: WalkUp; failure: WalkUpFailure | null } {
  const { stationId, connectorId, idToken } = walkUp
  const payload = { idTag: idToken, connectorId }
  const asked = addCommand(
    tx,
    chargers,
    stationId,
    { action: 'RemoteStartTransaction', payload },
    tx.actor,
  )
  if (asked.kind === 'offline') return { walkUp, failure: 'chargerOffline' }
  if (asked.kind === 'tooMany') return { walkUp, failure: 'chargerBusy' }
  const { id: startCommandId } = asked.command
  return { walkUp: { ...walkUp, startCommandId, starts: walkUp.starts + 1 }, failure: null }
}

function save(
  tx: Writes,
  before: WalkUp,
  { state, failure }: WalkUpProgress,
  booking: Booking | null,
  now: WalkUp = before,
): WalkUp {
  const turns = before.state !== state || before.failure !== failure
  const transactionId = booking?.transactionId ?? before.transactionId
  const { startCommandId, starts, paymentId } = now
  // A car that was plugged in elsewhere charges there.
  const stationId = booking?.stationId ?? before.stationId
  const connectorId = booking?.connectorId ?? before.connectorId
  const isSame =
    !turns &&
    before.transactionId === transactionId &&
    before.startCommandId === startCommandId &&
    before.stationId === stationId &&
    before.connectorId === connectorId &&
    before.paymentId === paymentId
  if (isSame) return before
  const after = tx.change('walkUp', before, {
    ...{ state, failure, transactionId, startCommandId, starts, paymentId, updatedAt: tx.now },
    ...{ stationId, connectorId },
    ...(turns ? { since: tx.now } : {}),
    ...(state === 'charging' && before.chargingAt === null ? { chargingAt: tx.now } : {}),
    ...(openWalkUps.has(state) ? {} : { endedAt: tx.now }),
  })
  if (turns)
    tx.journal({
      act: `walkUp.${state}`,
      noun: 'walkUp',
      nounId: before.id,
      before: { state: before.state, failure: before.failure },
      after: { state, failure },
    })
  return after
}
