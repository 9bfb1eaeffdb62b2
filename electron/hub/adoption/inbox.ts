import { type ConnectionAttempt, INBOX_LINES } from '../../../shared/domain/adoption/adoption.ts'
import type { Writes } from '../store/writes.ts'

/** The longest claimed id that the inbox keeps, characters. */
const LONGEST_ID = 100

/** Adds to the line of that id, address and reason, or makes one; the list stays bounded. */
export async function noteAttempt(
  tx: Writes,
  { chargePointId, address }: { chargePointId: string; address: string },
  reason: ConnectionAttempt['reason'],
): Promise<void> {
  const claimed = chargePointId.slice(0, LONGEST_ID)
  const [line] = await tx.find('connectionAttempt', { chargePointId: claimed, address, reason })
  if (line) {
    await tx.update('connectionAttempt', line.id, { lastAt: tx.now, count: line.count + 1 })
    return
  }
  await tx.insert('connectionAttempt', {
    id: tx.newId(),
    chargePointId: claimed,
    address,
    reason,
    firstAt: tx.now,
    lastAt: tx.now,
    count: 1,
  })
  const tooMany = await tx.query
    .selectFrom('connectionAttempt')
    .select('id')
    .orderBy('lastAt', 'desc')
    .offset(INBOX_LINES)
    .limit(INBOX_LINES)
    .execute()
  for (const { id } of tooMany) await tx.remove('connectionAttempt', id)
}

/** Empties the list. @returns how many lines there were */
export async function clearAttempts(tx: Writes): Promise<number> {
  const lines = await tx.find('connectionAttempt', {})
  for (const { id } of lines) await tx.remove('connectionAttempt', id)
  return lines.length
}
