import type { Alarm, AlarmKind } from '../../../../shared/domain/alarm/alarm.ts'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { placeOf } from '../../../../shared/domain/booking/states.ts'
import { plateOf } from '../../../../shared/domain/booking/placement.ts'
import { conflictOn, overstays } from '../../../../shared/domain/booking/punctuality.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import { clearAlarm, raiseAlarm } from '../../alarm/raise.ts'
import type { Writes } from '../../store/writes.ts'
import { holdingOn } from './bookings-here.ts'

const KINDS = ['bookingConflict', 'overstay'] as const satisfies readonly AlarmKind[]
type Kind = (typeof KINDS)[number]

/** Raises and clears what there is to say of the cars at a connector, as it stands now. */
export function judgeConnector(tx: Writes, stationId: Id, connectorId: number): void {
  const words = wordsOn(tx, holdingOn(tx, stationId, connectorId, tx.now))
  for (const kind of KINDS) {
    const place = { kind, stationId, connectorId }
    const detail = words.get(kind)
    if (detail === undefined) clearAlarm(tx, place)
    else raiseAlarm(tx, place, detail)
  }
}

/**
 * Raises and clears it wherever there is something to say, or was.
 * @param bookings all that hold a connector by now
 */
export function judgeConnectors(tx: Writes, bookings: readonly Booking[]): void {
  const said = new Set<string>()
  for (const [place, there] of Map.groupBy(bookings, placeOf)) {
    const [{ stationId, connectorId } = { stationId: null, connectorId: null }] = there
    if (place === null || stationId === null) continue
    for (const [kind, detail] of wordsOn(tx, there)) {
      said.add(`${kind} ${place}`)
      raiseAlarm(tx, { kind, stationId, connectorId }, detail)
    }
  }
  for (const kind of KINDS)
    for (const alarm of tx.find('alarm', { kind, clearedAt: null }))
      if (!said.has(`${kind} ${alarmPlace(alarm)}`))
        tx.change('alarm', alarm, { clearedAt: tx.now })
}

/** What is to be said of a connector's cars, each with its words. */
function wordsOn(tx: Writes, bookings: readonly Booking[]): Map<Kind, string> {
  const words = new Map<Kind, string>()
  const conflict = conflictOn(bookings, tx.now)
  if (conflict !== null) {
    const names = [nameOf(tx, conflict.awaited), nameOf(tx, conflict.present)]
    words.set('bookingConflict', names.filter(Boolean).join(' · '))
  }
  const late = bookings.find((booking) => overstays(booking, tx.now))
  if (late !== undefined) words.set('overstay', nameOf(tx, late))
  return words
}

function alarmPlace({ stationId, connectorId }: Alarm): string {
  return `${stationId ?? ''}/${connectorId ?? ''}`
}

/** A car in a word: its plate, or what its driver shows. */
function nameOf(tx: Writes, booking: Booking): string {
  return plateOf(booking, { vehicle: (id) => tx.get('vehicle', id) }) || (booking.idToken ?? '')
}
