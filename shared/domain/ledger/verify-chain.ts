import { z } from 'zod'
import { canonicalText, FIRST_PREVIOUS_HASH, type Sha256 } from './chain.ts'
import type { LedgerEntry } from './entry.ts'
import { sumsOf } from './check-posting.ts'

/**
 * Why an entry doesn't fit: `gap` one before it is missing, or two have changed places; `chain` it doesn't hang on the
 * one before; `altered` it is not what was entered, in itself or in its lines; `unbalanced` its lines don't sum to
 * zero; `unreadable` the database can't tell it.
 */
export const chainFault = z.enum(['gap', 'chain', 'altered', 'unbalanced', 'unreadable'])
export type ChainFault = z.infer<typeof chainFault>

/** The first entry that doesn't fit. */
export const brokenAt = z.object({ entryId: z.int(), fault: chainFault })
export type BrokenAt = z.infer<typeof brokenAt>

/** How far a chain has been followed. It is a value, so that a fold over slices may rest between them. */
export interface ChainWalk {
  readonly entries: number
  readonly lines: number
  /** The last entry that fits. */
  readonly lastId: number
  readonly lastHash: string
  /** What was entered in debit, by currency; as much was in credit. */
  readonly debitMinor: ReadonlyMap<string, bigint>
  readonly broken: BrokenAt | null
}

/** Before the first entry. */
export const chainStart: ChainWalk = {
  entries: 0,
  lines: 0,
  lastId: 0,
  lastHash: FIRST_PREVIOUS_HASH,
  debitMinor: new Map(),
  broken: null,
}

/** Follows the chain over the entries that come next, in order of their ids, up to the first that doesn't fit. */
export function walkOn(sha256: Sha256, walk: ChainWalk, entries: Iterable<LedgerEntry>): ChainWalk {
  if (walk.broken !== null) return walk
  let { entries: count, lines, lastId, lastHash } = walk
  const debitMinor = new Map(walk.debitMinor)
  for (const entry of entries) {
    const fault = faultOf(sha256, entry, lastId, lastHash)
    if (fault !== null) {
      const broken = { entryId: fault === 'gap' ? lastId + 1 : entry.id, fault }
      return { entries: count, lines, lastId, lastHash, debitMinor, broken }
    }
    for (const { amountMinor, currency } of entry.lines)
      if (amountMinor > 0)
        debitMinor.set(currency, (debitMinor.get(currency) ?? 0n) + BigInt(amountMinor))
    count += 1
    lines += entry.lines.length
    lastId = entry.id
    lastHash = entry.hash
  }
  return { entries: count, lines, lastId, lastHash, debitMinor, broken: null }
}

function faultOf(
  sha256: Sha256,
  entry: LedgerEntry,
  lastId: number,
  lastHash: string,
): ChainFault | null {
  if (entry.id !== lastId + 1) return 'gap'
  if (sha256(canonicalText(entry)) !== entry.hash) return 'altered'
  if (entry.previousHash !== lastHash) return 'chain'
  for (const sum of sumsOf(entry.lines).values()) if (sum !== 0n) return 'unbalanced'
  return entry.lines.length === 0 ? 'unbalanced' : null
}
