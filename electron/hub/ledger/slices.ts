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
export async function* slicesOf(reads: Reads, { from, until }: Period) {
  if (from === undefined && until === undefined) {
    yield* slicesOfAll(reads)
    return
  }
  let after = { at: from ?? Number.MIN_SAFE_INTEGER, id: 0 }
  const end = until ?? Number.MAX_SAFE_INTEGER
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
    yield (
      last === undefined
        ? within
        : within.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('at', 'id'), '<=', tuple(last.at, last.id)),
          )
    ).innerJoin('ledgerLine', 'ledgerLine.entryId', 'ledgerEntry.id')
    if (last === undefined) return
    after = last
  }
}

/** All lines, in order of their entries, which needs no look at these. */
async function* slicesOfAll(reads: Reads) {
  const newest = await reads.query
    .selectFrom('ledgerEntry')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst()
  const lastId = newest?.id ?? 0
  for (let first = 1; first <= lastId; first += SLICE)
    yield reads.query
      .selectFrom('ledgerLine')
      .where('entryId', '>=', first)
      .where('entryId', '<', Math.min(first + SLICE, lastId + 1))
}
