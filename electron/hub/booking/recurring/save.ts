import { daysAfter, localDateOf } from '../../../../shared/domain/booking/occurrences.ts'
import {
  faultOfWords,
  type Recurring,
  type RecurringRefusalCode,
  type RecurringWords,
} from '../../../../shared/domain/booking/recurring.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { BookingRooms } from '../../promises.ts'
import { siteNow } from '../../site/site-now.ts'
import type { Writes } from '../../store/writes.ts'
import { cancelAhead, type CarriedOut, carryOut, madeSince } from './carry-out.ts'

export type SavedRule =
  | ({ kind: 'saved'; recurring: Recurring } & CarriedOut)
  | { kind: 'missing'; noun: 'recurring' | 'station' | 'vehicle' | 'customer'; id: Id }
  | { kind: 'refused'; code: RecurringRefusalCode }

/** Takes a new rule and makes its bookings. One that is there under the id stays as it is. */
export function createRule(
  tx: Writes,
  rooms: BookingRooms,
  { id = tx.newId(), ...words }: RecurringWords & { id?: Id | undefined },
): SavedRule {
  const known = tx.get('recurring', id)
  if (known) return { kind: 'saved', recurring: known, made: 0, unplaced: [] }
  const inTheWay = faultOf(tx, words)
  if (inTheWay) return inTheWay
  const recurring = insertRule(tx, words, id)
  return { kind: 'saved', recurring, ...carryOut(tx, rooms, recurring) }
}

/**
 * Changes a rule and its bookings from a day on. Where days of it are still to come before that one, they stay the old
 * rule's, which ends the day before; a new rule has the rest.
 */
export function changeRule(
  tx: Writes,
  rooms: BookingRooms,
  id: Id,
  from: string | undefined,
  words: RecurringWords,
): SavedRule {
  const before = tx.get('recurring', id)
  if (!before) return { kind: 'missing', noun: 'recurring', id }
  if (before.endedAt !== null) return { kind: 'refused', code: 'ended' }
  const inTheWay = faultOf(tx, words)
  if (inTheWay) return inTheWay
  // What is as the old words say goes with the rule, though somebody may have changed it to and fro.
  carryOut(tx, rooms, before)
  const today = localDateOf(tx.now, siteNow(tx).timeZone)
  if (from === undefined || from <= today || from <= before.firstOn) {
    const recurring = updateRule(tx, before, words)
    return { kind: 'saved', recurring, ...carryOut(tx, rooms, recurring) }
  }
  const successor = succeed(tx, before, from, words)
  return { kind: 'saved', recurring: successor, ...carryOut(tx, rooms, successor) }
}

/** Takes a rule back with its bookings ahead; one that has ended stays so. */
export function endRule(
  tx: Writes,
  rooms: BookingRooms,
  id: Id,
): { kind: 'ended'; recurring: Recurring } | { kind: 'missing' } {
  const before = tx.get('recurring', id)
  if (!before) return { kind: 'missing' }
  if (before.endedAt !== null) return { kind: 'ended', recurring: before }
  const after = tx.update('recurring', id, { endedAt: tx.now, updatedAt: tx.now }) ?? before
  tx.journal({ act: 'recurring.end', noun: 'recurring', nounId: id, before, after })
  cancelAhead(tx, rooms, after)
  return { kind: 'ended', recurring: after }
}

/** The rule for the days from that one on: what was made for them is its own from now on. */
function succeed(tx: Writes, before: Recurring, from: string, words: RecurringWords): Recurring {
  const made = madeSince(tx, before.id, from)
  const { id: _, endedAt: _ended, createdAt: _created, updatedAt: _updated, ...old } = before
  updateRule(tx, before, { ...old, lastOn: daysAfter(from, -1) })
  const firstOn = words.firstOn > from ? words.firstOn : from
  const successor = insertRule(tx, { ...words, firstOn }, tx.newId())
  for (const { booking } of made) tx.update('booking', booking.id, { recurringId: successor.id })
  return successor
}

function insertRule(tx: Writes, words: RecurringWords, id: Id): Recurring {
  const recurring: Recurring = { id, ...words, endedAt: null, createdAt: tx.now, updatedAt: tx.now }
  tx.insert('recurring', recurring)
  tx.journal({ act: 'recurring.create', noun: 'recurring', nounId: id, after: recurring })
  return recurring
}

function updateRule(tx: Writes, before: Recurring, words: RecurringWords): Recurring {
  const { id } = before
  const after = tx.update('recurring', id, { ...words, updatedAt: tx.now }) ?? before
  tx.journal({ act: 'recurring.change', noun: 'recurring', nounId: id, before, after })
  return after
}

/** What of a rule's words can't be: against each other, or because what they name is not there. */
function faultOf(tx: Writes, words: RecurringWords): SavedRule | null {
  const code = faultOfWords(words)
  if (code !== null) return { kind: 'refused', code }
  const { stationId, connectorId, vehicleId, customerId } = words
  if (stationId !== null) {
    if (!tx.get('station', stationId)) return { kind: 'missing', noun: 'station', id: stationId }
    if (connectorId !== null && !tx.one('connector', { stationId, connectorId }))
      return { kind: 'refused', code: 'noSuchConnector' }
  }
  if (vehicleId !== null && !tx.get('vehicle', vehicleId))
    return { kind: 'missing', noun: 'vehicle', id: vehicleId }
  if (customerId !== null && !tx.get('customer', customerId))
    return { kind: 'missing', noun: 'customer', id: customerId }
  return null
}
