import { setImmediate } from 'node:timers/promises'
import type { LedgerEntry } from '../../../shared/domain/ledger/entry.ts'
import {
  type BrokenAt,
  chainStart,
  type ChainWalk,
  walkOn,
} from '../../../shared/domain/ledger/verify-chain.ts'
import type { Verdict, VerifyEvent, VerifyFinding } from '../../../shared/domain/ledger/verdict.ts'
import type { Reads } from '../store/reads.ts'
import { brokenSentence, endFinding } from './findings.ts'
import { entriesAfter, type StoredEntry } from './read-entries.ts'
import { sha256 } from './sha256.ts'
import type { VerifyCheck } from './verify-check.ts'
import { weekSums, type WeekSums } from './week-sums.ts'

/** Entries that are looked at before others get their turn: some milliseconds. */
const SLICE = 250
/** After how many slices it is told how far it has come. */
const SLICES_TOLD = 20
/** More findings than these tell nobody more. */
const MOST_FINDINGS = 100

/**
 * Follows the whole chain as it is on disk, entry by entry, then runs the further checks, and last tells the verdict.
 * What is entered meanwhile is left for the next time. Ends without a verdict when it is cancelled.
 */
export async function* verifyLedger(
  reads: Reads,
  { checks, signal }: { checks: readonly VerifyCheck[]; signal?: AbortSignal | undefined },
): AsyncGenerator<VerifyEvent, void, void> {
  const findings: VerifyFinding[] = []
  const end = await endFinding(reads)
  const sums = weekSums()
  let walk = chainStart
  for (let slice = 1; walk.broken === null && walk.lastId < end.lastId; slice += 1) {
    if (signal?.aborted) return
    const next = await walkSlice(reads, walk, Math.min(SLICE, end.lastId - walk.lastId), sums)
    if (next === walk) break
    walk = next
    if (slice % SLICES_TOLD === 0) yield progress('chain', walk.entries, end.lastId)
    await setImmediate()
  }
  if (walk.broken !== null) findings.push(foundInChain(walk.broken))
  else if (end.finding !== null) findings.push(end.finding)
  else if (walk.lastHash !== end.lastHash)
    findings.push(foundInChain({ entryId: walk.lastId, fault: 'chain' }))
  yield progress('chain', walk.entries, end.lastId)

  const compared: VerifyCheck = { name: 'sums', run: () => sums.compare(reads, walk.lastId) }
  // Sums that were made of half a chain say nothing.
  const all = walk.broken === null && end.finding === null ? [compared, ...checks] : checks
  for (const { name, run } of all) {
    for await (const step of run(reads, signal)) {
      if (signal?.aborted) return
      if (step.kind === 'checked') yield progress(name, step.done, step.of)
      else if (findings.length < MOST_FINDINGS) findings.push(step.finding)
    }
  }
  if (signal?.aborted) return
  const names = ['chain', ...all.map(({ name }) => name)]
  yield { kind: 'verdict', verdict: verdictOf(walk, names, findings) }
}

function verdictOf(walk: ChainWalk, checks: string[], findings: VerifyFinding[]): Verdict {
  return {
    intact: findings.length === 0,
    entries: walk.entries,
    lines: walk.lines,
    debitMinor: [...walk.debitMinor].map(([currency, amount]) => ({
      currency,
      amountMinor: Number(amount),
    })),
    lastHash: walk.lastHash,
    checks,
    findings,
  }
}

/** Follows the chain over the next entries; the same walk when there are none. */
async function walkSlice(
  reads: Reads,
  walk: ChainWalk,
  limit: number,
  sums: WeekSums,
): Promise<ChainWalk> {
  // The first entry may have any number, also one below 1.
  const afterId = walk.entries === 0 ? Number.MIN_SAFE_INTEGER : walk.lastId
  const stored = await entriesAfter(reads, afterId, limit).catch(() => null)
  if (stored === null) {
    // A number too large to be one of ours, say: the slice is read in parts to find where.
    if (limit > 1) return walkSlice(reads, walk, Math.ceil(limit / 2), sums)
    return { ...walk, broken: { entryId: walk.lastId + 1, fault: 'unreadable' } }
  }
  if (stored.length === 0) return walk
  const wrongAt = stored.findIndex(({ inOrder }) => !inOrder)
  const fit = wrongAt === -1 ? stored : stored.slice(0, wrongAt)
  const walked = walkOn(sha256, walk, told(fit))
  sums.add(told(fit))
  const wrong = stored[wrongAt]
  if (walked.broken !== null || wrong === undefined) return walked
  // Lines that are numbered otherwise than entered are the entry's own, or of one that is missing before it.
  const { broken } = walkOn(sha256, walked, told([wrong]))
  return { ...walked, broken: broken ?? { entryId: wrong.entry.id, fault: 'altered' } }
}

function told(stored: readonly StoredEntry[]): LedgerEntry[] {
  return stored.map(({ entry }) => entry)
}

function foundInChain({ entryId, fault }: BrokenAt): VerifyFinding {
  const nounId = String(entryId)
  return { code: fault, noun: 'ledgerEntry', nounId, sentence: brokenSentence(entryId, fault) }
}

function progress(step: string, done: number, of: number): VerifyEvent {
  return { kind: 'progress', step, done, of }
}
