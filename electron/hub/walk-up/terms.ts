import type { WalkUpTerms, WalkUpTermsWords } from '../../../shared/domain/walk-up/walk-up-terms.ts'
import type { Patch, Writes } from '../store/writes.ts'

/** How walk-ups are taken in, as the unit finds it. */
export function walkUpTermsOf(tx: Writes): WalkUpTerms {
  const terms = tx.get('walkUpTerms', 'walkUpTerms')
  if (terms === undefined) throw new Error('The terms are made when the hub starts.')
  return terms
}

/** Changes how walk-ups are taken in; what is left out stays. */
export function changeWalkUpTerms(
  tx: Writes,
  words: { [Word in keyof WalkUpTermsWords]?: WalkUpTermsWords[Word] | undefined },
): WalkUpTerms {
  const before = walkUpTermsOf(tx)
  const patch: Patch<'walkUpTerms'> = { ...words, updatedAt: tx.now }
  const after = tx.update('walkUpTerms', before.id, patch) ?? before
  tx.journal({ act: 'walkUpTerms.update', noun: 'walkUpTerms', nounId: before.id, before, after })
  return after
}
