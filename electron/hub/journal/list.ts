import { setImmediate } from 'node:timers/promises'
import type { JournalQuery } from '../../../shared/contract/journal.ts'
import { rightsOfTables } from '../../../shared/contract/table-rights.ts'
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts'
import { behind, type Page, readCursor } from '../store/paging.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow, type Stored } from '../store/tables.ts'

/** Lines that are read before others get their turn. */
const BATCH = 500

/** Lines that one page looks at: some tens of ms. Whoever wants to look further asks for the next. */
const MOST_LOOKED_AT = 20_000

/** What is no live table and has nothing to do with money. */
const otherNouns = ['calendar', 'configurationKey', 'import', 'limit', 'series'] as const

/** What is done about a noun that has nothing to do with money, and tells of money all the same. */
const actsOfMoney: ReadonlySet<string> = new Set(['session.approve'])

/** After every line. */
const FOR_EVER = Number.MAX_SAFE_INTEGER

type Line = Stored<'journal'>

/**
 * Journal lines that fit what is asked, the newest first by the clock they were written by. What narrows most is found
 * by its index, the rest by looking at each of those.
 * @param seesMoney lines that may tell of money are left out where not
 */
export async function listJournal(
  reads: Reads,
  asked: JournalQuery,
  seesMoney: boolean,
): Promise<Page<JournalEntry>> {
  const found: Line[] = []
  const fits = fitting(asked, seesMoney)
  let last = asked.after
  for (let looked = BATCH; ; looked += BATCH) {
    const lines = await candidates(reads, asked, last)
    for (const line of lines) {
      if (!fits(line)) continue
      if (found.length === asked.limit) return paged(found, found.at(-1))
      found.push(line)
    }
    const lowest = lines.at(-1)
    if (lowest === undefined || lines.length < BATCH) return paged(found, undefined)
    if (looked >= MOST_LOOKED_AT) return paged(found, lowest)
    last = placeOf(lowest)
    await setImmediate()
  }
}

/** The next lines by what narrows most: one row, what was done, who did it, a noun, or else the time alone. */
function candidates(
  { query }: Reads,
  { actor, act, noun, nounId, from, until }: JournalQuery,
  after: string | undefined,
): Promise<Line[]> {
  let lines = query
    .selectFrom('journal')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(BATCH)
  if (noun !== undefined && nounId !== undefined)
    lines = lines.where('noun', '=', noun).where('nounId', '=', nounId)
  else if (act !== undefined) lines = lines.where('act', '=', act)
  else if (actor !== undefined) lines = lines.where('actor', '=', actor)
  else if (noun !== undefined) lines = lines.where('noun', '=', noun)
  const place = readCursor(after)
  if (place !== undefined) lines = lines.where((is) => behind(is, place, '<', 'at', 'id'))
  // One bound above: of two, SQLite would think the narrower index the wider one.
  const before = Math.min(until ?? FOR_EVER, place === undefined ? FOR_EVER : place.at + 1)
  lines = lines.where('at', '<', before)
  if (from !== undefined) lines = lines.where('at', '>=', from)
  return lines.execute()
}

/** What a line must be like that an index has found. */
function fitting(asked: JournalQuery, seesMoney: boolean): (line: Line) => boolean {
  const { actor, act, noun, nounId, search } = asked
  const wanted = search?.toLowerCase()
  return (line) =>
    (actor === undefined || line.actor === actor) &&
    (act === undefined || line.act === act) &&
    (noun === undefined || line.noun === noun) &&
    (nounId === undefined || line.nounId === nounId) &&
    (seesMoney || isWithoutMoney(line)) &&
    (wanted === undefined || wordsOf(line).toLowerCase().includes(wanted))
}

/** Whether a line can't tell of money: what has not been said to be free of it may. */
function isWithoutMoney({ act, noun }: Line): boolean {
  if (actsOfMoney.has(act)) return false
  const rights: Readonly<Record<string, string>> = rightsOfTables
  return rights[noun] === 'look' || otherNouns.some((other) => other === noun)
}

function wordsOf({ actor, act, nounId, reason, before, after }: Line): string {
  return [actor, act, nounId, reason ?? '', before, after].join('\n')
}

/** @param last after which the next page begins; undefined at the end */
function paged(found: Line[], last: Line | undefined): Page<JournalEntry> {
  return {
    rows: found.map((line) => decodeRow('journal', line)),
    next: last === undefined ? null : placeOf(last),
  }
}

function placeOf({ at, id }: Line): string {
  return `${at}~${id}`
}
