import { DAY, type Instant } from '../../../shared/time/instant.ts'
import type { Change, Position } from '../../../shared/contract/live.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { openVisits } from '../../../shared/domain/visit/visit.ts'
import type { Store } from '../store/store.ts'

/** How many ids one question names. */
const AT_ONCE = 500

/** A window is booked a month ahead at most, and stood in for a week; a bill is corrected in that time or by hand. */
const LOOKED_BACK_MS = 45 * DAY

/** What was changed in the meantime, as far as messages speak of it; all where nobody remembers. */
export function changedSince(store: Store, place: Position): ReadonlySet<Id> | 'all' {
  const changes = store.feed.since(place)
  if (changes === undefined) return 'all'
  const ids = new Set<Id>()
  for (const change of changes) for (const id of spokenOf(change)) ids.add(id)
  return ids
}

/** The visits and bookings that a change is about. */
function spokenOf({ table, id, row }: Change): Id[] {
  switch (table) {
    case 'visit':
    case 'booking':
    case 'planLine':
      return [id]
    case 'bill': {
      const { bookingId } = Object(row)
      return typeof bookingId === 'string' ? [bookingId] : []
    }
    default:
      return []
  }
}

/** The visits that have one of these ids, or whose booking does. */
export async function visitsOf({ reads }: Store, ids: ReadonlySet<Id>): Promise<Id[]> {
  const all = [...ids]
  const found = new Set<Id>()
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE)
    const rows = await reads.query
      .selectFrom('visit')
      .select('id')
      .where((is) => is.or([is('id', 'in', some), is('bookingId', 'in', some)]))
      .execute()
    for (const { id } of rows) found.add(id)
  }
  return [...found]
}

/** The visits that something may be due of as time goes by. */
export async function visitsUnderWay({ reads }: Store, now: Instant): Promise<Id[]> {
  const { query } = reads
  const open = await query
    .selectFrom('visit')
    .select('id')
    .where('state', 'in', [...openVisits])
    .execute()
  const lately = await query
    .selectFrom('visit')
    .select('id')
    .where('createdAt', '>', now - LOOKED_BACK_MS)
    .where('since', '>', now - DAY)
    .execute()
  return [...new Set([...open, ...lately].map(({ id }) => id))]
}

/** The visits that something may have happened to before the hub ended and nobody looked: also long over, and lately billed. */
export async function visitsLately({ reads }: Store, now: Instant): Promise<Id[]> {
  const rows = await reads.query
    .selectFrom('visit')
    .select('id')
    .where('createdAt', '>', now - LOOKED_BACK_MS)
    .execute()
  return rows.map(({ id }) => id)
}
