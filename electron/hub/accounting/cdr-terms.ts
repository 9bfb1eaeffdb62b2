import type { CdrTerms, CdrTermsWords } from '../../../shared/domain/cdr/cdr-terms.ts'
import type { Patch, Writes } from '../store/writes.ts'

/** Who the site is to roaming partners, as the unit finds it. */
export function cdrTermsOf(tx: Writes): CdrTerms {
  const terms = tx.get('cdrTerms', 'cdrTerms')
  if (terms === undefined) throw new Error('The terms are made with their table.')
  return terms
}

/** Changes that; what is left out stays. */
export function changeCdrTerms(
  tx: Writes,
  words: { [Word in keyof CdrTermsWords]?: CdrTermsWords[Word] | undefined },
): CdrTerms {
  const before = cdrTermsOf(tx)
  const patch: Patch<'cdrTerms'> = { ...words, updatedAt: tx.now }
  const after = tx.update('cdrTerms', before.id, patch) ?? before
  tx.journal({ act: 'cdrTerms.update', noun: 'cdrTerms', nounId: before.id, before, after })
  return after
}
