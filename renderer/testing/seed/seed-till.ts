import type { LiveRows } from '../../../shared/contract/live.ts'
import type { Shift } from '../../../shared/domain/till/shift.ts'
import { firstTillTerms } from '../../../shared/domain/till/till-terms.ts'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { newId } from '../fake/fake-store.ts'

/** How many of the latest payments were taken in the shift that is open. */
const TAKEN = 9

/** Tills, of which the first has a shift open in which payments were taken. */
export function seedTills(rows: LiveRows, count: number, now: number): void {
  rows.tillTerms.push({ id: 'tillTerms', ...firstTillTerms, updatedAt: 0 })
  const openedAt = now - 5 * HOUR
  for (let number = 1; number <= count; number += 1)
    rows.till.push({
      ...{ id: newId(openedAt), name: `Kassa ${number}`, archivedAt: null },
      ...{ createdAt: openedAt, updatedAt: openedAt },
    })
  const [first, second] = rows.till
  if (first) {
    const shift = aShift(first.id, openedAt)
    rows.shift.push(shift)
    const paid = rows.payment.filter(({ state }) => state === 'paid').slice(0, TAKEN)
    for (const payment of paid) Object.assign(payment, { tillId: first.id, shiftId: shift.id })
  }
  if (second)
    rows.shift.push({
      ...aShift(second.id, openedAt - 20 * HOUR),
      ...{ state: 'closed', closedAt: now - 14 * HOUR, closedBy: 'Kim', countedMinor: 100_000 },
      ...{ expectedMinor: 100_000, varianceMinor: 0 },
      handOverNote:
        'Läsaren vid A4 behöver startas om ibland. Växel i tjugolappar är på upphällningen.',
    })
}

/** A shift that Kim has just opened, with 1,000 in the drawer. */
export function aShift(tillId: string, openedAt: number): Shift {
  return {
    ...{ id: newId(openedAt), tillId, number: 212, state: 'open', currency: 'SEK', openedAt },
    ...{ openedBy: 'Kim', heldBy: 'Kim', floatMinor: 100_000, handOverFrom: 'Bommen hakar.' },
    ...{ closedAt: null, closedBy: null, countedMinor: null, expectedMinor: null },
    ...{ varianceMinor: null, varianceReason: '', varianceApprovedBy: null, handOverNote: '' },
    updatedAt: openedAt + MINUTE,
  }
}
