import type { VerifyFinding } from '../../../shared/domain/ledger/verdict.ts'
import type { Reads } from '../store/reads.ts'

/** Something that is compared with the ledger, such as bills or payments. It rests often, so that others get their turn. */
export interface VerifyCheck {
  readonly name: string
  readonly run: (reads: Reads, signal: AbortSignal | undefined) => AsyncIterable<CheckStep>
}

/** How far a check has come, or what it found. */
export type CheckStep =
  | { readonly kind: 'checked'; readonly done: number; readonly of: number }
  | { readonly kind: 'found'; readonly finding: VerifyFinding }
