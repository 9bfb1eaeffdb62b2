import type { Sha256 } from '../ledger/chain.ts'
import type { ZReport } from './z-report.ts'

/** A Z report without its own hash. */
export type UnhashedZ = Omit<ZReport, 'hash'>

/** The text whose hash is the report's: a JSON array in a fixed order, as it comes back from the database too. */
export function canonicalZ({ id, number, tillId, shiftId, at, content, previousHash }: UnhashedZ) {
  return JSON.stringify([number, id, tillId, shiftId, at, previousHash, content])
}

/** The report with its hash, which hangs on the one before through `previousHash`. */
export function chainedZ(sha256: Sha256, report: UnhashedZ): ZReport {
  return { ...report, hash: sha256(canonicalZ(report)) }
}

/**
 * What is wrong with a Z report after the last one: `gap` one is missing between them, `chain` it doesn't hang on it,
 * `altered` it is not what was closed; null when it fits.
 */
export function zFault(
  sha256: Sha256,
  last: { readonly number: number; readonly hash: string },
  report: ZReport,
): 'gap' | 'chain' | 'altered' | null {
  if (report.number !== last.number + 1) return 'gap'
  if (sha256(canonicalZ(report)) !== report.hash) return 'altered'
  return report.previousHash === last.hash ? null : 'chain'
}
