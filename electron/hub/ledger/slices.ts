import type { Instant } from '../../../shared/time/instant.ts'
import type { Reads } from '../store/reads.ts'

/** From an instant, itself included, until another, itself not; without bounds where they are left out. */
export interface Period {
  readonly from?: Instant | undefined
  readonly until?: Instant | undefined
}

/** Entries that are summed at once: some milliseconds. */
const SLICE = 2_000

/** The lines of a period's entries, part by part, each a query that is still to say what it selects. */
export async function* slicesOf(reads: Reads, { from = 0, until }: Period) {
  const end = until ?? Number.MAX_SAFE_INTEGER
  let after = { at: from, id: 0 }
  for (;;) {
    const { at, id } = after
    const within = reads.query
      .selectFrom('ledgerEntry')
      .where(({ eb, refTuple, tuple }) => eb(refTuple('at', 'id'), '>', tuple(at, id)))
      .where('at', '<', end)
    const last = await within
      .select(['at', 'id'])
      .orderBy('at')
      .orderBy('id')
      .offset(SLICE - 1)
      .limit(1)
      .executeTakeFirst()
    const slice =
      last === undefined
        ? within
        : within.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('at', 'id'), '<=', tuple(last.at, last.id)),
          )
    yield slice.innerJoin('ledgerLine', 'ledgerLine.entryId', 'ledgerEntry.id')
    if (last === undefined) return
    after = last
  }
}
