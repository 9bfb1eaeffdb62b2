import { type ConnectionAttempt, INBOX_LINES } from '../../../shared/domain/adoption/adoption.ts'
import type { Writes } from '../store/writes.ts'

/** The longest claimed id that the inbox keeps, characters. */
const LONGEST_ID = 100

/** Adds to the line of that id, address and reason, or makes one; the list stays bounded. */
export function noteAttempt(
  tx: Writes,
  { chargePointId, address }: { chargePointId: string; address: string },
  reason: ConnectionAttempt['reason'],
): void {
  const claimed = chargePointId.slice(0, LONGEST_ID)
  const [line] = tx.find('connectionAttempt', { chargePointId: claimed, address, reason })
  if (line) {
    tx.update('connectionAttempt', line.id, { lastAt: tx.now, count: line.count + 1 })
    return
  }
  tx.insert('connectionAttempt', {
    id: tx.newId(),
    chargePointId: claimed,
    address,
    reason,
    firstAt: tx.now,
    lastAt: tx.now,
    count: 1,
  })
  const newestFirst = tx.find('connectionAttempt', {}).sort((a, b) => b.lastAt - a.lastAt)
  for (const { id } of newestFirst.slice(INBOX_LINES)) tx.remove('connectionAttempt', id)
}

/** Empties the list. @returns how many lines there were */
export function clearAttempts(tx: Writes): number {
  const lines = tx.find('connectionAttempt', {})
  for (const { id } of lines) tx.remove('connectionAttempt', id)
  return lines.length
}
