import { sql } from 'kysely'
import type { ChainFault } from '../../../shared/domain/ledger/verify-chain.ts'
import type { VerifyFinding } from '../../../shared/domain/ledger/verdict.ts'
import type { Reads } from '../store/reads.ts'

/** Where the chain ends, as the database has it apart from the entries, and what is wrong about that. */
export interface ChainEnd {
  /** Up to which entry there is something to follow. */
  readonly lastId: number
  readonly lastHash: string
  readonly finding: VerifyFinding | null
}

/** Looks at both ends of the tables, in one question so that nothing is entered between the two. */
export async function endFinding(reads: Reads): Promise<ChainEnd> {
  try {
    return endOf(await readEnds(reads))
  } catch (error) {
    // A number too large to be one of ours, say.
    const why = error instanceof Error ? error.message : String(error)
    const sentence = `The end of the ledger can't be read: ${why}.`
    const finding = { code: 'unreadable', noun: 'ledgerEntry', nounId: '0', sentence }
    return { lastId: 0, lastHash: '', finding }
  }
}

interface Ends {
  readonly lastId: number | null
  readonly lastHash: string | null
  readonly newestId: number | null
  readonly firstOfLine: number | null
  readonly lastOfLine: number | null
}

function readEnds(reads: Reads): Promise<Ends> {
  return reads.query
    .selectFrom(sql`(select 1)`.as('one'))
    .leftJoin('ledgerHead', (join) => join.onTrue())
    .select(['ledgerHead.lastId', 'ledgerHead.lastHash'])
    .select([
      sql<number | null>`(select max(id) from ledgerEntry)`.as('newestId'),
      sql<number | null>`(select min(entryId) from ledgerLine)`.as('firstOfLine'),
      sql<number | null>`(select max(entryId) from ledgerLine)`.as('lastOfLine'),
    ])
    .executeTakeFirstOrThrow()
}

function endOf({ lastId: headId, lastHash, firstOfLine, lastOfLine, ...ends }: Ends): ChainEnd {
  const newestId = ends.newestId ?? 0
  const lastId = headId ?? newestId
  const found = (code: string, entryId: number, sentence: string): ChainEnd => ({
    lastId: Math.max(lastId, newestId),
    lastHash: lastHash ?? '',
    finding: { code, noun: 'ledgerEntry', nounId: String(entryId), sentence },
  })
  const next = newestId + 1
  if (headId === null || newestId < lastId)
    return found('endMissing', next, `Entry ${next} is missing, and all that came after it.`)
  if (newestId > lastId)
    return found('beyondEnd', lastId + 1, `Entry ${lastId + 1} lies behind the end of the ledger.`)
  const stray = strayOf(firstOfLine, lastOfLine, newestId)
  if (stray !== null)
    return found('strayLine', stray, `There are lines of entry ${stray}, and no such entry.`)
  return { lastId, lastHash: lastHash ?? '', finding: null }
}

function strayOf(first: number | null, last: number | null, newestId: number): number | null {
  if (first !== null && first < 1) return first
  return last !== null && last > newestId ? last : null
}

/** What is wrong with an entry of the chain, in words for a log. */
export function brokenSentence(entryId: number, fault: ChainFault): string {
  switch (fault) {
    case 'gap':
      return `Entry ${entryId} is missing.`
    case 'chain':
      return `Entry ${entryId} doesn't hang on the entry before it.`
    case 'altered':
      return `Entry ${entryId} is not what was entered: it, or a line of it, was changed.`
    case 'unbalanced':
      return `The lines of entry ${entryId} don't sum to zero.`
    case 'unreadable':
      return `Entry ${entryId} can't be read.`
  }
}
