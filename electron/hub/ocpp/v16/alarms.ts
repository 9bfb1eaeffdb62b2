import type { AlarmKind } from '../../../../shared/domain/alarm/alarm.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Writes } from '../../store/writes.ts'

/** What an alarm is about. */
export interface AlarmPlace {
  readonly kind: AlarmKind
  readonly stationId: Id
  readonly connectorId: number | null
}

const LONGEST_DETAIL = 300

/** Raises an alarm, unless the same one stands already; then only its words are renewed. */
export async function raiseAlarm(tx: Writes, place: AlarmPlace, detail: string): Promise<void> {
  const words = detail.slice(0, LONGEST_DETAIL)
  const [standing] = await tx.find('alarm', { ...place, clearedAt: null })
  if (standing === undefined) {
    const { now } = tx
    await tx.insert('alarm', {
      id: tx.newId(),
      ...place,
      detail: words,
      raisedAt: now,
      clearedAt: null,
    })
  } else if (standing.detail !== words) {
    await tx.change('alarm', standing, { detail: words })
  }
}

/** What the alarm was about is over. */
export async function clearAlarm(tx: Writes, place: AlarmPlace): Promise<void> {
  for (const standing of await tx.find('alarm', { ...place, clearedAt: null })) {
    await tx.change('alarm', standing, { clearedAt: tx.now })
  }
}
