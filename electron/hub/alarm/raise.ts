import type { AlarmKind } from '../../../shared/domain/alarm/alarm.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Writes } from '../store/writes.ts'

/** What an alarm is about. */
export interface AlarmPlace {
  readonly kind: AlarmKind
  /** Null for what is no station's. */
  readonly stationId: Id | null
  readonly connectorId: number | null
}

const LONGEST_DETAIL = 300

/** Raises an alarm, unless the same one stands already; then only its words are renewed. */
export function raiseAlarm(tx: Writes, place: AlarmPlace, detail: string): void {
  const words = detail.slice(0, LONGEST_DETAIL)
  const [standing] = tx.find('alarm', { ...place, clearedAt: null })
  if (standing === undefined) {
    const { now } = tx
    tx.insert('alarm', {
      id: tx.newId(),
      ...place,
      detail: words,
      raisedAt: now,
      clearedAt: null,
    })
  } else if (standing.detail !== words) {
    tx.change('alarm', standing, { detail: words })
  }
}

/** What the alarm was about is over. */
export function clearAlarm(tx: Writes, place: AlarmPlace): void {
  for (const standing of tx.find('alarm', { ...place, clearedAt: null })) {
    tx.change('alarm', standing, { clearedAt: tx.now })
  }
}
