import type { OcppMessage } from '../../../../shared/domain/ocpp-message/ocpp-message.ts'

/** What of the log has been fetched, newest first, and where the next older page begins; null at its end. */
export type WireLogPages = { rows: readonly OcppMessage[]; next: string | null }

/**
 * The newest page laid over what is held. An exchange that was waiting is replaced by its end. When more was
 * said meanwhile than one page holds, what is held is let go: a log must not hide a gap.
 */
export function withNewest(held: WireLogPages | null, newest: WireLogPages): WireLogPages {
  if (held === null) return newest
  const oldestNew = newest.rows.at(-1)?.id
  const newestHeld = held.rows[0]?.id
  const joined = newest.next === null || newestHeld === undefined || (oldestNew ?? 0) <= newestHeld
  return joined ? { rows: union(held.rows, newest.rows), next: held.next ?? newest.next } : newest
}

/** The next older page put behind what is held. */
export function withOlder(held: WireLogPages, older: WireLogPages): WireLogPages {
  return { rows: union(older.rows, held.rows), next: older.next }
}

/** Both lists, the later winning where they hold the same exchange. */
function union(under: readonly OcppMessage[], over: readonly OcppMessage[]): OcppMessage[] {
  const byId = new Map([...under, ...over].map((row) => [row.id, row]))
  return [...byId.values()].toSorted((a, b) => b.id - a.id)
}
